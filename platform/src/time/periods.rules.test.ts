import { describe, expect, it } from '@jest/globals';
import { inOrder, isWithin, overlap } from './periods.rules.ts';

const period = (from: number, to: number) => ({
  startsAt: new Date(Date.UTC(2026, 2, 3, from)),
  endsAt: new Date(Date.UTC(2026, 2, 3, to)),
});

describe('periods', () => {
  it('overlap when they have a moment in common: the end is not part of them', () => {
    expect(overlap(period(8, 12), period(11, 14))).toBe(true);
    expect(overlap(period(8, 12), period(12, 14))).toBe(false);
  });

  it('stand first to last', () => {
    expect(inOrder([period(12, 13), period(8, 9)])).toEqual([period(8, 9), period(12, 13)]);
  });

  it('lie within each other', () => {
    expect(isWithin(period(8, 9), period(8, 12))).toBe(true);
    expect(isWithin(period(8, 13), period(8, 12))).toBe(false);
    expect(isWithin(period(7, 9), period(8, 12))).toBe(false);
  });
});
