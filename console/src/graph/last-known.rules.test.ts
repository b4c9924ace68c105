import { expect, it } from '@jest/globals';
import type { Known } from './known.rules.ts';
import { keptOf, type Read } from './last-known.rules.ts';

const read = (part: Known<string>, of = 'one'): Read<object, string> => ({
  of,
  part,
  answer: { data: {}, problems: [], askedAt: 0 },
});
const whole = read({ is: 'known', value: 'v', isPartial: false });
const away = read({ is: 'away' });

it('keeps the last whole answer while its agency is away', () => {
  expect(keptOf(whole, undefined)).toBe(whole);
  expect(keptOf(away, whole)).toBe(whole);
  expect(keptOf(away, undefined)).toBeUndefined();
});

it('shows what is read anew, and the same answer as the same', () => {
  const anew = read({ is: 'known', value: 'w', isPartial: false });
  expect(keptOf(anew, whole)).toBe(anew);
  expect(keptOf({ ...whole }, whole)).toBe(whole);
});

it('keeps nothing of somebody else, and nothing that is gone or shared no more', () => {
  expect(keptOf(read({ is: 'away' }, 'other'), whole)).toBeUndefined();
  expect(keptOf(read({ is: 'none' }), whole)).toBeUndefined();
  expect(keptOf(read({ is: 'not-shared', because: 'OBJECTION' }), whole)).toBeUndefined();
});
