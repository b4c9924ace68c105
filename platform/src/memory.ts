import { setFlagsFromString } from 'node:v8';

/** V8 collects what is no longer used once the heap holds so much more than was in use, in percent. */
const GROWTH_PERCENT = 50;
const UNSET = 0;

const grow = (percent: number): void => setFlagsFromString(`--heap-growing-percent=${percent}`);

/**
 * Left to itself, V8 lets the heap become four times what is in use before it looks for what is not: large answers that
 * were sent long ago then hold hundreds of MiB. Looking more often costs some 50 ms for every 50 MiB that outlived a
 * young collection (docs/decisions/0019-fair-shares-of-a-gateway.md).
 */
export const keepHeapSmall = (): void => {
  grow(GROWTH_PERCENT);
  // At the end as in the beginning: V8 takes back the code that it leaves then (load.cjs) only under the same flags.
  process.prependOnceListener('exit', () => grow(UNSET));
};
