import { describe, expect, it } from '@jest/globals';
import { dayOf, timeOf } from '@relais/platform/time/civil-time.ts';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { timesOf } from './milestone-series.rules.ts';
import { MilestoneStatus } from './milestone-status.ts';
import {
  type MeantPart,
  movedTimes,
  toCallOff,
  toMove,
  toRecord,
  versionOf,
} from './series-changes.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const ALL: MeantPart = { fromDay: null, untilDay: null, exceptDays: [] };

/** From before the clocks go forward to after they go back. */
const FIRST = day('2026-03-02');
const anyDay = fc.integer({ min: 0, max: 300 }).map((days) => FIRST.add({ days }));
const anySeries = fc.record({
  firstDay: fc.integer({ min: 0, max: 120 }).map((days) => FIRST.add({ days })),
  length: fc.integer({ min: 1, max: 184 }),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  exceptDays: fc.array(anyDay, { maxLength: 20 }),
  fromHour: fc.integer({ min: 6, max: 12 }),
  hours: fc.integer({ min: 1, max: 8 }),
});
type AnySeries = typeof anySeries extends fc.Arbitrary<infer Series> ? Series : never;

const seriesOf = ({ firstDay, length, weekdays, exceptDays, fromHour, hours }: AnySeries) => ({
  ...{ firstDay, lastDay: firstDay.add({ days: length - 1 }), weekdays, exceptDays },
  ...{
    from: Temporal.PlainTime.from({ hour: fromHour }),
    to: Temporal.PlainTime.from({ hour: fromHour + hours }),
  },
});

/** Each day asked by itself whether it has a milestone. */
const daysOneByOne = ({ firstDay, length, weekdays, exceptDays }: AnySeries): string[] => {
  const days: string[] = [];
  for (let passed = 0; passed < length; passed += 1) {
    const each = firstDay.add({ days: passed });
    const isExcepted = exceptDays.some((except) => String(except) === String(each));
    if (weekdays.includes(each.dayOfWeek) && !isExcepted) days.push(String(each));
  }
  return days;
};

describe('a series', () => {
  it('has the days that each say so by themselves, at the same hours of the clock', () => {
    fc.assert(
      fc.property(anySeries, (given) => {
        const series = seriesOf(given);
        const times = timesOf(series);
        expect(times.map(({ startsAt }) => String(dayOf(startsAt)))).toEqual(daysOneByOne(given));
        for (const { startsAt, endsAt } of times)
          expect([timeOf(startsAt), timeOf(endsAt)].map(String)).toEqual(
            [series.from, series.to].map(String),
          );
      }),
    );
  });

  it('moved by days keeps its days apart as they were, at the hours that are asked for', () => {
    const anyMove = fc.record({
      byDays: fc.integer({ min: -31, max: 31 }),
      isAtOtherHours: fc.boolean(),
    });
    fc.assert(
      fc.property(anySeries, anyMove, (given, { byDays, isAtOtherHours }) => {
        const series = seriesOf(given);
        const [from, to] = isAtOtherHours ? [time('13:30'), time('17:00')] : [null, null];
        const moved = timesOf(series).map((each) => movedTimes(each, { byDays, from, to }));
        expect(moved.map(({ startsAt }) => String(dayOf(startsAt).subtract({ days: byDays })))).toEqual(
          daysOneByOne(given),
        );
        const hours = [from ?? series.from, to ?? series.to].map(String);
        for (const { startsAt, endsAt } of moved)
          expect([timeOf(startsAt), timeOf(endsAt)].map(String)).toEqual(hours);
      }),
    );
  });
});

const anyMilestone = fc.record({
  startsAt: fc
    .integer({ min: 0, max: 300 * 24 })
    .map((hours) => new Date(Date.UTC(2026, 2, 2) + hours * 3_600_000)),
  status: fc.constantFrom(...Object.values(MilestoneStatus)),
  isException: fc.boolean(),
});
const anyPart = fc.record({
  fromDay: fc.option(anyDay),
  untilDay: fc.option(anyDay),
  exceptDays: fc.array(anyDay, { maxLength: 5 }),
});

it('what is called off, moved or recorded is what each milestone says of itself', () => {
  fc.assert(
    fc.property(
      fc.array(anyMilestone, { maxLength: 60 }),
      anyPart,
      anyDay.map((each) => new Date(`${each}T10:30:00Z`)),
      (given, part, now) => {
        const series = given.map((each) => ({
          ...each,
          endsAt: new Date(each.startsAt.getTime() + 3_600_000),
        }));
        const [off, moved, recorded] = [toCallOff, toMove, toRecord].map((choose) =>
          choose(series, part, now),
        );
        for (const each of series) {
          const on = String(dayOf(each.startsAt));
          const isOpen = each.status === 'PLANNED' || each.status === 'CONFIRMED';
          const isMeant =
            (part.fromDay === null || on >= String(part.fromDay)) &&
            (part.untilDay === null || on <= String(part.untilDay)) &&
            !part.exceptDays.map(String).includes(on);
          const isIn = isOpen && isMeant;
          expect(off?.includes(each)).toBe(isIn && each.endsAt > now);
          expect(moved?.includes(each)).toBe(isIn && each.startsAt > now && !each.isException);
          expect(recorded?.includes(each)).toBe(isIn && each.startsAt <= now);
        }
      },
    ),
  );
});

it('its version is another once any of its milestones is', () => {
  expect(versionOf([])).toBe(0);
  expect(versionOf([{ version: 1 }, { version: 3 }])).toBe(4);
  expect(toMove([], ALL, new Date())).toEqual([]);
});
