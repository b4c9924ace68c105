import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** Where the databases and the keys of this installation lie, unless PostgreSQL's user cannot reach it. */
export const wantedDataDir = (environment: NodeJS.ProcessEnv = process.env): string =>
  path.resolve(REPOSITORY, environment.RELAIS_DATA_DIR || 'data');

/** A small file of the data folder that only its owner reads; made once, whole or not at all. */
export const keptFile = async (file: string, make: () => Promise<string> | string): Promise<string> => {
  if (existsSync(file)) return readFile(file, 'utf8');
  const half = `${file}.${process.pid}`;
  await writeFile(half, await make(), { mode: 0o600 });
  await rename(half, file);
  return readFile(file, 'utf8');
};
