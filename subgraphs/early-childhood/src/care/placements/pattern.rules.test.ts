import { describe, expect, it } from '@jest/globals';
import type { Days } from '@relais/platform/time/days.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import { patternProblem, staysOf } from './pattern.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const line = (weekday: number, from: string, to: string): WeeklyHours => ({
  weekday,
  from: Temporal.PlainTime.from(from),
  to: Temporal.PlainTime.from(to),
});
const told = (stays: readonly Period[]): string[] =>
  stays.map(({ startsAt, endsAt }) => `${startsAt.toISOString()} ${endsAt.toISOString()}`);

const HALF_HOUR = 1_800_000;
const HALF_HOURS_OF_A_DAY = 48;
const LONGEST_DAYS = 300;

const halfHour = (index: number) =>
  Temporal.PlainTime.from({ hour: Math.floor(index / 2), minute: (index % 2) * 30 });

const lines = fc
  .tuple(
    fc.integer({ min: 1, max: 7 }),
    fc.integer({ min: 0, max: HALF_HOURS_OF_A_DAY - 2 }),
    fc.integer({ min: 1, max: HALF_HOURS_OF_A_DAY - 1 }),
  )
  .map(([weekday, from, length]) => ({
    weekday,
    from: halfHour(from),
    to: halfHour(Math.min(from + length, HALF_HOURS_OF_A_DAY - 1)),
  }));
const patterns = fc
  .array(lines, { minLength: 1, maxLength: 6 })
  .filter((pattern) => !patternProblem(pattern));

/** Both changes of clocks of 2026 lie within what is drawn, often right at the edges. */
const firstDays = fc.oneof(
  fc.integer({ min: 0, max: 330 }).map((days) => day('2026-01-01').add({ days })),
  fc.constantFrom('2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25').map(day),
);
const periods = fc
  .tuple(firstDays, fc.integer({ min: 0, max: LONGEST_DAYS }))
  .map(([from, days]) => ({ startsOn: from, endsOn: from.add({ days }) }));
const closures = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 12 })).map(([start, length]) => ({
    startsOn: day('2026-01-01').add({ days: start }),
    endsOn: day('2026-01-01').add({ days: start + length }),
  })),
  { maxLength: 8 },
);

/** Since when Paris is so many hours ahead of UTC, as published; worked out apart from the code. */
const offsets = (
  [
    ['2025-10-26T01:00:00Z', 1],
    ['2026-03-29T01:00:00Z', 2],
    ['2026-10-25T01:00:00Z', 1],
    ['2027-03-28T01:00:00Z', 2],
    ['2027-10-31T01:00:00Z', 1],
  ] as const
).map(([since, hours]) => ({ since: Date.parse(since), hours }));
const offsetAt = (instant: number): number => offsets.findLast(({ since }) => since <= instant)?.hours ?? 0;

type Moment = { readonly instant: Date; readonly time: string };

const momentsOfDays = new Map<string, Moment[]>();

/** The half-hours of a day, each with what the clock shows. */
const momentsOf = (date: string): Moment[] => {
  const moments = momentsOfDays.get(date) ?? walkThrough(date);
  momentsOfDays.set(date, moments);
  return moments;
};

const walkThrough = (date: string): Moment[] =>
  Array.from({ length: 2 * HALF_HOURS_OF_A_DAY }, (_, index) => {
    const instant = new Date(Date.parse(`${date}T00:00:00Z`) + (index - HALF_HOURS_OF_A_DAY) * HALF_HOUR);
    const shown = new Date(instant.getTime() + offsetAt(instant.getTime()) * 2 * HALF_HOUR).toISOString();
    return { instant, shown };
  })
    .filter(({ shown }) => shown.startsWith(date))
    .map(({ instant, shown }) => ({ instant, time: shown.slice(11, 16) }));

