import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile, compiledFile, ROOT } from './compile.mjs';
import { load } from './load.mjs';

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
const [node, , program, ...rest] = process.argv;
const file = await compiled();
if (program) {
  process.argv = [node, path.join(ROOT, program), ...rest];
  // What was prepared for this code lies beside it (standalone/src/prepare.ts).
  if (file) process.env.RELAIS_PREPARED ??= path.join(path.dirname(file), 'prepared');
  // What it brought up to date it need not bring there again (standalone/src/brought-up-to-date.ts).
  process.env.RELAIS_CODE = file ? path.basename(path.dirname(file)) : '';
  // As Node has one since 21. Without it, pg looks for it in what `fetch` is made of, and loads that.
  globalThis.navigator ??= { userAgent: `Node.js/${process.versions.node.split('.')[0]}` };
  const run = file && load(file, program);
  await (run ? run() : runSource(program));
}
