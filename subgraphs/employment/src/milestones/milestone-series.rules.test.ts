import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { partOf, type Series, seriesRefusal, timesOf } from './milestone-series.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const now = new Date('2026-03-10T09:00:00+01:00');

/** Training on Mondays, Tuesdays and Thursdays for two months. */
const training: Series = {
  firstDay: day('2026-03-16'),
  lastDay: day('2026-05-15'),
  weekdays: [1, 2, 4],
  exceptDays: [],
  from: time('09:00'),
  to: time('12:30'),
};

describe('the times of a series', () => {
  it('are the same hours of the clock on each of its days, also across the clock change', () => {
    const times = timesOf(training);
    expect(times).toHaveLength(27);
    const around = times.filter(({ startsAt }) => {
      const text = startsAt.toISOString();
      return text >= '2026-03-26' && text < '2026-03-31';
    });
    expect(around.map(({ startsAt, endsAt }) => [startsAt.toISOString(), endsAt.toISOString()])).toEqual([
      ['2026-03-26T08:00:00.000Z', '2026-03-26T11:30:00.000Z'],
      ['2026-03-30T07:00:00.000Z', '2026-03-30T10:30:00.000Z'],
    ]);
  });

  it('last an hour longer by the clock that is set back at night', () => {
    const night = { firstDay: day('2026-10-25'), lastDay: day('2026-10-25'), weekdays: [7] };
    const [times] = timesOf({ ...training, ...night, from: time('01:00'), to: time('05:00') });
    expect(times?.startsAt.toISOString()).toBe('2026-10-24T23:00:00.000Z');
    expect(times?.endsAt.toISOString()).toBe('2026-10-25T04:00:00.000Z');
  });

  it('leave out the days that are excepted', () => {
    const easter = { ...training, exceptDays: [day('2026-04-06'), day('2026-05-14')] };
    const days = timesOf(easter).map(partOf);
    expect(days).toHaveLength(25);
    expect(days).not.toContain('2026-04-06');
  });
});

describe('a series', () => {
  const check = (given: Partial<Series>, travelMinutes = 30) =>
    seriesRefusal({ ...training, ...given }, travelMinutes, now);

  it.each([
    [{}, null],
    [{ lastDay: day('2026-09-15') }, null],
    [{ lastDay: day('2026-09-16') }, 'SERIES_TOO_LONG'],
    [{ lastDay: day('2026-03-15') }, 'PERIOD_ENDS_BEFORE_IT_STARTS'],
    [{ from: time('12:30'), to: time('09:00') }, 'ENDS_BEFORE_IT_STARTS'],
    [{ weekdays: [] }, 'SERIES_WITHOUT_DAYS'],
    [{ weekdays: [0] }, 'WEEKDAY_OUT_OF_RANGE'],
    [{ weekdays: [1, 8] }, 'WEEKDAY_OUT_OF_RANGE'],
    [{ lastDay: day('2026-03-16'), weekdays: [2] }, 'WEEKDAY_OUTSIDE_PERIOD'],
    [{ lastDay: day('2026-03-21'), weekdays: [1, 7] }, 'WEEKDAY_OUTSIDE_PERIOD'],
    [{ lastDay: day('2026-03-22'), weekdays: [1, 7] }, null],
    [{ lastDay: day('2026-03-16'), weekdays: [1], exceptDays: [day('2026-03-16')] }, 'SERIES_WITHOUT_DAYS'],
    [{ to: time('09:00') }, 'ENDS_BEFORE_IT_STARTS'],
    [{ from: time('06:00'), to: time('20:01') }, 'LONGER_THAN_14_HOURS'],
    [{ firstDay: day('2026-03-09') }, 'STARTS_IN_THE_PAST'],
  ])('with %j is refused with %s', (given, expected) => {
    expect(check(given)).toBe(expected);
  });

  it('is stopped whole by one milestone that the clock change makes impossible', () => {
    const nights = { weekdays: [6, 7], from: time('02:30'), to: time('03:15') };
    expect(check({ ...nights, lastDay: day('2026-03-28') })).toBeNull();
    expect(check({ ...nights, lastDay: day('2026-03-29') })).toBe('ENDS_BEFORE_IT_STARTS');
  });

  it('keeps travel within its limit', () => {
    expect(check({}, 241)).toBe('TRAVEL_OUT_OF_RANGE');
  });
});
