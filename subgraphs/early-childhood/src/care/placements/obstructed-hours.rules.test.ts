import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import { obstructedHours } from './obstructed-hours.rules.ts';
import { staysOf } from './pattern.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const days = (from: string, to: string) => ({ startsOn: day(from), endsOn: day(to) });
const TUESDAYS = onWorkingDays('09:00', '12:00').filter(({ weekday }) => weekday === 2);
const MARCH = { period: days('2026-03-02', '2026-03-31'), closures: [], pauses: [] };
const week = { startsOn: day('2026-03-16'), endsOn: day('2026-03-22') };
const STAY = { startsAt: new Date('2026-03-17T08:00:00Z'), endsAt: new Date('2026-03-17T11:00:00Z') };

describe('hours that were asked for', () => {
  it('are lost on a day without care, with the reason', () => {
    expect(obstructedHours(TUESDAYS, week, MARCH)).toEqual([]);
    const closures = [days('2026-03-17', '2026-03-17')];
    const pauses = [days('2026-03-16', '2026-03-20')];
    expect(obstructedHours(TUESDAYS, week, { ...MARCH, closures, pauses })).toEqual([
      { stay: STAY, refusal: 'CENTRE_CLOSED' },
    ]);
    const late = (time: string) => [{ ...week, opensAt: Temporal.PlainTime.from(time) }];
    expect(obstructedHours(TUESDAYS, week, { ...MARCH, closures: late('11:30') })).toEqual([]);
    expect(obstructedHours(TUESDAYS, week, { ...MARCH, closures: late('12:00') })).toHaveLength(1);
    expect(obstructedHours(TUESDAYS, week, { ...MARCH, pauses })).toMatchObject([{ refusal: 'CARE_RESTS' }]);
    const period = days('2026-03-18', '2026-03-31');
    expect(obstructedHours(TUESDAYS, week, { ...MARCH, period, closures })).toMatchObject([
      { refusal: 'OUTSIDE_PLACEMENT' },
    ]);
  });

  it('are lost over a period only when no day of it is left to them', () => {
    const month = { startsOn: day('2026-03-02'), endsOn: day('2026-03-31') };
    const closures = [days('2026-03-02', '2026-03-29')];
    expect(obstructedHours(TUESDAYS, month, { ...MARCH, closures })).toEqual([]);
    const all = [days('2026-03-02', '2026-03-31')];
    expect(obstructedHours(TUESDAYS, month, { ...MARCH, closures: all })).toHaveLength(5);
  });

  it('are lost when so few days are left that none is theirs', () => {
    const period = days('2026-03-26', '2026-03-27');
    const left = { startsOn: period.startsOn, endsOn: period.endsOn };
    expect(obstructedHours(TUESDAYS, left, { ...MARCH, period })).toMatchObject([
      { stay: { startsAt: new Date('2026-03-31T07:00:00Z') }, refusal: 'OUTSIDE_PLACEMENT' },
    ]);
  });

  it('either come to a stay or are told, whatever the days without care', () => {
    const FIRST = day('2026-03-02');
    const spans = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 14 }));
    const some = fc.array(
      spans.map(([from, length]) => ({
        startsOn: FIRST.add({ days: from }),
        endsOn: FIRST.add({ days: from + length }),
      })),
      { maxLength: 3 },
    );
    const property = fc.property(some, some, spans, (closures, pauses, [from, length]) => {
      const period = { startsOn: FIRST.add({ days: from }), endsOn: FIRST.add({ days: from + length }) };
      const asked = { startsOn: period.startsOn, endsOn: period.endsOn };
      for (const line of onWorkingDays('09:00', '12:00')) {
        const held = staysOf([line], asked, [...closures, ...pauses]);
        expect(obstructedHours([line], asked, { period, closures, pauses }).length > 0).toBe(
          held.length === 0,
        );
      }
    });
    fc.assert(property);
  });
});
