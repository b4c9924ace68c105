import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findPostgresHome, type PostgresHome, PostgresStartError } from './postgres-home.ts';

export type PostgresOptions = {
  /** Made when missing. As root it may turn out to lie elsewhere: use the `dataDir` of the answer. */
  readonly dataDir: string;
  /** A free one is taken when none is named. */
  readonly port?: number;
  /** For tests: quick, and lost when the machine stops. */
  readonly ephemeral?: boolean;
};

export type RunningPostgres = {
  /** Of the superuser, to the database `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  stop(): Promise<void>;
};

type Attempt = { readonly child: ChildProcess; readonly said: string[]; readonly isReady: boolean };

const SUPERUSER = 'postgres';
const PORT_ATTEMPTS = 5;
/** After kill -9 of the process that started it, the database needs a moment to stop by itself. */
const ORPHAN_WAIT_MS = 10_000;
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_preload_libraries: 'pg_stat_statements',
  max_connections: '200',
  timezone: 'UTC',
};
const EPHEMERAL_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
/**
 * PostgreSQL stops as soon as standard input closes: whoever started it cannot leave it behind, not even by kill -9.
 * The watcher is nobody's child, since PostgreSQL wonders about children it did not make.
 */
const WATCHED = 'exec 3<&0; ( (read -r _ <&3; kill -INT $$) & ); exec "$@" 3<&- </dev/null';

const clusterOf = (dataDir: string): string => path.join(dataDir, 'cluster');
const passwordFileOf = (dataDir: string): string => path.join(dataDir, 'superuser.password');

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const finished = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });

const listenTo = (child: ChildProcess): string[] => {
  const said: string[] = [];
  const keep = (chunk: Buffer): void => {
    said.push(...chunk.toString().split('\n').filter(Boolean));
    said.splice(0, said.length - 40);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return said;
};

const initdb = async (home: PostgresHome, folder: string, isEphemeral: boolean): Promise<void> => {
  const passwordFile = `${folder}.password`;
  const { uid, gid } = home.runAs;
  await mkdir(folder, { mode: 0o700 });
  await writeFile(passwordFile, await readFile(passwordFileOf(home.dataDir)), { mode: 0o600 });
  if (uid !== undefined && gid !== undefined) {
    await chown(folder, uid, gid);
    await chown(passwordFile, uid, gid);
  }
  const flags = ['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const child = spawn(
    path.join(home.binaries, 'bin/initdb'),
    [`--pgdata=${folder}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'].concat(
      flags,
      isEphemeral ? ['--no-sync'] : [],
    ),
    { ...home.runAs, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said = listenTo(child);
  const code = await finished(child);
  await rm(passwordFile, { force: true });
  if (code !== 0) throw new PostgresStartError(`PostgreSQL could not make its files: ${said.at(-1) ?? code}`);
};

/** Renamed into place when complete, so that a start broken off half-way leaves nothing half made. */
const makeCluster = async (home: PostgresHome, isEphemeral: boolean): Promise<void> => {
  const half = `${clusterOf(home.dataDir)}.${process.pid}`;
  await rm(half, { recursive: true, force: true });
  try {
    await initdb(home, half, isEphemeral);
    await rename(half, clusterOf(home.dataDir));
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (!existsSync(clusterOf(home.dataDir))) throw error;
  }
};

const superuserPassword = async (dataDir: string): Promise<string> => {
  const file = passwordFileOf(dataDir);
  if (existsSync(clusterOf(dataDir)) || existsSync(file)) return readFile(file, 'utf8');
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, password, { mode: 0o600, flag: 'wx' });
  return password;
};

const attempt = async (home: PostgresHome, port: number, isEphemeral: boolean): Promise<Attempt> => {
  const settings = { ...SETTINGS, ...(isEphemeral ? EPHEMERAL_SETTINGS : {}), port };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [path.join(home.binaries, 'bin/postgres'), '-D', clusterOf(home.dataDir), ...flags];
  const child = spawn('/bin/sh', ['-c', WATCHED, 'sh', ...command], {
    ...home.runAs,
    cwd: '/',
    // A session of its own: Ctrl-C reaches us, and we stop PostgreSQL last.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const said = listenTo(child);
  child.stdin?.on('error', () => undefined);
  child.once('exit', () => child.stdin?.destroy());
  const ready = new Promise<true>((resolve) => {
    child.stderr?.on('data', () => said.some((line) => line.includes('ready to accept')) && resolve(true));
  });
  return { child, said, isReady: (await Promise.race([ready, finished(child)])) === true };
};

/** The process that PostgreSQL's own lock names, unless that number now belongs to some other program. */
const holderOf = (dataDir: string): number | undefined => {
  try {
    const pid = Number(readFileSync(path.join(clusterOf(dataDir), 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 0);
    if (!existsSync('/proc/self/cmdline')) return pid;
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(clusterOf(dataDir)) ? pid : undefined;
  } catch {
    return undefined;
  }
};

/** Whether some run uses this data folder now. */
export const isInUse = (dataDir: string): boolean => holderOf(dataDir) !== undefined;
