import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  clusterOf,
  finished,
  listenTo,
  makeCluster,
  removeStaleLock,
  stateOf,
  superuserUrl,
} from './postgres-cluster.ts';
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
  /** The superuser's, to the database `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  stop(): Promise<void>;
};

type Attempt = {
  readonly child: ChildProcess;
  readonly said: readonly string[];
  readonly isReady: boolean;
};

const MOST_ATTEMPTS = 60;
const BETWEEN_ATTEMPTS_MS = 200;
/** A database whose owner was just killed needs this long to notice. */
const NOTICE_MS = 500;
const STOP_MS = 20_000;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_preload_libraries: 'pg_stat_statements',
  max_connections: '200',
  timezone: 'UTC',
};
const EPHEMERAL_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};
/**
 * PostgreSQL stops as soon as standard input closes: whoever started it cannot leave it behind, not even by kill -9.
 * The watcher is nobody's child, since PostgreSQL wonders about children it did not make.
 */
const WATCHED = 'exec 3<&0; ( (read -r _ <&3; kill -INT $$) & ); exec "$@" 3<&- </dev/null';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const launch = (home: PostgresHome, port: number, isEphemeral: boolean): ChildProcess => {
  const settings = {
    ...SETTINGS,
    ...(isEphemeral ? EPHEMERAL_SETTINGS : {}),
    port,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [path.join(home.binaries, 'bin/postgres'), '-D', clusterOf(home.dataDir), ...flags];
  const child = spawn('/bin/sh', ['-c', WATCHED, 'sh', ...command], {
    ...home.runAs,
    cwd: '/',
    // A session of its own: Ctrl-C reaches us, and we stop PostgreSQL last.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child.stdin?.on('error', () => undefined);
  child.once('exit', () => child.stdin?.destroy());
  return child;
};

const attempt = async (home: PostgresHome, port: number, isEphemeral: boolean): Promise<Attempt> => {
  const child = launch(home, port, isEphemeral);
  const said = listenTo(child);
  const ready = new Promise<true>((resolve) => {
    child.stderr?.on('data', () => said.some((line) => line.includes('ready to accept')) && resolve(true));
  });
  return {
    child,
    said,
    isReady: (await Promise.race([ready, finished(child)])) === true,
  };
};

const inUse = (dataDir: string): PostgresStartError =>
  new PostgresStartError(
    `The data folder ${dataDir} is in use by another run. Stop that one, or name another: RELAIS_DATA_DIR=…`,
  );

/** Another run's lock lies in the folder: it is left over, about to go, or in use. */
const heedLock = async (dataDir: string): Promise<void> => {
  const state = stateOf(dataDir);
  if (state === 'FREE') return removeStaleLock(dataDir);
  if (state === 'STOPPING') return wait(BETWEEN_ATTEMPTS_MS);
  await wait(NOTICE_MS);
  if (stateOf(dataDir) === 'RUNNING') throw inUse(dataDir);
};

/** Decides whether to try again, and throws when that cannot help. */
const makeWay = async (
  { dataDir }: PostgresHome,
  said: readonly string[],
  mayChoosePort: boolean,
): Promise<void> => {
  if (said.some((line) => line.includes('"postmaster.pid" already exists'))) return heedLock(dataDir);
  const isPortTaken = said.some((line) => line.includes('could not create any TCP/IP sockets'));
  if (isPortTaken && mayChoosePort) return;
  const problem = said.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? said.at(-1);
  throw new PostgresStartError(`PostgreSQL did not start: ${problem ?? 'no reason given'}`);
};

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = finished(child);
  child.kill('SIGINT');
  const isStuck = (await Promise.race([end, wait(STOP_MS, 'STUCK' as const, { ref: false })])) === 'STUCK';
  if (isStuck) child.kill('SIGQUIT');
  await end;
};

/** Starts a real PostgreSQL on 127.0.0.1. It stops with `stop`, or with this process however that ends. */
export const startPostgres = async (options: PostgresOptions): Promise<RunningPostgres> => {
  const home = await findPostgresHome(options.dataDir);
  const isEphemeral = options.ephemeral ?? false;
  if (stateOf(home.dataDir) === 'FREE') await makeCluster(home, isEphemeral);
  for (let count = 0; count < MOST_ATTEMPTS; count += 1) {
    const port = options.port ?? (await freePort());
    const { child, said, isReady } = await attempt(home, port, isEphemeral);
    const url = await superuserUrl(home.dataDir, port);
    if (isReady) return { url, port, dataDir: home.dataDir, stop: () => stop(child) };
    await makeWay(home, said, options.port === undefined);
  }
  throw inUse(home.dataDir);
};
