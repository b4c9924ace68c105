import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
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

const folderOf = (families: number): string => path.join(tmpdir(), `relais-bench-${families}-families`);

/** Whole or not at all. */
const make = async (folder: string, work: (unfinished: string) => Promise<void>): Promise<void> => {
  if (existsSync(folder)) return;
  const unfinished = `${folder}.unfinished-${process.pid}`;
  try {
    await work(unfinished);
    await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
};

/** The folder of a city of so many families, made once and kept. Nobody works in the demo city meanwhile. */
export const folderOfSize = async (families: number, tell: (text: string) => void): Promise<string> => {
  const demo = folderOf(DEMO_FAMILIES);
  await make(demo, plantDemo);
  await make(folderOf(families), async (folder) => {
    // PostgreSQL takes only files of its own user.
    await promisify(execFile)('cp', ['-a', demo, folder]);
    await grow(folder, families, tell);
  });
  return folderOf(families);
};
