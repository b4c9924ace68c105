import { describe, expect, it } from '@jest/globals';
import { publicHolidaysOf } from '@relais/early-childhood/care/own-arrangements/school-calendar.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { nextWorkingDay } from './next-working-day.rules.ts';

const day = Temporal.PlainDate.from;
const closed = (days: readonly Temporal.PlainDate[]) =>
  days.map((each) => ({ startsOn: each, endsOn: each }));

describe('the next working day', () => {
  it.each([
    ['2026-11-23', '2026-11-24'],
    ['2026-11-27', '2026-11-30'],
    ['2026-12-24', '2026-12-28'],
  ])('after %s is %s', (today, next) => {
    expect(nextWorkingDay(day(today), closed(publicHolidaysOf(2026)))?.toString()).toBe(next);
  });

  it('is there on whatever day a city is made, and only a closed week has none', () => {
    const holidays = closed([2026, 2027, 2028, 2029].flatMap(publicHolidaysOf));
    const first = day('2026-12-01');
    const days = Array.from({ length: 3 * 365 }, (_, offset) => first.add({ days: offset }));
    expect(days.filter((today) => nextWorkingDay(today, holidays) === undefined)).toEqual([]);
    expect(nextWorkingDay(first, [{ startsOn: first, endsOn: first.add({ days: 7 }) }])).toBeUndefined();
  });
});
