import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { makeTestFolder } from './test-folder.ts';

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
