import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { instantAt } from '@relais/platform/time/civil-time.ts';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { bookStays } from '../../care/bookings/book-stays.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { staysOf } from '../../care/placements/pattern.rules.ts';
import { PatternLine } from '../../care/placements/pattern-line.ts';
import {
  givenCentre,
  givenClosure,
  givenDistrict,
  givenSection,
} from '../../centres/centres/centre.builder.ts';
import { closuresDuring } from '../../centres/centres/centre.queries.ts';
import type { Section } from '../../centres/centres/section.ts';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import { Child } from '../../families/families/child.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenCareRequest } from '../care-requests/care-request.builder.ts';
import type { CareRequest } from '../care-requests/care-request.ts';
import { findWeeklyOptions } from './find-weekly-options.ts';

/** The clocks change on Sunday 29 March, within every period that is drawn. */
const NOW = new Date('2026-03-20T10:00:00+01:00');
const FIRST_DAY = Temporal.PlainDate.from('2026-03-23');
const RUNS = 15;
const MOST_MISSES = 2;
const SECONDS = 1_000;

const time = (halfHours: number) => new Temporal.PlainTime(7).add({ minutes: halfHours * 30 });
const hours = (weekday: number, start: number, length: number): WeeklyHours =>
  Object.assign(new PatternLine(), { weekday, from: time(start), to: time(start + length) });

const weekdays = fc.integer({ min: 1, max: 5 });
const lines = fc.record({
  weekday: weekdays,
  start: fc.integer({ min: 0, max: 14 }),
  length: fc.integer({ min: 1, max: 9 }),
});
const sections = fc.record({
  minAgeMonths: fc.constantFrom(0, 0, 0, 18),
  maxAgeMonths: fc.constantFrom(24, 72, 72, 72),
  places: fc.integer({ min: 1, max: 2 }),
});
const cases = fc.record({
  centres: fc.array(
    fc.record({
      authorisedPlaces: fc.integer({ min: 1, max: 3 }),
      opens: fc.constantFrom(0, 0, 0, 4),
      openFor: fc.constantFrom(24, 24, 24, 10, 2),
      closure: fc.option(fc.integer({ min: 0, max: 27 })),
      sections: fc.array(sections, { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  taken: fc.array(
    fc.record({ place: fc.nat(), day: fc.integer({ min: 0, max: 27 }), line: lines, isOwn: fc.boolean() }),
    { maxLength: 8 },
  ),
  kind: fc.constantFrom('LONG_TERM' as const, 'FLEXIBLE' as const),
  days: fc.integer({ min: 6, max: 27 }),
  ageDays: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 100, max: 1_000 }) },
    { weight: 1, arbitrary: fc.constantFrom(60, 715, 2_180) },
  ),
  pattern: fc.uniqueArray(lines, { minLength: 1, maxLength: 4, selector: ({ weekday }) => weekday }),
});
type Case = typeof cases extends fc.Arbitrary<infer Each> ? Each : never;

let graph: TestSubgraph;
let familyId: string;
let districtId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
  familyId = (await givenFamily(graph.db)).id;
  districtId = (await givenDistrict(graph.db)).id;
});
afterAll(() => graph.close());

const givenPlaces = async ({ centres }: Case): Promise<Section[]> => {
  await graph.db.query("update centres set opening_hours = '[]'");
  const places: Section[] = [];
  for (const { opens, openFor, closure, sections: drawn, authorisedPlaces } of centres) {
    const openingHours = [1, 2, 3, 4, 5].map((weekday) => hours(weekday, opens, openFor));
    const { id: centreId } = await givenCentre(graph.db, { authorisedPlaces, openingHours, districtId });
    const closed = FIRST_DAY.add({ days: closure ?? 0 }).toString();
    if (closure !== null) await givenClosure(graph.db, centreId, [closed, closed]);
    for (const section of drawn) places.push(await givenSection(graph.db, { centreId, ...section }));
  }
  return places;
};

