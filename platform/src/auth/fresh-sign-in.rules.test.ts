import { expect, it } from '@jest/globals';
import { isFreshSignIn } from './fresh-sign-in.rules.ts';

it.each([
  [1_000, true],
  [700, true],
  [699, false],
  [1_005, true],
  [1_006, false],
  [undefined, false],
])('a sign-in at second %s is fresh at second 1000: %s', (auth_time, isFresh) => {
  expect(isFreshSignIn({ auth_time }, new Date(1_000_000))).toBe(isFresh);
});
