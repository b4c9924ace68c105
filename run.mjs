import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile, compiledFile, ROOT } from './compile.mjs';

/** Where nothing can be compiled or kept (a read-only folder, no compiler), the sources run as they are, only slower. */
const compiled = async (program) => {
  const file = compiledFile(program);
  if (file) return file;
  await compile().catch(() => undefined);
  return compiledFile(program);
};

const runnable = async (program) => {
  const file = await compiled(program);
  if (file) return file;
  const { register } = await import('tsx/esm/api');
  register();
  return path.join(ROOT, program);
};

/** `node run.mjs standalone/src/main.ts …`: runs a program in its compiled form; `node run.mjs` alone only compiles. */
const [node, , program, ...rest] = process.argv;
if (program) {
  const file = await runnable(program);
  process.argv = [node, file, ...rest];
  await import(pathToFileURL(file).href);
}
if (!program && !compiledFile('standalone/src/main.ts')) await compile().catch(() => undefined);
