import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { startDatabases, withAgencies } from './embedded-databases.ts';
import { migrateAgencies } from './migrate-agencies.ts';

it('says of a data folder from before the first release, in one line, how to start over', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'relais-unreleased-'));
  const databases = await startDatabases(folder, { ephemeral: true });
  try {
    await withAgencies(databases.ownerUrls, ({ employment }) =>
      employment.query('create table migrations (id serial, timestamp bigint, name text)'),
    );
    await expect(migrateAgencies(databases)).rejects.toThrow(
      `The data folder ${databases.dataDir} was made by a version of Relais that was never released. Start over: npm run reset`,
    );
  } finally {
    await databases.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