/** Some of what is drawn cannot be: the database refuses it. */
const take = async ({ taken }: Case, places: readonly Section[], childId: string) => {
  for (const { place, day, line, isOwn } of taken) {
    const on = FIRST_DAY.add({ days: day });
    const startsAt = instantAt(on, time(line.start));
    const endsAt = instantAt(on, time(line.start + line.length));
    const child = isOwn && place % 4 === 0 ? childId : (await givenChild(graph.db, { familyId })).id;
    const sectionId = String(places[place % places.length]?.id);
    await givenBooking(graph.db, { childId: child, sectionId, startsAt, endsAt }).catch(() => undefined);
  }
};

const givenNeed = async (each: Case, places: readonly Section[]): Promise<CareRequest> => {
  const birthDate = FIRST_DAY.subtract({ days: each.ageDays });
  const { id: childId } = await givenChild(graph.db, { familyId, birthDate });
  await take(each, places, childId);
  const weeklyPattern = each.pattern.map(({ weekday, start, length }) => hours(weekday, start, length));
  const lastDay = FIRST_DAY.add({ days: each.days });
  return givenCareRequest(graph.db, {
    childId,
    kind: each.kind,
    weeklyPattern,
    firstDay: FIRST_DAY,
    lastDay,
  });
};

class RollBack extends Error {}

/** What would come of booking these lines on every open day; nothing is kept. */
const refusalOfLines = async (
  { childId, kind, firstDay: startsOn, lastDay: endsOn }: CareRequest,
  { id: sectionId, centreId }: Section,
  pattern: readonly WeeklyHours[],
): Promise<string | null> => {
  let refusal: string | null = null;
  const attempt = inTransaction(graph.db, async (tx) => {
    const child = await tx.findOneByOrFail(Child, { id: childId });
    const days = { startsOn, endsOn };
    const stays = staysOf(pattern, days, await closuresDuring(tx, [centreId], days));
    const whose = { child, familyId, familiesOfChild: [familyId] };
    const care = { ...whose, sectionId, kind, status: 'CONFIRMED', stays } as const;
    const result = stays.length > 0 ? await bookStays(tx, care, NOW) : { refusal: 'CENTRE_CLOSED' };
    refusal = 'refusal' in result ? result.refusal : null;
    throw new RollBack();
  });
  await attempt.catch((error) => {
    if (!(error instanceof RollBack)) refusal = error.driverError?.constraint ?? String(error);
  });
  return refusal;
};

describe('the options for any weekly need', () => {
  const met = { cases: 0, withOption: 0, whole: 0, part: 0, misses: 0 };

  it(
    'are never refused by booking all of their stays; what is no option for the whole week is',
    async () => {
      const property = fc.asyncProperty(cases, async (each) => {
        const places = await givenPlaces(each);
        const request = await givenNeed(each, places);
        const { options = [] } = (await findWeeklyOptions(graph.db, request, NOW)) ?? {};

        for (const { section, lines: fitting } of options)
          expect(
            await refusalOfLines(
              request,
              section,
              fitting.map((line) => line.hours),
            ),
          ).toBeNull();
        const whole = options.filter(({ isWholeWeek }) => isWholeWeek).map(({ section }) => section.id);
        const misses = places.filter(({ id }) => !whole.includes(id)).slice(0, MOST_MISSES);
        for (const section of misses)
          expect(await refusalOfLines(request, section, request.weeklyPattern)).not.toBeNull();
        met.cases += 1;
        met.withOption += Number(options.length > 0);
        met.whole += whole.length;
        met.part += options.length - whole.length;
        met.misses += misses.length;
      });
      await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
    },
    120 * SECONDS,
  );

  it('were there, and each sort was met', () => {
    expect(met.withOption).toBeGreaterThan(0);
    expect(Math.min(met.whole, met.part, met.misses)).toBeGreaterThan(0);
  });
});
