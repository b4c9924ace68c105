import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const HERE = new URL('./', import.meta.url).pathname;
const LOCK = path.join(HERE, '../package-lock.json');

/** Where the built console lies, and the file in it that says of what it was built. */
export const DIST = path.join(HERE, 'dist');
export const STAMP = path.join(DIST, 'built-of');

const SOURCES = ['index.html', 'package.json', 'vite.ts', 'build.ts', 'public', 'src'];

const filesIn = async (name: string): Promise<string[]> => {
  const found = await readdir(path.join(HERE, name), { withFileTypes: true, recursive: true }).catch(
    () => [],
  );
  const files = found.filter((each) => each.isFile()).map((each) => path.join(each.parentPath, each.name));
  return files.length > 0 ? files.sort() : [path.join(HERE, name)];
};

/** What the console would be built of now: a hash of its sources, and of the packages it is built with. */
export const stampNow = async (): Promise<string> => {
  const files = [...(await Promise.all(SOURCES.map(filesIn))).flat(), LOCK];
  const hash = createHash('sha256');
  for (const file of files) hash.update(path.relative(HERE, file)).update(await readFile(file));
  return hash.digest('hex');
};

export const isBuilt = async (): Promise<boolean> => {
  const built = await readFile(STAMP, 'utf8').catch(() => '');
  return built !== '' && built === (await stampNow().catch(() => undefined));
};
