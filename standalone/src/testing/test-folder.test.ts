import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { bareEnvironment } from './bare-environment.ts';
import { makeTestFolder, parentOfTestFolders } from './test-folder.ts';

it('all that a run of the tests makes among temporary things lies in the folder of the run', () => {
  expect(path.basename(tmpdir())).toMatch(/^relais-test-\d+-/);
});

it('temporary things lie in memory at most where nobody said where they belong', async () => {
  // A run of the tests says so itself, to all that it starts.
  expect(await parentOfTestFolders()).toBe(tmpdir());
});

it('nothing stays of what a proof makes among temporary things, also when it fails', async () => {
  const parent = await mkdtemp(path.join(tmpdir(), 'relais-folders-'));
  // In a process of its own: in jest's, where temporary things lie is settled.
  const proof = `
    import { readdirSync } from 'node:fs';
    import { createTestIssuer } from '@relais/platform/testing/test-users.ts';
    import { inTestFolder } from './test-folder.ts';
    await inTestFolder(async (folder) => {
      await createTestIssuer();
      throw new Error(readdirSync(folder).join());
    });`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', proof];
  const options = { cwd: import.meta.dirname, env: { ...bareEnvironment(), TMPDIR: parent } };
  const { stderr } = spawnSync(process.execPath, args, options);
  expect(String(stderr)).toMatch(/Error: relais-issuer-\w+\n/);
  expect((await readdir(parent)).filter((name) => /^relais/.test(name))).toEqual([]);
});

it('the folder of a run that was killed goes when the next one begins; those of others stay', async () => {
  const parent = await mkdtemp(path.join(tmpdir(), 'relais-folders-'));
  const { pid: gone } = spawnSync(process.execPath, ['--version']);
  const others = [`relais-test-${process.ppid}-running`, 'relais-test-older', 'relais-data'];
  for (const name of [...others, `relais-test-${gone}-killed`]) {
    await mkdir(path.join(parent, name));
    await writeFile(path.join(parent, name, 'file'), 'kept');
  }
  const folder = await makeTestFolder(parent);
  expect((await readdir(parent)).sort()).toEqual([...others, path.basename(folder)].sort());
});
