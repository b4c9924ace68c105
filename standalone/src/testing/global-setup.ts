import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../postgres/embedded-postgres.ts';

declare global {
  var relaisTestPostgres: { stop(): Promise<void> } | undefined;
}

/** One PostgreSQL for all test files: `TEST_POSTGRES_URL` when given, else the embedded one. */
export default async (): Promise<void> => {
  if (process.env.TEST_POSTGRES_URL) return;
  const dataDir = await mkdtemp(join(tmpdir(), 'relais-test-'));
  const postgres = await startPostgres({ dataDir, ephemeral: true });
  process.env.TEST_POSTGRES_URL = postgres.url;
  globalThis.relaisTestPostgres = postgres;
};
