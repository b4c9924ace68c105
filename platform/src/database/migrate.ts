import { runMigrations } from 'graphile-worker';
import { type DatabaseOptions, openDatabase } from './database.ts';

const MIGRATION_PATIENCE = 600;

/** Brings a database to the newest schema, the job queue's tables included. Running it twice changes nothing. */
export const migrate = async (options: DatabaseOptions): Promise<void> => {
  const database = await openDatabase({ ...options, poolSize: 1, patience: MIGRATION_PATIENCE });
  try {
    await database.query('select pg_advisory_lock(hashtext($1))', ['relais:migrate']);
    await runMigrations({ connectionString: options.url });
    await database.runMigrations();
  } finally {
    await database.destroy();
  }
};
