import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = 'standalone/src/main.ts';
const run = promisify(execFile);

let folder: string;

const source = (word: string): string => `
  import { where } from '../../platform/src/where.ts';
  class Booking {}
  console.log('${word}', Booking.name, process.argv.slice(2).join(), where);`;

/** A small repository with the real launcher, compiler and libraries. */
beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'relais-run-')));
  for (const name of ['run.mjs', 'compile.mjs', 'tsconfig.json', 'package-lock.json']) {
    await cp(path.join(REPOSITORY, name), path.join(folder, name));
  }
  for (const name of ['standalone/src', 'platform/src', 'subgraphs', 'node_modules']) {
    await mkdir(path.join(folder, name), { recursive: true });
  }
  for (const name of ['esbuild', 'tsx']) {
    await symlink(path.join(REPOSITORY, 'node_modules', name), path.join(folder, 'node_modules', name));
  }
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  const where = 'export const where = new URL("..", import.meta.url).pathname;';
  await writeFile(path.join(folder, 'platform/src/where.ts'), where);
  await writeFile(path.join(folder, PROGRAM), source('first'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const said = async (...args: string[]): Promise<string> => {
  const env = { ...process.env, NODE_OPTIONS: '' };
  return (await run(process.execPath, [path.join(folder, 'run.mjs'), ...args], { cwd: '/', env })).stdout;
};
const cache = () => path.join(folder, 'node_modules/.cache/relais');
const compiled = async (): Promise<string[]> =>
  (await readdir(cache())).filter((name) => name !== 'latest.json');

describe('a program', () => {
  it('runs compiled as it runs from its sources: names of classes, arguments, places of files', async () => {
    await said();
    const [built] = await compiled();
    expect(await said(PROGRAM, 'one', 'two')).toBe(`first Booking one,two ${folder}/platform/\n`);
    expect(await compiled()).toEqual([built]);
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

  it('runs from its sources where nothing can be compiled', async () => {
    await said(PROGRAM);
    const before = await readFile(path.join(cache(), 'latest.json'), 'utf8');
    await rm(path.join(folder, 'node_modules/esbuild'));
    await writeFile(path.join(folder, PROGRAM), source('uncompiled'));
    await said();
    expect(await said(PROGRAM, 'one')).toBe(`uncompiled Booking one ${folder}/platform/\n`);
    expect(await readFile(path.join(cache(), 'latest.json'), 'utf8')).toBe(before);
  });
});
