import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { z } from 'zod';
import { describeError, isAboutData, isError } from '../error-facts.ts';
import { openDatabase } from './database.ts';
import { rowOf, rowsOf } from './rows.ts';
import { letServiceIn } from './service-role.ts';
import { hashOf, type SqlFile } from './sql-files.ts';

const MIGRATION_PATIENCE = 600;

const DatabaseRow = rowOf({
  name: ['current_database()', z.string()],
  hasFiles: ["to_regclass('schema_files') is not null", z.boolean()],
  /** The table in which migrations were noted before the first release. */
  isUnreleased: ["to_regclass('migrations') is not null", z.boolean()],
});
const AppliedRow = rowOf({ name: ['name', z.string()], hash: ['hash', z.string()] });

const CREATE_FILES = `
  create table if not exists schema_files (
    name text not null,
    hash text not null,
    applied_at timestamptz not null default now(),
    constraint schema_files_pkey primary key (name)
  )`;

const KEEP_FILE = `
  insert into schema_files (name, hash) values ($1, $2)
  on conflict (name) do update set hash = excluded.hash, applied_at = excluded.applied_at`;

/** A database from which no migration leads here. */
export class UnknownSchema extends Error {
  /** What follows "The database …" or "The data folder …". */
  readonly madeBy: string;

  constructor(database: string, madeBy: string, remedy: string) {
    super(`The database ${database} ${madeBy} ${remedy}`);
    this.name = 'UnknownSchema';
    this.madeBy = madeBy;
  }
}

class MigrationFailed extends Error {
  constructor(file: string, error: unknown) {
    const isSafe = isError(error) && !isAboutData(error);
    super(`Nothing was migrated, because of ${file}: ${isSafe ? error.message : describeError(error)}`, {
      cause: error,
    });
    this.name = 'MigrationFailed';
  }
}

const UNRELEASED = 'was made by a version of Relais that was never released.';
const TAKE_ANOTHER = 'Name a new, empty one.';
const editedSince = (file: SqlFile) => `was made with another ${file.name} than this version has.`;
const MIGRATE_FIRST =
  'Migrate it first: npm run migrate -w subgraphs/<agency>, or set MIGRATIONS_DATABASE_URL.';
const ADD_ANOTHER = 'A migration that was applied is not edited: add one.';

type Applied = ReadonlyMap<string, string>;

const appliedIn = async (db: EntityManager): Promise<Applied> => {
  const rows = await rowsOf(db, AppliedRow, `select ${AppliedRow.columns} from schema_files`);
  return new Map(rows.map(({ name, hash }) => [name, hash]));
};

const readApplied = async (db: EntityManager, files: readonly SqlFile[]): Promise<Applied> => {
  const [database] = await rowsOf(db, DatabaseRow, `select ${DatabaseRow.columns}`);
  if (!database?.hasFiles && database?.isUnreleased) {
    throw new UnknownSchema(database.name, UNRELEASED, TAKE_ANOTHER);
  }
  if (!database?.hasFiles) return new Map();
  const applied = await appliedIn(db);
  const edited = files.find(
    ({ name, sql, repeats }) => !repeats && applied.has(name) && applied.get(name) !== hashOf(sql),
  );
  if (edited) throw new UnknownSchema(database.name, editedSince(edited), ADD_ANOTHER);
  return applied;
};

/** A newer version was here: its functions are not to be put back to ours. */
const isAhead = (applied: Applied, files: readonly SqlFile[]): boolean => {
  const known = new Set(files.map(({ name }) => name));
  return [...applied.keys()].some((name) => !known.has(name) && !name.includes('/functions/'));
};

const pendingOf = (applied: Applied, files: readonly SqlFile[]): SqlFile[] => {
  const migrations = files.filter(({ name, repeats }) => !repeats && !applied.has(name));
  if (isAhead(applied, files)) return migrations;
  const changed = files.filter(({ name, sql, repeats }) => repeats && applied.get(name) !== hashOf(sql));
  return [...migrations, ...changed];
};

const run = async (tx: EntityManager, { name, sql }: SqlFile): Promise<void> => {
  try {
    await tx.query(sql);
  } catch (error) {
    throw new MigrationFailed(name, error);
  }
  await tx.query(KEEP_FILE, [name, hashOf(sql)]);
};

/** Of tables that are new as well; where nothing is merged there is no such function. */
const JOURNAL_MERGES = `
  do $$ begin
    if to_regproc('journal_merges') is not null then perform journal_merges(); end if;
  end $$`;

/** All or nothing: functions are those of the tables they are about. */
const runAll = (db: DataSource, pending: readonly SqlFile[]): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.query(CREATE_FILES);
    for (const file of pending) await run(tx, file);
    await tx.query(JOURNAL_MERGES);
  });

const DEADLOCK = '40P01';
const ATTEMPTS = 5;

const isDeadlock = (error: unknown): boolean => {
  const cause = error instanceof MigrationFailed ? error.cause : error;
  return cause instanceof QueryFailedError && cause.driverError.code === DEADLOCK;
};

/**
 * Services of the version before go on meanwhile, and hold tables in an order of their own. Nothing is kept of an attempt that
 * PostgreSQL ended for one of them, so it is begun anew.
 */
const runAllAmidOthers = async (
  db: DataSource,
  pending: readonly SqlFile[],
  attempts = ATTEMPTS,
): Promise<void> => {
  try {
    await runAll(db, pending);
  } catch (error) {
    if (!isDeadlock(error) || attempts === 1) throw error;
    await runAllAmidOthers(db, pending, attempts - 1);
  }
};

const bringUpToDate = async (db: DataSource, files: readonly SqlFile[]): Promise<void> => {
  const applied = await readApplied(db.manager, files);
  const pending = pendingOf(applied, files);
  if (pending.length > 0) await runAllAmidOthers(db, pending);
};

/** In a pool that we end ourselves: one that is still ending when the server stops would end the process (`queue-pool.ts`). */
const migrateQueue = async (url: string): Promise<void> => {
  const pool = new pg.Pool({ connectionString: url });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
};

export type MigrateOptions = {
  /** As the owner of the tables. */
  readonly url: string;
  readonly applicationName: string;
  readonly migrations: readonly SqlFile[];
  /** With which the service signs in, and which owns nothing. */
  readonly serviceRole: string;
};

/** Brings a database to the newest schema, the job queue's tables included, and lets the service in. Running it twice changes nothing. */
export const migrate = async (options: MigrateOptions): Promise<void> => {
  const { url, applicationName, migrations, serviceRole } = options;
  const settings = {
    url,
    applicationName,
    entities: [],
    poolSize: 1,
    patience: MIGRATION_PATIENCE,
    isOwnWork: true,
  };
  const database = await openDatabase(settings);
  try {
    await database.query('select pg_advisory_lock(hashtext($1))', ['relais:migrate']);
    await bringUpToDate(database, migrations);
    await migrateQueue(url);
    await letServiceIn(database, serviceRole);
  } finally {
    await database.destroy();
  }
};

/** Refuses a database that lacks anything of this version's: the service, which owns nothing, cannot add it. */
export const refuseOldSchema = async (db: EntityManager, files: readonly SqlFile[]): Promise<void> => {
  const [missing] = pendingOf(await readApplied(db, files), files);
  if (!missing) return;
  const [database] = await rowsOf(db, DatabaseRow, `select ${DatabaseRow.columns}`);
  throw new UnknownSchema(database?.name ?? '', `lacks ${missing.name}.`, MIGRATE_FIRST);
};