/** Walks through the half-hours of each day until the clock shows the time. */
const expected = (
  pattern: readonly WeeklyHours[],
  { startsOn: first, endsOn: last }: Days,
  closed: readonly Days[],
): string[] => {
  const stays: { startsAt: Date; endsAt: Date }[] = [];
  for (let each = first; `${each}` <= `${last}`; each = each.add({ days: 1 })) {
    if (closed.some(({ startsOn, endsOn }) => `${startsOn}` <= `${each}` && `${each}` <= `${endsOn}`))
      continue;
    const reached = (time: Temporal.PlainTime) =>
      momentsOf(each.toString()).find((moment) => moment.time >= time.toString({ smallestUnit: 'minute' }))
        ?.instant;
    for (const { from: begins, to: ends } of pattern.filter(({ weekday }) => weekday === each.dayOfWeek)) {
      const startsAt = reached(begins);
      const endsAt = reached(ends);
      if (startsAt && endsAt && startsAt < endsAt) stays.push({ startsAt, endsAt });
    }
  }
  return told(stays).sort();
};

describe('the stays of a weekly pattern', () => {
  it('are its hours on every day that is not closed, over any period with clock changes', () => {
    fc.assert(
      fc.property(patterns, periods, closures, (pattern, period, closed) => {
        const stays = staysOf(pattern, period, closed);
        const overlapping = stays.filter(({ startsAt }, index) => startsAt < (stays[index - 1]?.endsAt ?? 0));

        expect(told(stays)).toEqual(expected(pattern, period, closed));
        expect(overlapping).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('are what is left of them where a part of the day is closed', () => {
    const days = { startsOn: day('2026-03-02'), endsOn: day('2026-03-02') };
    const closing = (text: string) => [{ ...days, closesAt: Temporal.PlainTime.from(text) }];
    const lines = [line(1, '08:30', '12:00'), line(1, '14:00', '16:00')];
    expect(told(staysOf(lines, days, closing('11:00')))).toEqual([
      '2026-03-02T07:30:00.000Z 2026-03-02T10:00:00.000Z',
    ]);
    expect(staysOf(lines, days, closing('15:00'))).toHaveLength(2);
  });

  it('keep local time when the clocks change', () => {
    const mondays = staysOf(
      [line(1, '08:30', '12:00')],
      { startsOn: day('2026-03-23'), endsOn: day('2026-03-30') },
      [],
    );

    expect(told(mondays)).toEqual([
      '2026-03-23T07:30:00.000Z 2026-03-23T11:00:00.000Z',
      '2026-03-30T06:30:00.000Z 2026-03-30T10:00:00.000Z',
    ]);
  });

  it('begin at the change where it skips their first hour', () => {
    const sunday = { startsOn: day('2026-03-29'), endsOn: day('2026-03-29') };
    expect(told(staysOf([line(7, '02:30', '04:00')], sunday, []))).toEqual([
      '2026-03-29T01:00:00.000Z 2026-03-29T02:00:00.000Z',
    ]);
  });

  it('are none in a period that ends before it starts', () => {
    const backwards = { startsOn: day('2026-03-10'), endsOn: day('2026-03-09') };
    expect(staysOf(onWorkingDays('08:30', '12:00'), backwards, [])).toEqual([]);
  });
});

describe('a weekly pattern', () => {
  it('may have lines that touch, and the same hours on other days', () => {
    expect(
      patternProblem([line(1, '12:00', '14:30'), line(1, '09:00', '12:00'), line(7, '09:00', '12:00')]),
    ).toBeNull();
  });

  it.each([
    ['WEEKDAY_UNKNOWN', [line(0, '09:00', '12:00')]],
    ['WEEKDAY_UNKNOWN', [line(8, '09:00', '12:00')]],
    ['LINE_ENDS_BEFORE_IT_STARTS', [line(1, '09:00', '09:00')]],
    ['NOT_ON_THE_HALF_HOUR', [line(1, '09:15', '12:00')]],
    ['NOT_ON_THE_HALF_HOUR', [line(1, '09:00', '12:00:30')]],
    ['LINES_OVERLAP', [line(1, '09:00', '12:00'), line(1, '11:30', '14:00')]],
  ])('is refused: %s', (problem, pattern) => {
    expect(patternProblem(pattern)).toBe(problem);
  });
});
