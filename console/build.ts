import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { print } from '@relais/platform/terminal.ts';
import { DIST, isBuilt, STAMP, stampNow } from './stamp.ts';

const brotli = promisify(brotliCompress);
const pack = promisify(gzip);

const SHRINKS = /\.(js|css|html|svg)$/;

/** Once, here, as tightly as it goes: a gateway only hands over. */
const compress = async (folder: string): Promise<void> => {
  const found = await readdir(folder, { recursive: true });
  for (const name of found.filter((each) => SHRINKS.test(each))) {
    const file = path.join(folder, name);
    const content = await readFile(file);
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
    await writeFile(`${file}.br`, await brotli(content, quality));
    await writeFile(`${file}.gz`, await pack(content, { level: constants.Z_BEST_COMPRESSION }));
  }
};

/** Whole or not at all, whoever else builds at the same time. */
const build = async (): Promise<void> => {
  const { build: bundle } = await import('vite');
  const { options } = await import('./vite.ts');
  const half = `${DIST}.${process.pid}`;
  const own = options();
  await bundle({ ...own, build: { ...own.build, outDir: half, emptyOutDir: true } });
  await compress(half);
  await writeFile(path.join(half, path.basename(STAMP)), await stampNow());
  await rm(DIST, { recursive: true, force: true });
  await rename(half, DIST).catch(() => rm(half, { recursive: true, force: true }));
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';

/** `npm ci` ends with this, and a start asks for it where it is missing or older than its sources. */
if (!(await isBuilt())) {
  await build().catch((error: unknown) => {
    // Without the development packages there is nothing to build with: whoever installs so brings a built console along.
    if (!isMissing(error)) throw error;
    print('The console was not built: its development packages are not installed.');
  });
}
