import { z } from 'zod';
import { readConfig } from '../config.ts';
import type { Subgraph } from '../subgraph.ts';
import { type Database, openDatabase } from './database.ts';
import { databaseSettings, serviceAddress } from './database-settings.ts';

/** A background task may wait where a person may not. */
const PATIENCE = 60;

/** An agency as a command sees it. */
export type CommandAgency = {
  readonly subgraph: Pick<Subgraph, 'name' | 'entities'>;
  readonly databaseUrl: string;
};

/** Opens the database of an agency for as long as a command works with it. */
export const withDatabaseOf = async <Result>(
  { subgraph: { entities }, databaseUrl: url }: CommandAgency,
  applicationName: string,
  work: (db: Database) => Promise<Result>,
): Promise<Result> => {
  const database = await openDatabase({
    url,
    entities,
    applicationName,
    poolSize: 2,
    patience: PATIENCE,
    isOwnWork: true,
  });
  try {
    return await work(database.manager);
  } finally {
    await database.destroy();
  }
};

/** Of the one service whose environment the command runs in. */
export const databaseOfService = (): string => serviceAddress(readConfig(z.object(databaseSettings)));
