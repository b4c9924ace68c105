import { randomInt } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** A file of the data folder that says nothing: a power cut or a full disk left it behind. */
export class EmptyFileError extends Error {
  constructor(file: string, remedy: string) {
    super(`The file ${file} is empty or damaged. ${remedy}`);
    this.name = 'EmptyFileError';
  }
}

/** What a power cut must not undo. Some systems cannot sync a folder; there the file's own sync must do. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

const writeWhole = async (file: string, text: string): Promise<void> => {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** A link takes the place of nothing: of two who make the file at once, the first one's stays. */
const putInPlace = async (half: string, file: string): Promise<void> => {
  try {
    await link(half, file);
    await rm(half);
  } catch (error) {
    if (isCode(error, 'EEXIST')) return rm(half);
    await rename(half, file);
  }
};

const isCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

/** The text of a kept file; `undefined` when it was never made, empty when it was lost. */
export const textOf = async (file: string): Promise<string | undefined> => {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
};

/** A small file that only its owner reads; made once, whole or not at all. One found empty is for the caller to judge. */
export const keptFile = async (file: string, make: () => Promise<string> | string): Promise<string> => {
  const kept = await textOf(file);
  if (kept !== undefined) return kept;
  const half = `${file}.${randomInt(2 ** 40)}`;
  try {
    await writeWhole(half, await make());
    await putInPlace(half, file);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
  return (await readFile(file, 'utf8')).trim();
};
