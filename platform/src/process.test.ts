import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';

const PROCESS = new URL('./process.ts', import.meta.url).href;
const REFUSED = `Object.assign(new Error('invalid input syntax for type date: "CANARY"'),
  { name: 'QueryFailedError', code: '22007', parameters: ['CANARY'] })`;

const run = (start: string) =>
  spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      `import { runProcess } from '${PROCESS}'; await runProcess(async () => { ${start} });`,
    ],
    { encoding: 'utf8' },
  );

it.each([
  ['a start that fails on data', `throw ${REFUSED}`, /^The database refused data: QueryFailedError 22007/],
  [
    'a fault that nobody caught',
    `setTimeout(() => { throw ${REFUSED}; }, 10); await new Promise(() => {});`,
    /^Ended by a fault of ours: QueryFailedError 22007/,
  ],
  [
    'a rejection that nobody caught',
    `void Promise.reject(${REFUSED}); await new Promise((resolve) => setTimeout(resolve, 5_000));`,
    /^Ended by a fault of ours: QueryFailedError 22007/,
  ],
])('%s ends the process with one line that quotes nothing', (_what, start, line) => {
  const { status, stdout, stderr } = run(start);
  expect(status).toBe(1);
  expect(stderr).toMatch(line);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stdout + stderr).not.toContain('CANARY');
});
