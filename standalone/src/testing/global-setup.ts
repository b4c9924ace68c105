import { join } from 'node:path';
import { startPostgres } from '../postgres/embedded-postgres.ts';
import { makeTestFolder, parentOfTestFolders } from './test-folder.ts';

declare global {
  var relaisTestFolder: string | undefined;
  var relaisTestPostgres: { stop(): Promise<void> } | undefined;
}

/** One folder and one PostgreSQL for all test files: `TEST_POSTGRES_URL` when given, else the embedded one. */
export default async (): Promise<void> => {
  const folder = await makeTestFolder(await parentOfTestFolders());
  globalThis.relaisTestFolder = folder;
  // Whatever a test makes in the folder for temporary things goes with the run.
  process.env.TMPDIR = folder;
  if (process.env.TEST_POSTGRES_URL) return;
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), ephemeral: true });
  process.env.TEST_POSTGRES_URL = postgres.url;
  globalThis.relaisTestPostgres = postgres;
};
