import { execFile } from 'node:child_process';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = 'node_modules/.cache/relais';
const PROGRAM = 'standalone/src/main.ts';
const run = promisify(execFile);
const LAUNCHER = [
  'run.mjs',
  'compile.mjs',
  'load.cjs',
  'ahead.mjs',
  'ahead.cjs',
  'tsconfig.json',
  'package-lock.json',
];

let folder: string;

const source = (word: string): string => `
  import { Refused as Other, where } from '../../platform/src/where.ts';
  import library from 'a-library';
  class Refused extends Error {}
  if (Refused.name !== Other.name) throw new Error('Each has its own name.');
  class Booking {}
  console.log('${word}', Booking.name, process.argv.slice(2).join(), where, library);`;
const LIBRARY = 'const path = require("node:path"); module.exports = path.basename(__dirname);';

/** A small repository with the real launcher, compiler and libraries. */
beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'relais-run-')));
  for (const name of LAUNCHER) {
    await cp(path.join(REPOSITORY, name), path.join(folder, name));
  }
  for (const name of ['standalone/src', 'platform/src', 'subgraphs', 'node_modules/a-library']) {
    await mkdir(path.join(folder, name), { recursive: true });
  }
  for (const name of ['esbuild', 'tsx']) {
    await symlink(path.join(REPOSITORY, 'node_modules', name), path.join(folder, 'node_modules', name));
  }
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  const where = `export const where = new URL("..", import.meta.url).pathname;
    export class Refused extends Error {}`;
  await writeFile(path.join(folder, 'platform/src/where.ts'), where);
  await writeFile(path.join(folder, 'node_modules/a-library/package.json'), '{}');
  await writeFile(path.join(folder, 'node_modules/a-library/index.js'), LIBRARY);
  await writeFile(path.join(folder, PROGRAM), source('first'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const asked = async (args: string[], cwd: string): Promise<string> => {
  const env = { ...process.env, NODE_OPTIONS: '' };
  return (await run(process.execPath, args, { cwd, env })).stdout;
};
const said = (...args: string[]): Promise<string> => asked([path.join(folder, 'run.mjs'), ...args], '/');
const cache = () => path.join(folder, CACHE);
const compiled = async (): Promise<string[]> =>
  (await readdir(cache())).filter((name) => name !== 'latest.json');

describe('a program', () => {
  it('runs compiled as it runs from its sources: names of classes, arguments, places of files', async () => {
    await said();
    const [built] = await compiled();
    expect(await said(PROGRAM, 'one', 'two')).toBe(`first Booking one,two ${folder}/platform/ a-library\n`);
    expect(await compiled()).toEqual([built]);
  });

  it('finds what lies beside its sources after the repository was moved', async () => {
    await said();
    const moved = `${folder}-moved`;
    await rename(folder, moved);
    folder = moved;
    expect(await said(PROGRAM)).toBe(`first Booking  ${moved}/platform/ a-library\n`);
  });

  it('loads what is left out of it when it is asked for, also from what V8 made of it', async () => {
    const library = path.join(folder, 'node_modules/class-validator');
    await mkdir(library);
    await writeFile(path.join(library, 'package.json'), '{ "type": "module", "main": "index.js" }');
    await writeFile(path.join(library, 'index.js'), 'export const word = "late";');
    const program = "import('class-validator').then(({ word }) => console.log(word));";
    await writeFile(path.join(folder, PROGRAM), program);
    expect([await said(PROGRAM), await said(PROGRAM), await said(PROGRAM)]).toEqual([
      'late\n',
      'late\n',
      'late\n',
    ]);
  });

  it('keeps what V8 made of it, and makes it again when that is damaged', async () => {
    await said(PROGRAM);
    const [built = ''] = await compiled();
    const files = await readdir(path.join(cache(), built));
    const kept = files.filter((name) => name.includes(process.version));
    expect(kept).toEqual([expect.stringMatching(/^relais\.cjs\.standalone-src-main\.ts\.v/)]);
    const file = path.join(cache(), built, String(kept[0]));
    const whole = await readFile(file);
    for (const damaged of [
      Buffer.alloc(0),
      whole.subarray(0, 1_000),
      Buffer.alloc(whole.length),
      whole.fill(7, 400),
    ]) {
      await writeFile(file, damaged);
      expect(await said(PROGRAM)).toMatch(/^first /);
      expect((await readFile(file)).equals(damaged)).toBe(false);
    }
    const last = await readFile(file);
    expect(await said(PROGRAM)).toMatch(/^first /);
    expect((await readFile(file)).equals(last)).toBe(true);
  });

  it('keeps nothing of a run that failed', async () => {
    await writeFile(path.join(folder, PROGRAM), 'process.exitCode = 3; console.log("failed");');
    await expect(said(PROGRAM)).rejects.toMatchObject({ code: 3 });
    const [built = ''] = await compiled();
    expect(await readdir(path.join(cache(), built))).toEqual(['relais.cjs']);
  });

  it('is compiled anew when a source was changed', async () => {
    await said(PROGRAM);
    await writeFile(path.join(folder, PROGRAM), source('second'));
    expect(await said(PROGRAM)).toMatch(/^second /);
    expect(await compiled()).toHaveLength(2);
    await writeFile(path.join(folder, PROGRAM), source('third one'));
    expect(await said(PROGRAM)).toMatch(/^third one /);
    expect(await compiled()).toHaveLength(2);
  });

  it('is another one when a file of SQL came, changed or went', async () => {
    const migrations = path.join(folder, 'platform/migrations');
    await mkdir(path.join(migrations, 'functions'), { recursive: true });
    const folders: string[] = [];
    const runIt = async () => {
      await said(PROGRAM);
      folders.push(JSON.parse(await readFile(path.join(cache(), 'latest.json'), 'utf8')).folder);
    };
    await runIt();
    await writeFile(path.join(migrations, '0001-toys.sql'), 'create table toys ()');
    await runIt();
    await writeFile(path.join(migrations, 'functions/greet.sql'), 'select 1');
    await runIt();
    await writeFile(path.join(migrations, 'functions/greet.sql'), 'select 10');
    await runIt();
    await rm(path.join(migrations, 'functions/greet.sql'));
    await runIt();
    expect(new Set(folders).size).toBe(4);
    expect(folders[4]).toBe(folders[1]);
  });

  it('runs from its sources where nothing can be compiled', async () => {
    await said(PROGRAM);
    const before = await readFile(path.join(cache(), 'latest.json'), 'utf8');
    await rm(path.join(folder, 'node_modules/esbuild'));
    await writeFile(path.join(folder, PROGRAM), source('uncompiled'));
    await said();
    expect(await said(PROGRAM, 'one')).toBe(`uncompiled Booking one ${folder}/platform/ a-library\n`);
    expect(await readFile(path.join(cache(), 'latest.json'), 'utf8')).toBe(before);
  });
});

describe('what is loaded ahead', () => {
  const option = () => asked(['ahead.mjs'], folder);
  const make = () => asked(['ahead.mjs', 'standalone/src/ahead.ts', PROGRAM], folder);
  const AHEAD = `
    import { noted } from './noted.ts';
    export const load = async () => { noted.word = ['late', 'loaded'].toSorted().join(); };`;
  const MAIN = `
    import { createServer } from 'node:http';
    import { noted } from './noted.ts';
    import { where } from '../../platform/src/where.ts';
    console.log(noted.word, process.argv.slice(2).join(), where, typeof createServer, process.env.RELAIS_CODE);`;

  beforeEach(async () => {
    await writeFile(
      path.join(folder, 'standalone/src/noted.ts'),
      "export const noted = { word: 'nothing' };",
    );
    await writeFile(path.join(folder, 'standalone/src/ahead.ts'), AHEAD);
    await writeFile(path.join(folder, PROGRAM), MAIN);
    await said();
  });

  it('is what a program begins with, as it would without', async () => {
    const [code] = await compiled();
    const rest = `one,two ${folder}/platform/ function ${code}\n`;
    expect(await option()).toBe('');
    await make();
    const words = [...(await option()).split(' '), 'run.mjs', PROGRAM, 'one', 'two'];
    expect(words[0]).toBe('--snapshot-blob');
    expect(await asked(words, folder)).toBe(`late,loaded ${rest}`);
    expect(await said(PROGRAM, 'one', 'two')).toBe(`nothing ${rest}`);
  });

  it('is not used of other sources, at another place, or with options that it does not know', async () => {
    await make();
    expect(await option()).not.toBe('');
    const env = { ...process.env, NODE_OPTIONS: '--max-old-space-size=300' };
    expect((await run(process.execPath, ['ahead.mjs'], { cwd: folder, env })).stdout).toBe('');
    const moved = `${folder}-moved`;
    await rename(folder, moved);
    folder = moved;
    expect(await option()).toBe('');
    await make();
    expect(await option()).not.toBe('');
    await writeFile(path.join(folder, PROGRAM), `${MAIN} // changed`);
    expect(await option()).toBe('');
  });

  it('is not used when it is damaged, made again then, and holds nothing of the environment', async () => {
    const ahead = 'export const load = async () => { globalThis.kept = process.env.DATABASE_URL; };';
    await writeFile(path.join(folder, 'standalone/src/ahead.ts'), ahead);
    await said();
    const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: 'canary-of-the-shell' };
    const make = ['ahead.mjs', 'standalone/src/ahead.ts', PROGRAM];
    await run(process.execPath, make, { cwd: folder, env });
    const [, name = ''] = (await option()).split(' ');
    const memory = path.join(folder, name);
    const whole = await readFile(memory);
    expect(whole.includes('canary-of-the-shell')).toBe(false);
    const flipped = Buffer.from(whole);
    flipped.writeUInt8(whole.readUInt8(3_000_000) ^ 1, 3_000_000);
    for (const damaged of [Buffer.alloc(0), whole.subarray(0, 1_000_000), flipped]) {
      await writeFile(memory, damaged);
      expect(await option()).toBe('');
    }
    await run(process.execPath, make, { cwd: folder, env });
    expect(await option()).toMatch(/^--snapshot-blob /);
    expect((await readdir(path.dirname(memory))).filter((each) => each.includes('.ahead-'))).toHaveLength(1);
  });

  it('is left out where it cannot be made, or would draw the same lot in each run', async () => {
    for (const load of ['async () => { throw new Error("no") }', '() => randomUUID()', '() => http.Agent']) {
      const text = `import { randomUUID } from 'node:crypto'; import http from 'node:http'; export const load = ${load};`;
      await writeFile(path.join(folder, 'standalone/src/ahead.ts'), text);
      await said();
      await make();
      expect(await option()).toBe('');
    }
    expect(await said(PROGRAM)).toMatch(/^nothing /);
  });
});

it('is compiled whole in this repository', async () => {
  await run(process.execPath, ['run.mjs'], { cwd: REPOSITORY });
  const { folder: latest } = JSON.parse(await readFile(path.join(REPOSITORY, CACHE, 'latest.json'), 'utf8'));
  const programs = await readFile(path.join(REPOSITORY, CACHE, latest, 'relais.cjs'), 'latin1');
  expect(programs).toContain('"standalone/src/main.ts": ');
  expect(programs).toContain('"subgraphs/employment/src/main.ts": ');
}, 120_000);
