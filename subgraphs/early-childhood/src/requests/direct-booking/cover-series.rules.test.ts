import { describe, expect, it } from '@jest/globals';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  firstOfEachWeek,
  meantOf,
  meantToCome,
  needsRefusal,
  sectionsByDays,
  seriesRefusal,
  stillNeeded,
} from './cover-series.rules.ts';

const FIRST = Temporal.PlainDate.from('2026-03-02');
const HALF_HOUR_MS = 1_800_000;
const HOUR_MS = 2 * HALF_HOUR_MS;
const anyDay = fc.integer({ min: 0, max: 60 }).map((days) => FIRST.add({ days }));
/** From before the clocks go forward to after. */
const anyStart = fc
  .integer({ min: 0, max: 60 * 24 })
  .map((hours) => new Date(Date.UTC(2026, 2, 2) + hours * HOUR_MS));

const anyMilestone = fc
  .record({
    startsAt: anyStart,
    status: fc.constantFrom('PLANNED', 'CONFIRMED', 'CANCELLED', 'ATTENDED'),
    version: fc.integer({ min: 1, max: 9 }),
  })
  .map((each) => ({ ...each, endsAt: new Date(each.startsAt.getTime() + HOUR_MS) }));
const anyPart = fc.record({
  fromDay: fc.option(anyDay),
  untilDay: fc.option(anyDay),
  exceptDays: fc.array(anyDay, { maxLength: 5 }),
});

describe('a series', () => {
  it('is covered on the days that each say so by themselves', () => {
    fc.assert(
      fc.property(fc.array(anyMilestone, { maxLength: 40 }), anyPart, anyStart, (series, part, now) => {
        const meant = meantOf(series, part);
        const toCome = meantToCome(series, part, now);
        for (const each of series) {
          const on = String(dayOf(each.startsAt));
          const isMeant =
            (part.fromDay === null || on >= String(part.fromDay)) &&
            (part.untilDay === null || on <= String(part.untilDay)) &&
            !part.exceptDays.map(String).includes(on);
          const takesPlace = each.status === 'PLANNED' || each.status === 'CONFIRMED';
          expect(meant.includes(each)).toBe(isMeant);
          expect(toCome.includes(each)).toBe(isMeant && takesPlace && each.endsAt > now);
        }
      }),
    );
  });

  it('is covered as it was seen, or not at all', () => {
    const times = { startsAt: new Date(0), endsAt: new Date(1), status: 'PLANNED' };
    const series = [
      { ...times, version: 1 },
      { ...times, version: 3 },
    ];
    expect([3, 4, 5].map((seen) => seriesRefusal(series, seen))).toEqual([
      'STALE_VERSION',
      null,
      'VERSION_NOT_KNOWN_YET',
    ]);
  });

  it('takes one choice for each child that lacks care, where any does', () => {
    const refusal = (...children: string[]) =>
      needsRefusal(
        [{ childId: 'ada' }, { childId: 'tom' }],
        children.map((childId) => ({ childId, sectionId: 'near' })),
      );
    expect([refusal(), refusal('tom'), refusal('tom', 'ada')]).toEqual([null, null, null]);
    expect([refusal('eve'), refusal('tom', 'tom')]).toEqual(['CHOICE_NOT_NEEDED', 'CHOICE_NOT_NEEDED']);
    expect(needsRefusal([], [])).toBe('SERIES_COVERED');
  });
});

describe('planning a series', () => {
  const anyStay = fc.record({
    childId: fc.constantFrom('ada', 'tom'),
    from: fc.integer({ min: 0, max: 20 }),
    length: fc.integer({ min: 1, max: 8 }),
  });
  const stayOf = ({ childId, from, length }: { childId: string; from: number; length: number }) => ({
    childId,
    startsAt: new Date(from * HALF_HOUR_MS),
    endsAt: new Date((from + length) * HALF_HOUR_MS),
  });
  const holds = (stays: readonly { startsAt: Date; endsAt: Date }[], at: number) =>
    stays.some(({ startsAt, endsAt }) => startsAt.getTime() <= at && at < endsAt.getTime());

  it('asks for the half-hours of a child that no other of its stays holds, and for no other', () => {
    fc.assert(
      fc.property(anyStay.map(stayOf), fc.array(anyStay.map(stayOf), { maxLength: 6 }), (need, stays) => {
        const left = stillNeeded(need, stays);
        const own = stays.filter(({ childId }) => childId === need.childId);
        for (let at = 0; at < 30 * HALF_HOUR_MS; at += HALF_HOUR_MS)
          expect(holds(left, at)).toBe(holds([need], at) && !holds(own, at));
        expect(left.every(({ childId }) => childId === need.childId)).toBe(true);
      }),
    );
  });

  it('plans the first of each week that is left, and every one in its turn', () => {
    const anyPlans = fc.array(
      fc.array(
        anyStart.map((startsAt) => ({ startsAt })),
        { maxLength: 3 },
      ),
      {
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(anyPlans, (needs) => {
        const plans = needs.map((left) => ({ left: [...left] }));
        const mondayOf = (startsAt: Date) =>
          dayOf(startsAt).subtract({ days: dayOf(startsAt).dayOfWeek - 1 });
        let planned = 0;
        for (let turn = firstOfEachWeek(plans); turn.length > 0; turn = firstOfEachWeek(plans)) {
          const weeks = turn.map(({ left }) => String(left[0] && mondayOf(left[0].startsAt)));
          expect(new Set(weeks).size).toBe(weeks.length);
          for (const plan of turn) plan.left.shift();
          planned += turn.length;
        }
        expect(planned).toBe(needs.flat().length);
      }),
    );
  });

  it('prefers the section that suits a child best over all days, the first of equals', () => {
    const scored = (sectionId: string, ...scores: number[]) => scores.map((score) => ({ sectionId, score }));
    expect(sectionsByDays([])).toEqual([]);
    expect(
      sectionsByDays([...scored('now and then', 95), ...scored('far', 20, 20), ...scored('near', 60, 60)]),
    ).toEqual(['near', 'now and then', 'far']);
    expect(sectionsByDays([...scored('one', 5), ...scored('other', 5)])).toEqual(['one', 'other']);
  });
});
