import { describe, expect, it } from '@jest/globals';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { bookable, hoursOfDay, leavesNothingOpen } from './cover-forecast.rules.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 2, 3, hour));
const from = (start: number, end: number): Period => ({ startsAt: at(start), endsAt: at(end) });
const hours = (periods: readonly Period[]) =>
  periods.map(({ startsAt, endsAt }) => [startsAt.getUTCHours(), endsAt.getUTCHours()]);

describe('what could be booked', () => {
  it('is of the gaps only, whatever centre it takes', () => {
    const child = { gaps: [from(9, 12), from(14, 16)], offered: [from(8, 10), from(10, 11), from(15, 18)] };
    expect(hours(bookable(child))).toEqual([
      [9, 11],
      [15, 16],
    ]);
    expect(leavesNothingOpen(child)).toBe(false);
    expect(leavesNothingOpen({ ...child, offered: [from(8, 18)] })).toBe(true);
    expect(leavesNothingOpen({ gaps: [], offered: [] })).toBe(true);
  });

  it('is of a day where every child is covered or could be', () => {
    const ada = { gaps: [from(9, 12)], offered: [from(9, 11)] };
    const tom = { gaps: [from(10, 14)], offered: [from(8, 13)] };
    const { covered, couldBeCovered } = hoursOfDay(from(7, 18), [ada, tom]);
    expect(hours(covered)).toEqual([
      [7, 9],
      [14, 18],
    ]);
    expect(hours(couldBeCovered)).toEqual([
      [9, 11],
      [12, 13],
    ]);
    expect(hours(hoursOfDay(from(7, 18), []).covered)).toEqual([[7, 18]]);
  });
});
