import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addMinutes,
  dayOf,
  instantAt,
  isoWeekday,
  minutesBetween,
  PARIS,
  startOfDay,
  timeOf,
} from './civil-time.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('civil time in Paris', () => {
  it('puts an instant on its Paris day', () => {
    expect(dayOf(new Date('2026-06-30T22:30:00Z')).toString()).toBe('2026-07-01');
    expect(timeOf(new Date('2026-06-30T22:30:00Z')).toString()).toBe('00:30:00');
  });

  it('puts any instant on its Paris day, however often it is asked', () => {
    const plainly = (at: number) =>
      Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(PARIS).toPlainDate().toString();
    const anyInstant = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) - 1 });
    // Around the hours in which days and clocks change.
    const edges = fc
      .tuple(fc.integer({ min: -600_000, max: 1_700_000 }), fc.integer({ min: -1, max: 1 }))
      .map(([hour, more]) => hour * 3_600_000 + more);
    fc.assert(
      fc.property(fc.oneof(anyInstant, edges), (at) => {
        for (let time = 0; time < 2; time += 1) expect(dayOf(new Date(at)).toString()).toBe(plainly(at));
      }),
      { numRuns: 1_000 },
    );
    expect(() => dayOf(new Date(Number.NaN))).toThrow(RangeError);
  });

  it('starts any day when its clocks do, however often it is asked', () => {
    const anyDay = fc.integer({ min: -40_000, max: 80_000 }).map((days) => day('1970-01-01').add({ days }));
    fc.assert(
      fc.property(anyDay, (asked) => {
        const first = startOfDay(asked);
        expect(first.getTime()).toBe(asked.toZonedDateTime(PARIS).epochMilliseconds);
        // What is done with an answer is nothing to the next.
        first.setTime(0);
        expect(startOfDay(asked).getTime()).toBe(asked.toZonedDateTime(PARIS).epochMilliseconds);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-06-01', 24],
  ])('knows that %s has %i hours', (text, hours) => {
    const from = startOfDay(day(text));
    expect(minutesBetween(from, startOfDay(day(text).add({ days: 1 })))).toBe(hours * 60);
  });

  it('keeps wall-clock times over a change of clocks', () => {
    expect(instantAt(day('2026-03-28'), '08:00').toISOString()).toBe('2026-03-28T07:00:00.000Z');
    expect(instantAt(day('2026-03-29'), '08:00').toISOString()).toBe('2026-03-29T06:00:00.000Z');
    expect(instantAt(day('2026-03-29'), '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('counts weekdays from Monday and adds minutes', () => {
    expect(isoWeekday(day('2026-11-23'))).toBe(1);
    expect(addMinutes(new Date(0), 90)).toEqual(new Date(5_400_000));
  });
});
