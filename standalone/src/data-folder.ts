import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { EmptyFileError, keptFile } from './kept-file.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** Where the databases and the keys of this installation lie, unless PostgreSQL's user cannot reach it. */
export const wantedDataDir = (environment: NodeJS.ProcessEnv = process.env): string =>
  path.resolve(REPOSITORY, environment.RELAIS_DATA_DIR || 'data');

export type KeptRecord<Shape extends z.ZodType> = {
  readonly file: string;
  readonly shape: Shape;
  readonly make: () => Promise<z.input<Shape>> | z.input<Shape>;
  /** What helps when a power cut has emptied the file. */
  readonly remedy: string;
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What the data folder keeps under a name: made once, then read. */
export const keptRecord = async <Shape extends z.ZodType>(
  dataDir: string,
  { file, shape, make, remedy }: KeptRecord<Shape>,
): Promise<z.output<Shape>> => {
  const name = path.join(dataDir, file);
  const text = await keptFile(name, async () => JSON.stringify(await make()));
  const kept = shape.safeParse(jsonIn(text));
  if (!kept.success) throw new EmptyFileError(name, remedy);
  return kept.data;
};
