import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, type PostgresHome, PostgresStartError } from './postgres-home.ts';

const SUPERUSER = 'postgres';
/** Rows of `postmaster.pid` in which PostgreSQL writes what it is doing, and where it listens. */
const STATUS_ROW = 7;
const PORT_ROW = 3;

export const clusterOf = (dataDir: string): string => path.join(dataDir, 'cluster');
const passwordFileOf = (dataDir: string): string => path.join(dataDir, 'superuser.password');
const lockFileOf = (dataDir: string): string => path.join(clusterOf(dataDir), 'postmaster.pid');

/** `null` when the program could not even be started. */
export const finished = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });

/** The last lines a program wrote, for the message when it fails. */
export const listenTo = (child: ChildProcess): string[] => {
  const said: string[] = [];
  const keep = (chunk: Buffer): void => {
    said.push(...chunk.toString().split('\n').filter(Boolean));
    said.splice(0, said.length - 40);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return said;
};

const superuserPassword = async (dataDir: string): Promise<string> => {
  const file = passwordFileOf(dataDir);
  if (existsSync(file)) return readFile(file, 'utf8');
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, password, { mode: 0o600 });
  return password;
};

const give = async (path: string, { runAs }: PostgresHome): Promise<void> => {
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(path, runAs.uid, runAs.gid);
};

const initdb = async (home: PostgresHome, folder: string, isEphemeral: boolean): Promise<void> => {
  const passwordFile = `${folder}.password`;
  await mkdir(folder, { mode: 0o700 });
  await give(folder, home);
  await writeFile(passwordFile, await superuserPassword(home.dataDir), {
    mode: 0o600,
  });
  await give(passwordFile, home);
  const flags = [`--pgdata=${folder}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`];
  flags.push('--auth=scram-sha-256', '--encoding=UTF8', '--no-locale');
  flags.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  if (isEphemeral) flags.push('--no-sync');
  const child = spawn(path.join(home.binaries, 'bin/initdb'), flags, {
    ...home.runAs,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = listenTo(child);
  const code = await finished(child);
  await rm(passwordFile, { force: true });
  if (code !== 0) throw new PostgresStartError(`PostgreSQL could not make its files: ${said.at(-1) ?? code}`);
};

/** Renamed into place when complete, so that a start broken off half-way leaves nothing half made. */
export const makeCluster = async (home: PostgresHome, isEphemeral: boolean): Promise<void> => {
  if (existsSync(clusterOf(home.dataDir))) return;
  const half = `${clusterOf(home.dataDir)}.${process.pid}`;
  try {
    await rm(half, { recursive: true, force: true });
    await initdb(home, half, isEphemeral);
    await rename(half, clusterOf(home.dataDir));
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (!existsSync(clusterOf(home.dataDir))) throw error;
  }
};

export const superuserUrl = async (dataDir: string, port: number): Promise<string> =>
  `postgres://${SUPERUSER}:${await superuserPassword(dataDir)}@127.0.0.1:${port}/postgres`;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** After a restart of the machine, the number in the lock may belong to some other program. */
const isCluster = (pid: number, dataDir: string): boolean => {
  if (!isAlive(pid)) return false;
  if (!existsSync('/proc/self/cmdline')) return true;
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(clusterOf(dataDir));
};

/** What the PostgreSQL that holds a data folder is doing, or `FREE` when none holds it. */
export const stateOf = (dataDir: string): 'FREE' | 'STOPPING' | 'RUNNING' => {
  try {
    const rows = readFileSync(lockFileOf(dataDir), 'utf8').split('\n');
    if (!isCluster(Number(rows[0]), dataDir)) return 'FREE';
    return rows[STATUS_ROW]?.startsWith('stopping') ? 'STOPPING' : 'RUNNING';
  } catch {
    return 'FREE';
  }
};

/** Where the PostgreSQL that holds a data folder listens; nothing when none runs. */
export const portOf = (dataDir: string): number | null => {
  if (stateOf(dataDir) !== 'RUNNING') return null;
  return Number(readFileSync(lockFileOf(dataDir), 'utf8').split('\n')[PORT_ROW]);
};

/** Only for a lock whose process is known to be gone. */
export const removeStaleLock = (dataDir: string): Promise<void> => rm(lockFileOf(dataDir), { force: true });
