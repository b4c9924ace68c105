import { expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { addressDateRefusal } from './change-address.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-03-02');
const known = { version: 3, since: day('2026-01-05') };

it.each([
  ['from today', {}, null],
  ['corrected from its first day', { since: known.since }, null],
  ['from tomorrow', { since: day('2026-03-03') }, 'HOLDS_FROM_A_COMING_DAY'],
  ['from before the present one', { since: day('2026-01-04') }, 'BEFORE_THE_PRESENT_ADDRESS'],
  ['read before another change', { version: 2 }, 'STALE_VERSION'],
])('an address %s', (_case, facts, refusal) => {
  expect(addressDateRefusal({ version: 3, since: today, ...facts }, known, today)).toBe(refusal);
});
