import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { addressDateRefusal, isCorrection, isDroppedSilently, placeAfter } from './change-address.rules.ts';

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

it('an address that holds from the same day is the present one corrected', () => {
  expect(isCorrection({ since: day('2026-01-05') }, known)).toBe(true);
  expect(isCorrection({ since: today }, known)).toBe(false);
});

describe('where the home stands', () => {
  const [here, there] = [
    { latitude: 47.2, longitude: -1.55 },
    { latitude: 47.3, longitude: -1.5 },
  ];
  const before = { position: here, districtId: 'north' };
  it.each([
    ['stays when the address is only corrected', {}, true, before, false],
    [
      'is dropped by a move that does not say it, which is asked about',
      {},
      false,
      { position: null, districtId: null },
      true,
    ],
    [
      'is as it is said after a move',
      { position: there, districtId: 'south' },
      false,
      { position: there, districtId: 'south' },
      false,
    ],
    ['gives the district anew', { position: there }, false, { position: there, districtId: null }, false],
    [
      'is not known when that is said',
      { position: null, districtId: null },
      false,
      { position: null, districtId: null },
      false,
    ],
    [
      'is asked about when only the district is said',
      { districtId: 'south' },
      false,
      { position: null, districtId: 'south' },
      true,
    ],
    [
      'may be put right alone',
      { position: there, districtId: 'north' },
      true,
      { position: there, districtId: 'north' },
      false,
    ],
  ])('%s', (_case, asked, isCorrected, after, isDropped) => {
    expect(placeAfter(asked, before, isCorrected)).toEqual(after);
    expect(isDroppedSilently(asked, before, after)).toBe(isDropped);
  });

  it('is not asked about when nothing was known', () => {
    const nothing = { position: null, districtId: null };
    expect(isDroppedSilently({}, nothing, placeAfter({}, nothing, false))).toBe(false);
  });
});
