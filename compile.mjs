import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(fileURLToPath(import.meta.url));
const CACHE = path.join(ROOT, 'node_modules/.cache/relais');
const LATEST = path.join(CACHE, 'latest.json');
/** From a compiled file, which lies in a folder of the cache. */
const TO_ROOT = '../../../../';
const SETTINGS = ['compile.mjs', 'package-lock.json', 'tsconfig.json'];

const programs = () => {
  const subgraphs = readdirSync(path.join(ROOT, 'subgraphs')).map((name) => `subgraphs/${name}`);
  const names = ['main', 'events', 'import', 'reset', 'seed', 'token'];
  return ['gateway', 'standalone', ...subgraphs]
    .flatMap((folder) => names.map((name) => `${folder}/src/${name}.ts`))
    .filter((file) => existsSync(path.join(ROOT, file)));
};

const compiledName = (program) => program.replace('/src/', '-').replaceAll('/', '-').replace(/\.ts$/, '');

/** A file is as it was compiled while its size and the time of its last change are. */
const stampOf = (file, before = Number.POSITIVE_INFINITY) => {
  const found = statSync(path.join(ROOT, file), { throwIfNoEntry: false });
  if (!found) return 'missing';
  // One that is being changed just now may have been read before or after.
  return found.mtimeMs < before ? `${found.size} ${found.mtimeMs}` : 'changing';
};

/** Our own code becomes a few files; libraries stay as they are, but for those that one workspace has in a version of its own. */
const ours = {
  name: 'ours',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, async (asked) => {
      if (asked.pluginData === 'asked') return undefined;
      const { path: file } = await build.resolve(asked.path, {
        importer: asked.importer,
        resolveDir: asked.resolveDir,
        kind: asked.kind,
        pluginData: 'asked',
      });
      const isOurs = !file.includes(`${path.sep}node_modules${path.sep}`);
      const isNested = !file.startsWith(path.join(ROOT, 'node_modules'));
      return isOurs || isNested ? undefined : { path: asked.path, external: true };
    });
    build.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
      const source = TO_ROOT + path.relative(ROOT, file).replaceAll(path.sep, '/');
      const text = await readFile(file, 'utf8');
      return {
        contents: text.replaceAll('import.meta.url', `new URL('${source}', import.meta.url).href`),
        loader: 'ts',
      };
    });
  },
};

const bundle = async () => {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    entryPoints: Object.fromEntries(programs().map((file) => [compiledName(file), path.join(ROOT, file)])),
    absWorkingDir: ROOT,
    outdir: CACHE,
    outExtension: { '.js': '.mjs' },
    tsconfig: path.join(ROOT, 'tsconfig.json'),
    plugins: [ours],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Names of classes are names of types and tables.
    keepNames: true,
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  return { outputFiles, inputs: [...Object.keys(metafile.inputs), ...SETTINGS] };
};

const readLatest = () => {
  try {
    return JSON.parse(readFileSync(LATEST, 'utf8'));
  } catch {
    return undefined;
  }
};

/** The compiled form of a program, when the sources are still those it was made of. */
export const compiledFile = (program) => {
  const latest = readLatest();
  if (!latest) return undefined;
  const isFresh = Object.entries(latest.stamps).every(([file, stamp]) => stampOf(file) === stamp);
  const file = path.join(CACHE, latest.folder, `${compiledName(program)}.mjs`);
  return isFresh && existsSync(file) ? file : undefined;
};

/** A program that runs may still load what the last compilation made; older ones nobody needs. */
const removeOld = async (kept) => {
  const old = readdirSync(CACHE).filter((name) => /^[0-9a-f]{12}/.test(name) && !kept.includes(name));
  for (const name of old) await rm(path.join(CACHE, name), { recursive: true, force: true });
};

/** Compiles every program; whole or not at all, whoever else does the same. */
export const compile = async () => {
  const begun = Date.now();
  const { outputFiles, inputs } = await bundle();
  const stamps = Object.fromEntries(inputs.map((file) => [file, stampOf(file, begun)]));
  const hash = createHash('sha256');
  for (const { contents } of outputFiles) hash.update(contents);
  const folder = hash.digest('hex').slice(0, 12);
  const half = path.join(CACHE, `${folder}.${process.pid}`);
  await mkdir(half, { recursive: true });
  for (const { path: file, contents } of outputFiles) {
    await writeFile(path.join(half, path.basename(file)), contents);
  }
  await rename(half, path.join(CACHE, folder)).catch(() => rm(half, { recursive: true, force: true }));
  const before = readLatest()?.folder;
  await writeFile(`${LATEST}.${process.pid}`, JSON.stringify({ folder, stamps }));
  await rename(`${LATEST}.${process.pid}`, LATEST);
  await removeOld([folder, before]);
};
