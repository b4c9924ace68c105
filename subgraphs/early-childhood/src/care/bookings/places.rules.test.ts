import { describe, expect, it } from '@jest/globals';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import fc from 'fast-check';
import { peakDuring, placesWithEmergencies } from './places.rules.ts';

const between = (from: number, to: number): Period => ({ startsAt: new Date(from), endsAt: new Date(to) });

const periods = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 15 }))
  .map(([from, length]) => between(from, from + length));

/** Counts at every instant. */
const peakByCounting = (stays: readonly Period[], { startsAt, endsAt }: Period): number => {
  const counts: number[] = [];
  for (let instant = startsAt.getTime(); instant < endsAt.getTime(); instant += 1) {
    counts.push(
      stays.filter((stay) => stay.startsAt.getTime() <= instant && instant < stay.endsAt.getTime()).length,
    );
  }
  return Math.max(...counts);
};

describe('the peak of a period', () => {
  it('is that of counting at every instant', () => {
    fc.assert(
      fc.property(fc.array(periods), periods, (stays, period) => {
        expect(peakDuring(stays, period)).toBe(peakByCounting(stays, period));
      }),
    );
  });

  it('does not add stays that touch', () => {
    expect(peakDuring([between(0, 10), between(10, 20)], between(0, 20))).toBe(1);
  });
});

describe('places with emergencies', () => {
  it.each([
    [10, 11],
    [12, 13],
    [20, 23],
    [60, 69],
  ])('of %i authorised are %i', (authorised, places) => {
    expect(placesWithEmergencies(authorised)).toBe(places);
  });
});
