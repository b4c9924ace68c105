import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';

const MEMORY = new URL('./memory.ts', import.meta.url).href;

/** By which factor V8 lets the heap of a process grow until it collects again, as it says itself. */
const growth = (): number => {
  const program = `import { keepHeapSmall } from '${MEMORY}'; keepHeapSmall(); globalThis.gc();`;
  const { stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', '--trace-gc-verbose', '--import', 'tsx', '--input-type=module', '-e', program],
    { encoding: 'utf8' },
  );
  const factors = [...stdout.matchAll(/\[HeapController\] Limit: .*\((\d+\.\d+)\)/g)];
  return Number(factors.at(-1)?.[1]);
};

it('a heap grows by half, where V8 alone would let it grow up to fourfold', () => {
  expect(growth()).toBe(1.5);
});

it('a process ends under the flags that it began with, so that the next takes back what V8 made of its code', () => {
  const program = `
    import { cachedDataVersionTag } from 'node:v8';
    import { keepHeapSmall } from '${MEMORY}';
    const tags = [cachedDataVersionTag()];
    process.once('exit', () => tags.push(cachedDataVersionTag()));
    keepHeapSmall();
    tags.push(cachedDataVersionTag());
    process.once('exit', () => console.log(JSON.stringify(tags)));`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', program];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const [first, meanwhile, last] = JSON.parse(stdout);
  expect(meanwhile).not.toBe(first);
  expect(last).toBe(first);
});
