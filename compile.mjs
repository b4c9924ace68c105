import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(fileURLToPath(import.meta.url));
const CACHE = path.join(ROOT, 'node_modules/.cache/relais');
const LATEST = path.join(CACHE, 'latest.json');
const SETTINGS = ['compile.mjs', 'package-lock.json', 'tsconfig.json'];

const programs = () => {
  const subgraphs = readdirSync(path.join(ROOT, 'subgraphs')).map((name) => `subgraphs/${name}`);
  const names = [
    'ahead',
    'main',
    'main-publish',
    'events',
    'import',
    'migrate',
    'prepare',
    'reset',
    'secrets',
    'seed',
    'token',
  ];
  return ['gateway', 'standalone', ...subgraphs]
    .flatMap((folder) => names.map((name) => `${folder}/src/${name}.ts`))
    .filter((file) => existsSync(path.join(ROOT, file)));
};

/** Read when a program runs, not compiled: but a database that is made ahead is made of them, too. */
const sql = () => {
  const owners = [
    'platform',
    ...readdirSync(path.join(ROOT, 'subgraphs')).map((name) => `subgraphs/${name}`),
  ];
  const folders = owners
    .flatMap((owner) => [`${owner}/migrations`, `${owner}/migrations/functions`])
    .filter((folder) => existsSync(path.join(ROOT, folder)));
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder))
      .filter((name) => name.endsWith('.sql'))
      .map((name) => `${folder}/${name}`),
  );
  // A folder changes when a file comes or goes.
  return { folders, files };
};

/** A file is as it was compiled while its size and the time of its last change are. */
const stampOf = (file, before = Number.POSITIVE_INFINITY) => {
  const found = statSync(path.join(ROOT, file), { throwIfNoEntry: false });
  if (!found) return 'missing';
  // One that is being changed just now may have been read before or after.
  return found.mtimeMs < before ? `${found.size} ${found.mtimeMs}` : 'changing';
};

/** Large and asked for seldom or never, or not installed. */
const LEFT_OUT = ['typescript', '@graphql-yoga/render-graphiql/*', 'oidc-provider/*', 'class-validator'];

const TARGET = 'node20';

const OWN_PLACE = /import\.meta\.url|\b__dirname\b|\b__filename\b/;

const withItsPlace = (text, file) => {
  const place = JSON.stringify(path.relative(ROOT, file).replaceAll(path.sep, '/'));
  const names = ['__filename', '__dirname'].filter(
    (name) => text.includes(name) && !new RegExp(`(const|let|var) ${name}\\b`).test(text),
  );
  const values = { __filename: `placeOf.file(${place})`, __dirname: `placeOf.folder(${place})` };
  const own = names.map((name) => `var ${name} = ${values[name]};`).join(' ');
  return own + text.replaceAll('import.meta.url', `placeOf.url(${place})`);
};

