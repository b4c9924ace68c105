import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withClient } from '@relais/platform/database/with-client.ts';
import { startDatabases } from '../../standalone/src/embedded-databases.ts';
import { agencyNames } from '../../subgraphs/agencies.ts';
import { databaseAsSuperuser } from '../city.ts';
import { startCity } from '../contenders/city.ts';
import { copyAgency } from './copy-city.ts';

/** Registered in the city that every start plants, 143 of them in the practice. */
export const DEMO_FAMILIES = 1_436;

const plantDemo = async (folder: string): Promise<void> => {
  const city = await startCity(folder);
  await city.standalone.stop();
};

const grow = async (folder: string, families: number, tell: (text: string) => void): Promise<void> => {
  const copies = Math.ceil(families / DEMO_FAMILIES) - 1;
  const databases = await startDatabases(folder);
  try {
    for (const name of agencyNames) {
      const begun = Date.now();
      const database = databaseAsSuperuser(databases, name.replaceAll('-', '_'));
      await withClient(database, (client) => copyAgency(client, { copies, perCopy: DEMO_FAMILIES }));
      tell(`${name} of ${families} families written in ${Math.round((Date.now() - begun) / 1_000)} s`);
    }
  } finally {
    await databases.stop();
  }
};

/** The folder of a city of so many families, made once and kept. */
export const folderOfSize = async (families: number, tell: (text: string) => void): Promise<string> => {
  const folder = path.join(tmpdir(), `relais-bench-${families}-families`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished-${process.pid}`;
  try {
    await plantDemo(unfinished);
    if (families > DEMO_FAMILIES) await grow(unfinished, families, tell);
    await rename(unfinished, folder);
    return folder;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
};
