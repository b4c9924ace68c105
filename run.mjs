import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile, compiledFile, ROOT } from './compile.mjs';
import { haveNavigator, introduce, load } from './load.cjs';

/** Where nothing can be compiled or kept (a read-only folder, no compiler), the sources run as they are, only slower. */
const compiled = async () => {
  const file = compiledFile();
  if (file) return file;
  await compile().catch(() => undefined);
  return compiledFile();
};

const runSource = async (program) => {
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(path.join(ROOT, program)).href);
};

/** `node run.mjs standalone/src/main.ts …`: runs a program in its compiled form; `node run.mjs` alone only compiles. */
const [program, ...rest] = process.argv.slice(2);
const file = await compiled();
if (program) {
  introduce(ROOT, file, [program, ...rest]);
  haveNavigator();
  const run = file && load(ROOT, file, program);
  await (run ? run() : runSource(program));
}
