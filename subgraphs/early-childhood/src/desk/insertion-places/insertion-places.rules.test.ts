import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { isShareKept, monthOf, shareOf } from './insertion-places.rules.ts';

describe('the AVIP share', () => {
  it.each([
    ['2026-02-17', '2026-02-01', '2026-02-28'],
    ['2028-02-29', '2028-02-01', '2028-02-29'],
    ['2026-12-01', '2026-12-01', '2026-12-31'],
  ])('of %s is that of the month from %s to %s', (day, from, to) => {
    const month = monthOf(Temporal.PlainDate.from(day));
    expect([`${month.startsOn}`, `${month.endsOn}`]).toEqual([from, to]);
  });

  it('is a part of the children, and of none when there are none', () => {
    expect(shareOf(1, 3)).toBe(0.3333);
    expect(shareOf(0, 4)).toBe(0);
    expect(shareOf(0, 0)).toBeNull();
  });

  it.each([
    [1, 5, true],
    [7, 35, true],
    [6, 35, false],
    [0, 1, false],
    [0, 0, true],
    [1999, 10_000, false],
  ])('with %d of %d children is kept: %s', (insertionChildren, children, isKept) => {
    expect(isShareKept(insertionChildren, children)).toBe(isKept);
  });
});
