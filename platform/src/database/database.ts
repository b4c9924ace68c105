import { setTimeout as wait } from 'node:timers/promises';
import { DataSource, type EntityManager } from 'typeorm';
import { openLane } from '../reading/lane.ts';
import { connectionsToDatabase } from './pool-limits.ts';
import { PreparingClient } from './preparing-client.ts';
import { OWN_WORK } from './with-client.ts';

/** TypeORM lets the rows of a statement be of any type one likes: here they are of none until `rowsOf` has parsed them. */
export type Parsed<Manager extends EntityManager> = Omit<Manager, 'query'> & {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
};

/** For reading; only `inTransaction` gives something that may write. */
export type Database = Parsed<EntityManager>;

type RecordClass = abstract new (...args: never[]) => object;

export type DatabaseOptions = {
  readonly url: string;
  readonly applicationName: string;
  // biome-ignore lint/complexity/noBannedTypes: TypeORM's own type for classes
  readonly entities: readonly (Function | RecordClass)[];
  readonly poolSize?: number;
  /** Tests on a busy machine and migrations wait longer than a caseworker may. */
  readonly patience?: number;
  /**
   * All that is asked is asked by the service itself, as of a program that nobody's request reaches. Otherwise nobody asks,
   * and the walls hide what is behind them, until `askingAs` says who does.
   */
  readonly isOwnWork?: boolean;
  /** Whether what is asked for a person outside transactions goes over one connection (docs/decisions/0070-the-lane.md); it does, when left out. */
  readonly hasLane?: boolean;
};

const STATEMENT_MS = 1_000;
const LOCK_MS = 500;
/**
 * For a connection that is free, or a new one: on a busy machine making one takes longer than a statement may, and
 * whoever waits for a free one waits as long as a slow statement. The question's own limit comes first.
 */
const CONNECTION_WITHIN_MS = 3_000;
/** After a pause the first screens come all at once: these are there already. */
const CONNECTIONS_KEPT = 4;
const IDLE_CONNECTION_MS = 300_000;
const IDLE_TRANSACTION_MS = 5_000;
/** The server ends a slow statement; this ends the wait for a server that answers nothing at all. */
const SILENT_SERVER_MS = 1_200;

const CONNECT_WITHIN_MS = 15_000;

/** A limit that a busy machine missed, or a server that has only just been started. */
const NOT_YET = /timeout|starting up/;
const BETWEEN_ATTEMPTS_MS = 100;

/** At the start there is time: on a busy machine the first questions may miss the short limits of a request. */
export const patiently = async <Result>(
  ask: () => Promise<Result>,
  until = Date.now() + CONNECT_WITHIN_MS,
): Promise<Result> => {
  try {
    return await ask();
  } catch (error) {
    if (!NOT_YET.test(String(error)) || Date.now() > until) throw error;
    await wait(BETWEEN_ATTEMPTS_MS);
    return patiently(ask, until);
  }
};

const laneSettings = (
  { url, applicationName }: DatabaseOptions,
  patience: number,
): Parameters<typeof openLane>[1] => ({
  url,
  applicationName,
  connectWithinMs: CONNECTION_WITHIN_MS * patience,
  statementMs: STATEMENT_MS * patience,
  lockMs: LOCK_MS * patience,
  silentMs: SILENT_SERVER_MS * patience,
  // On a machine that is busy with other things, how long a statement takes says nothing of the statement.
  patience: patience > 1 ? Number.POSITIVE_INFINITY : patience,
});

/** How long a connection on which requests wait lets them wait. */
export const requestLimits = (patience: number) => ({
  connectionTimeoutMillis: CONNECTION_WITHIN_MS * patience,
  statement_timeout: STATEMENT_MS * patience,
  lock_timeout: LOCK_MS * patience,
  query_timeout: SILENT_SERVER_MS * patience,
  // Compiling a statement takes longer than any of ours that stays within its limit.
  options: '-c jit=off',
});

export const openDatabase = async (options: DatabaseOptions): Promise<DataSource> => {
  const patience = options.patience ?? 1;
  const limits = requestLimits(patience);
  const dataSource = new DataSource({
    type: 'postgres',
    url: options.url,
    entities: [...options.entities] as never[],
    installExtensions: false,
    applicationName: options.applicationName,
    poolSize: options.poolSize ?? connectionsToDatabase,
    poolErrorHandler: () => undefined,
    extra: {
      Client: PreparingClient,
      ...limits,
      min: CONNECTIONS_KEPT,
      idleTimeoutMillis: IDLE_CONNECTION_MS,
      options: options.isOwnWork ? `${limits.options} ${OWN_WORK}` : limits.options,
      idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS * patience,
    },
  });
  if (options.hasLane ?? true) openLane(dataSource, laneSettings(options, patience));
  return patiently(() => dataSource.initialize());
};
