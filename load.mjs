import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import { ROOT } from './compile.mjs';

/** Of one program, for one release of Node on one kind of processor; V8 itself refuses what another made. */
const machineCodeOf = (file, program) =>
  `${file}.${program.replaceAll('/', '-')}.${process.version}-${process.arch}`;

const DIGEST_BYTES = 32;
const digestOf = (code) => createHash('sha256').update(code).digest();

/** Nothing when it is missing, or not as it was written: V8 trusts what it is given. */
const readCode = (name) => {
  try {
    const kept = readFileSync(name);
    const code = kept.subarray(DIGEST_BYTES);
    return digestOf(code).equals(kept.subarray(0, DIGEST_BYTES)) ? code : undefined;
  } catch {
    return undefined;
  }
};

/** Whole or not at all; a folder that cannot be written keeps none. */
const writeCode = (name, code) => {
  const half = `${name}.${process.pid}`;
  try {
    writeFileSync(half, Buffer.concat([digestOf(code), code]));
    renameSync(half, name);
  } catch {
    rmSync(half, { force: true });
  }
};

/** Where a source lies, for the part that it became. */
const placeOf = {
  file: (name) => path.join(ROOT, name),
  folder: (name) => path.dirname(path.join(ROOT, name)),
  url: (name) => pathToFileURL(path.join(ROOT, name)).href,
};

/**
 * V8 throws away what it made of functions that did not run for a while, and most of a start never runs again: kept without
 * them, each would be made anew at every start. Its flags are part of what it compares, so they are put back before.
 */
const keepAllCode = () => setFlagsFromString('--no-flush-bytecode');
const codeOf = (script) => {
  setFlagsFromString('--flush-bytecode');
  return script.createCachedData();
};

/**
 * A program of a compiled file, as a function that runs it. What V8 made of it while it ran is kept when it ends well, so
 * that the next run need not make it again.
 */
export const load = (file, program) => {
  const name = machineCodeOf(file, program);
  const cachedData = readCode(name);
  // Nothing but ASCII is in it: V8 keeps the text where it was read, beside its heap.
  const script = new vm.Script(readFileSync(file, 'latin1'), {
    filename: file,
    cachedData,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (!cachedData || script.cachedDataRejected) {
    keepAllCode();
    process.once('exit', (code) => code === 0 && writeCode(name, codeOf(script)));
  }
  const module = { exports: {} };
  script.runInThisContext()(module, createRequire(file), placeOf);
  return module.exports[program];
};