/** Names of classes are names of types, tables and errors: where two have the same, one would be given another. */
const NAMED = { ts: /^\s*@\w+\(|\bextends \w*Error\b/m, js: /\bclass\b/ };

/**
 * What the federation runtime needs for a life that ours never leads: composing by itself, asking its maker for a graph, counting
 * for it. It is loaded when it is asked for, not at each start.
 */
const NEVER_ASKED =
  /@opentelemetry\/(?!api)[\w-]+|@apollo\/composition|make-fetch-happen|node-fetch|async-retry/;
const RUNTIME = /\/@apollo\/gateway\/dist\/.*\.js$/;
const REQUIRED = new RegExp(
  `^const (\\w+) = (?:__import\\w+\\()?require\\("((?:${NEVER_ASKED.source})(?:/[^"]*)?)"\\)\\)?;$`,
  'gm',
);
const whenAsked = (text) =>
  text.replace(
    REQUIRED,
    (_, name, library) => `const ${name} = new Proxy({}, { get: (_, key) => {
      const library = require("${library}");
      return key === 'default' && !library.__esModule ? library : library[key];
    } });`,
  );

/** There is one graphql in the file: it need not look at each value whether it is of another. */
const LOOKS_FOR_OTHERS = /\/graphql\/jsutils\/instanceOf\.m?js$/;
const withoutOthers = (text) => text.replace("process.env.NODE_ENV === 'production'", 'true');

const adapted = (text, file) => {
  if (LOOKS_FOR_OTHERS.test(file)) return withoutOthers(text);
  return RUNTIME.test(file) ? whenAsked(text) : text;
};

/**
 * What lies beside a source is found from its compiled form, too, wherever the repository was moved to since. Names are kept
 * only where they mean something: each function of the file is wrapped for that, whenever it is made.
 */
const placesAndNames = {
  name: 'places and names',
  setup: (build) =>
    build.onLoad({ filter: /\.([cm]?js|ts)$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const loader = file.endsWith('.ts') ? 'ts' : 'js';
      const placed = OWN_PLACE.test(text) ? withItsPlace(text, file) : text;
      const contents = adapted(placed, file);
      if (!NAMED[loader].test(text)) return { contents, loader };
      const tsconfigRaw = await readFile(path.join(ROOT, 'tsconfig.json'), 'utf8');
      const named = await build.esbuild.transform(contents, {
        loader,
        tsconfigRaw,
        target: TARGET,
        keepNames: true,
      });
      return { contents: named.code, loader: 'js' };
    }),
};

/** All programs in one file, each made when it is asked for. */
const entry = () => {
  const lines = programs().map(
    (program) => `${JSON.stringify(program)}: () => import(${JSON.stringify(`./${program}`)}),`,
  );
  return { contents: `module.exports = {${lines.join('\n')}};`, resolveDir: ROOT };
};

const bundle = async () => {
  const { build, stop } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    stdin: entry(),
    absWorkingDir: ROOT,
    tsconfig: path.join(ROOT, 'tsconfig.json'),
    plugins: [placesAndNames],
    external: LEFT_OUT,
    banner: { js: '(function (module, require, placeOf) {' },
    footer: { js: '})' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: TARGET,
    // What V8 made of a script and kept does not know how to import; all that is left out can be required.
    supported: { 'dynamic-import': false },
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  // It would wait for more beside a program that runs for months, with 300 MB in its hands.
  await stop();
  const ours = Object.keys(metafile.inputs).filter((file) => !/node_modules|^<stdin>$/.test(file));
  return { code: outputFiles[0].contents, inputs: [...ours, ...SETTINGS] };
};

const readLatest = () => {
  try {
    return JSON.parse(readFileSync(LATEST, 'utf8'));
  } catch {
    return undefined;
  }
};

/** The file that holds every program, when the sources are still those it was made of. */
export const compiledFile = () => {
  const latest = readLatest();
  if (!latest) return undefined;
  const isFresh = Object.entries(latest.stamps).every(([file, stamp]) => stampOf(file) === stamp);
  const file = path.join(CACHE, latest.folder, 'relais.cjs');
  return isFresh && existsSync(file) ? file : undefined;
};

/** A program that starts just now may still load what the last compilation made; older ones nobody needs. */
const removeOld = async (latest, before) => {
  const old = readdirSync(CACHE).filter((name) => /^[0-9a-f]{12}/.test(name) && name !== latest);
  const made = (name) =>
    readdirSync(path.join(CACHE, name)).filter((each) => each === 'prepared' || each.includes('.ahead-'));
  const gone = old.flatMap((name) =>
    name === before ? made(name).map((each) => path.join(name, each)) : name,
  );
  for (const name of gone) await rm(path.join(CACHE, name), { recursive: true, force: true });
};

/** Compiles every program; whole or not at all, whoever else does the same. */
export const compile = async () => {
  const begun = Date.now();
  const { code, inputs } = await bundle();
  const { folders, files } = sql();
  const stamps = Object.fromEntries(
    [...inputs, ...folders, ...files].map((file) => [file, stampOf(file, begun)]),
  );
  const hash = createHash('sha256').update(code);
  for (const file of files) hash.update(file).update(readFileSync(path.join(ROOT, file)));
  const folder = hash.digest('hex').slice(0, 12);
  const half = path.join(CACHE, `${folder}.${process.pid}`);
  await mkdir(half, { recursive: true });
  await writeFile(path.join(half, 'relais.cjs'), code);
  await rename(half, path.join(CACHE, folder)).catch(() => rm(half, { recursive: true, force: true }));
  const before = readLatest()?.folder;
  await writeFile(`${LATEST}.${process.pid}`, JSON.stringify({ folder, stamps }));
  await rename(`${LATEST}.${process.pid}`, LATEST);
  await removeOld(folder, before);
};
