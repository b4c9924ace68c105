import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import zlib from 'node:zlib';
import { compiledFile, ROOT } from './compile.mjs';

const MAKERS = ['ahead.cjs', 'load.cjs'];
const RELEASE = `${process.version}-${process.arch}`;

/** Of one build of Node on one kind of processor, for one place of the repository: what is in memory knows all of them. */
const made = () => {
  const config = JSON.stringify(process.config);
  const hash = createHash('sha256').update(
    [process.platform, cachedDataVersionTag(), config, ROOT].join(' '),
  );
  for (const name of MAKERS) hash.update(readFileSync(path.join(ROOT, name)));
  return hash.digest('hex').slice(0, 12);
};
const memoryOf = (file) => `${path.basename(file)}.ahead-${RELEASE}-${made()}-`;

/** The sum of what it holds ends its name: Node 24 would begin with a damaged memory, and others end without a word. */
const sumOf = (memory) => zlib.crc32(readFileSync(memory)).toString(16);
const isWhole = (memory) => memory.endsWith(`-${sumOf(memory)}`);

/** Options of a user's own may be of a kind that what was loaded without them does not know. Node 21 cannot sum. */
const canUse = () => !process.env.NODE_OPTIONS && zlib.crc32 !== undefined;

const kept = () => {
  const file = canUse() ? compiledFile() : undefined;
  if (!file) return undefined;
  const folder = path.dirname(file);
  const begin = memoryOf(file);
  const memories = readdirSync(folder).filter((name) => name.startsWith(begin));
  const memory = memories.map((name) => path.join(folder, name)).find(isWhole);
  const named = memory && path.relative('.', memory);
  return named && !/\s/.test(named) ? named : undefined;
};

const sync = (name) => {
  const opened = openSync(name, 'r');
  fsyncSync(opened);
  closeSync(opened);
};

/** Far longer than it takes. */
const LONGEST_MS = 120_000;
/** Nothing of the environment of whoever installs: what is loaded keeps some of it, addresses with passwords as well. */
const isDone = (...options) => {
  const stdio = ['ignore', 'ignore', 'inherit'];
  return (
    spawnSync(process.execPath, options, { cwd: ROOT, env: {}, stdio, timeout: LONGEST_MS }).status === 0
  );
};

const removeOthers = (folder, latest) => {
  const others = readdirSync(folder).filter(
    (name) => name.includes(`.ahead-${RELEASE}-`) && name !== path.basename(latest),
  );
  for (const name of others) rmSync(path.join(folder, name));
};

/** Begun with once, whole and on the disk, or not at all. Whatever prevents it costs time at a start, nothing else. */
const make = (ahead, program) => {
  const file = canUse() && !kept() ? compiledFile() : undefined;
  if (!file) return;
  const folder = path.dirname(file);
  const half = path.join(folder, `${memoryOf(file)}${process.pid}.half`);
  try {
    const options = ['--no-warnings', '--snapshot-blob', half, '--build-snapshot', 'ahead.cjs'];
    if (!isDone(...options, ROOT, file, ahead, program) || !isDone('--snapshot-blob', half)) return;
    sync(half);
    const memory = path.join(folder, `${memoryOf(file)}${sumOf(half)}`);
    renameSync(half, memory);
    removeOthers(folder, memory);
  } catch {
    // A full disk, say.
  } finally {
    rmSync(half, { force: true });
  }
};

/**
 * `node ahead.mjs` prints with which option of Node a program starts that was loaded ahead; nothing where none was, or of other
 * sources. `node ahead.mjs AHEAD PROGRAM` loads it: what AHEAD loads, as V8 compiled it when PROGRAM ran.
 */
const [ahead, program] = process.argv.slice(2);
if (ahead) make(ahead, program);
if (!ahead) {
  const memory = kept();
  if (memory) writeSync(1, `--snapshot-blob ${memory}`);
}
