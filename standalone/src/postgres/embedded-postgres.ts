import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { clusterOf, removeStaleLock, signInUse, stateOf } from './cluster-lock.ts';
import {
  type ClusterOptions,
  endOf,
  finished,
  listenTo,
  makeCluster,
  reasonIn,
  superuserUrl,
} from './postgres-cluster.ts';
import { findPostgresHome, type PostgresHome } from './postgres-home.ts';
import { codeOf, isFullDisk, noRoomIn, PostgresStartError } from './postgres-start-error.ts';
import { forgetShellVariables, ownEnvironment } from './shell-variables.ts';

export type PostgresOptions = {
  /** Made when missing. As root it may turn out to lie elsewhere: use the `dataDir` of the answer. */
  readonly dataDir: string;
  /** A free one is taken when none is named. */
  readonly port?: number;
} & ClusterOptions;

export type RunningPostgres = {
  /** The superuser's, to the database `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** Resolves when it ended, with the reason unless it was told to stop. */
  readonly ended: Promise<PostgresStartError | undefined>;
  /** What failed because the database is gone or its disk is full, said in these words; any other error as it is. */
  explain(error: unknown): Promise<unknown>;
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
/** Stopping writes what is in memory to the disk. Cut short, the next start reads it from the journal. */
const STOP_SECONDS = 8;
/** A lost connection is felt before the end of the server that caused it. */
const END_MS = 1_000;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_preload_libraries: 'pg_stat_statements',
  max_connections: '200',
  timezone: 'UTC',
  // What a statement met is told to whoever sent it; written to a log, it would quote data about people.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
};
const EPHEMERAL_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // Each of thousands of connections would compute this often over.
  scram_iterations: '1',
  // Some tests count their statements among those of all others: none may be pushed out meanwhile.
  'pg_stat_statements.max': '10000',
};
/**
 * PostgreSQL stops as soon as standard input closes: whoever started it cannot leave it behind, not even by kill -9. One
 * that cannot stop, as on a full disk, is cut short. The watcher is nobody's child, since PostgreSQL wonders about children
 * it did not make, and says nothing, since what is said is PostgreSQL's. The number is still PostgreSQL's while the
 * lock names it.
 */
const WATCHED = `
  lock=$1; shift; exec 3<&0
  holds() { read -r pid <"$lock" && [ "$pid" = $$ ]; }
  watch() {
    read -r _ <&3; kill -INT $$
    for second in ${Array.from({ length: STOP_SECONDS }, (_, index) => index).join(' ')}; do holds || exit; sleep 1; done
    kill -QUIT $$
  }
  (watch 2>/dev/null &)
  exec "$@" 3<&- </dev/null`;

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
  const cluster = clusterOf(home.dataDir);
  const command = [path.join(home.binaries, 'bin/postgres'), '-D', cluster, ...flags];
  const child = spawn('/bin/sh', ['-c', WATCHED, 'sh', path.join(cluster, 'postmaster.pid'), ...command], {
    ...home.runAs,
    cwd: '/',
    env: ownEnvironment(),
    // A session of its own: Ctrl-C reaches us, and we stop PostgreSQL last.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child.stdin?.on('error', () => undefined);
  child.once('exit', () => child.stdin?.destroy());
  return child;
};

const attempt = async (home: PostgresHome, port: number, options: ClusterOptions): Promise<Attempt> => {
  const child = launch(home, port, options.ephemeral ?? false);
  const said = listenTo(child);
  const ready = new Promise<true>((resolve) => {
    child.stderr?.on('data', () => said.some((line) => line.includes('ready to accept')) && resolve(true));
  });
  options.meanwhile?.();
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

/** Waits until nobody holds the folder, and throws when somebody goes on doing so. */
const freeOfOthers = async (dataDir: string): Promise<boolean> => {
  const state = stateOf(dataDir);
  if (state === 'FREE') return true;
  await wait(state === 'RUNNING' ? NOTICE_MS : BETWEEN_ATTEMPTS_MS);
  if (state === 'RUNNING' && stateOf(dataDir) === 'RUNNING') throw inUse(dataDir);
  return false;
};

const BUSY = [
  // Somebody was quicker, or a lock is left over.
  /"postmaster\.pid" already exists/,
  /"postmaster\.pid" is empty/,
  // The processes of one that was killed are still ending, or of one that nobody here can see.
  /pre-existing shared memory block/,
];

/** Decides whether to try again, and throws when that cannot help. */
const makeWay = async (
  { dataDir }: PostgresHome,
  said: readonly string[],
  mayChoosePort: boolean,
): Promise<void> => {
  if (said.some((line) => BUSY.some((pattern) => pattern.test(line)))) {
    if (stateOf(dataDir) === 'FREE') removeStaleLock(dataDir);
    return wait(BETWEEN_ATTEMPTS_MS);
  }
  const isPortTaken = said.some((line) => line.includes('could not create any TCP/IP sockets'));
  if (isPortTaken && mayChoosePort) return;
  throw new PostgresStartError(`PostgreSQL did not start: ${reasonIn(said, dataDir)}`);
};

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = finished(child);
  child.kill('SIGINT');
  const isStuck =
    (await Promise.race([end, wait(STOP_SECONDS * 1_000, 'STUCK' as const, { ref: false })])) === 'STUCK';
  if (isStuck) child.kill('SIGQUIT');
  await end;
};

const isLost = (error: unknown): boolean =>
  /terminated|ECONN|EPIPE|57P0|08\d{3}/.test(`${codeOf(error)} ${error}`);

const running = (
  { child, said }: Attempt,
  home: Pick<RunningPostgres, 'url' | 'port' | 'dataDir'>,
): RunningPostgres => {
  const { dataDir } = home;
  const endSign = signInUse(dataDir);
  let isWanted = true;
  const ended = finished(child).then(() => {
    endSign();
    return isWanted
      ? new PostgresStartError(`PostgreSQL ended by itself: ${endOf(child, said, dataDir)}`)
      : undefined;
  });
  return {
    ...home,
    ended,
    async explain(error) {
      const end = isLost(error)
        ? await Promise.race([ended, wait(END_MS, undefined, { ref: false })])
        : undefined;
      if (isFullDisk(error) || said.some(isFullDisk))
        return new PostgresStartError(`Relais cannot go on: ${noRoomIn(dataDir)}`);
      return end ?? error;
    },
    stop() {
      isWanted = false;
      return stop(child);
    },
  };
};

/** Starts a real PostgreSQL on 127.0.0.1. It stops with `stop`, or with this process however that ends. */
export const startPostgres = async (options: PostgresOptions): Promise<RunningPostgres> => {
  forgetShellVariables();
  const home = await findPostgresHome(options.dataDir);
  const { dataDir } = home;
  for (let count = 0; count < MOST_ATTEMPTS; count += 1) {
    if (!(await freeOfOthers(dataDir))) continue;
    await makeCluster(home, options);
    const port = options.port ?? (await freePort());
    const url = await superuserUrl(dataDir, port);
    const started = await attempt(home, port, options);
    if (started.isReady) return running(started, { url, port, dataDir });
    await makeWay(home, started.said, options.port === undefined);
  }
  throw inUse(dataDir);
};
