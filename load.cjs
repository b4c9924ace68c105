const { createHash } = require('node:crypto');
const { readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { setFlagsFromString } = require('node:v8');
const vm = require('node:vm');

/** What a program finds of itself: its arguments, and of which code it is. */
const introduce = (root, file, [program, ...rest]) => {
  process.argv = [process.argv[0], path.join(root, program), ...rest];
  // What was prepared for this code lies beside it (standalone/src/prepare.ts).
  if (file) process.env.RELAIS_PREPARED ??= path.join(path.dirname(file), 'prepared');
  // What it brought up to date it need not bring there again (standalone/src/brought-up-to-date.ts).
  process.env.RELAIS_CODE = file ? path.basename(path.dirname(file)) : '';
};

/** As Node has one since 21. Without it, pg looks for it in what `fetch` is made of, and loads that. */
const haveNavigator = () => {
  globalThis.navigator ??= { userAgent: `Node.js/${process.versions.node.split('.')[0]}` };
};

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
const placesIn = (root) => ({
  file: (name) => path.join(root, name),
  folder: (name) => path.dirname(path.join(root, name)),
  url: (name) => pathToFileURL(path.join(root, name)).href,
});

/**
 * V8 throws away what it made of functions that did not run for a while, and most of a start never runs again: kept without
 * them, each would be made anew at every start. Its flags are part of what it compares, so they are put back before.
 */
const keepAllCode = () => setFlagsFromString('--no-flush-bytecode');
const codeOf = (script) => {
  setFlagsFromString('--flush-bytecode');
  return script.createCachedData();
};

const scriptOf = (file, options) =>
  // Nothing but ASCII is in it: V8 keeps the text where it was read, beside its heap.
  new vm.Script(readFileSync(file, 'latin1'), { filename: file, ...options });

/** All programs that the file holds, each a function that runs it. */
const programsOf = (script, root, required) => {
  const module = { exports: {} };
  script.runInThisContext()(module, required, placesIn(root));
  return module.exports;
};

/**
 * A program of a compiled file, as a function that runs it. What V8 made of it while it ran is kept when it ends well, so
 * that the next run need not make it again.
 */
const load = (root, file, program) => {
  const name = machineCodeOf(file, program);
  const cachedData = readCode(name);
  const script = scriptOf(file, {
    cachedData,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (!cachedData || script.cachedDataRejected) {
    keepAllCode();
    process.once('exit', (code) => code === 0 && writeCode(name, codeOf(script)));
  }
  return programsOf(script, root, createRequire(file))[program];
};

/** The same loaded ahead (ahead.cjs), with what V8 made of it when it ran. */
const loadWith = (root, file, program, required) =>
  programsOf(scriptOf(file, { cachedData: readCode(machineCodeOf(file, program)) }), root, required);

module.exports = { introduce, haveNavigator, load, loadWith };
