import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { userClaims } from '@relais/platform/auth/user.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { instantAt, timeOf } from '@relais/platform/time/civil-time.ts';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import type { Booking } from '../../care/bookings/booking.ts';
import { placeBooking } from '../../care/bookings/place-booking.ts';
import { givenPlacement } from '../../care/placements/placement.builder.ts';
import {
  givenCentre,
  givenClosure,
  givenDistrict,
  givenSection,
} from '../../centres/centres/centre.builder.ts';
import { Centre } from '../../centres/centres/centre.ts';
import type { Section } from '../../centres/centres/section.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import type { Miss, RankedOption } from './care-options.rules.ts';
import { findCareOptions } from './find-care-options.ts';
import type { CareNeed } from './option-facts.ts';
import { type OptionCase, optionCases, periodOn } from './testing/option-cases.ts';

const NOW = new Date('2026-03-22T10:00:00+01:00');
const RUNS = 30;
const MOST_MISSES = 2;
const SECONDS = 1_000;

let graph: TestSubgraph;
let familyId: string;
let districtId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
  familyId = (await givenFamily(graph.db)).id;
  districtId = (await givenDistrict(graph.db)).id;
});
afterAll(() => graph.close());

const acting = {
  user: userClaims.parse({ sub: 'service-point', role: 'CARE_COORDINATOR' }),
  now: NOW,
  sight: { allows: async () => true },
};

class RollBack extends Error {}

/** What would come of a booking that is not kept; what is only asked about is confirmed. */
const refusalOfBooking = async (care: Parameters<typeof placeBooking>[1]): Promise<string | null> => {
  let refusal: string | null = null;
  const attempt = inTransaction(graph.db, async (tx) => {
    const placed = await placeBooking(tx, { ...care, confirmed: true }, acting);
    refusal = 'refusal' in placed ? placed.refusal : null;
    throw new RollBack();
  });
  await attempt.catch((error) => {
    if (!(error instanceof RollBack)) refusal = error.driverError?.constraint ?? String(error);
  });
  return refusal;
};

const lineOf = (weekday: number, [from, to]: readonly [string, string]) => ({
  weekday,
  from: Temporal.PlainTime.from(from),
  to: Temporal.PlainTime.from(to),
});

/** What its records say becomes what holds from the day; until then it is another centre, as its records say now. */
const dateCentre = (centreId: string, day: Temporal.PlainDate): Promise<unknown> =>
  graph.db.query(
    `update centres set terms = jsonb_build_array(
        jsonb_build_object('from', '0001-01-01', 'kind', kind, 'authorisedPlaces', 9, 'placesByHour', '[]'::jsonb,
          'openingHours', '[]'::jsonb, 'facilities', '[]'::jsonb, 'careKinds', '[]'::jsonb, 'isAvip', false,
          'sections', '[]'::jsonb),
        jsonb_build_object('from', $2::text, 'kind', kind, 'authorisedPlaces', authorised_places,
          'placesByHour', places_by_hour, 'emergencyPlaces', emergency_places, 'openingHours', opening_hours, 'facilities', to_jsonb(facilities),
          'careKinds', to_jsonb(care_kinds), 'isAvip', is_avip, 'sections', (
            select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'minAgeMonths', min_age_months,
              'maxAgeMonths', max_age_months, 'places', places, 'staff', staff))
            from sections where centre_id = $1))),
      authorised_places = 9, places_by_hour = '[]', emergency_places = '[]', opening_hours = '[]', care_kinds = '{}', facilities = '{}'
    where id = $1`,
    [centreId, day.toString()],
  );

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

const hoursOf = ({ hours, fewer, authorisedPlaces }: OptionCase['centres'][number]) => ({
  openingHours: EVERY_DAY.map((weekday) => lineOf(weekday, hours)),
  placesByHour: fewer
    ? EVERY_DAY.map((weekday) => ({ ...lineOf(weekday, fewer), places: authorisedPlaces - 1 }))
    : [],
});

/** Of a section that is known: one place, on every day. */
const keepPlaces = (section: Section | undefined, { kept }: OptionCase['centres'][number]) => {
  if (!section || !kept) return;
  const lines = EVERY_DAY.map((weekday) => ({ ...lineOf(weekday, kept), sectionId: section.id, places: 1 }));
  return graph.db.update(Centre, section.centreId, { emergencyPlaces: lines });
};

const givenPlaces = async ({ centres, day }: OptionCase): Promise<Section[]> => {
  await graph.db.query("update centres set opening_hours = '[]', care_kinds = '{}', terms = '[]'");
  const places: Section[] = [];
  for (const each of centres) {
    const { isClosed, isDated, sections, authorisedPlaces, careKinds, facilities } = each;
    const facts = { authorisedPlaces, careKinds, facilities, districtId };
    const { id: centreId } = await givenCentre(graph.db, { ...facts, ...hoursOf(each) });
    if (isClosed) await givenClosure(graph.db, centreId, [day.toString(), day.toString()]);
    const given: Section[] = [];
    for (const section of sections) given.push(await givenSection(graph.db, { centreId, ...section }));
    await keepPlaces(given[0], each);
    places.push(...given);
    if (isDated) await dateCentre(centreId, day);
  }
  return places;
};

/** Some of what is drawn cannot be: the database refuses it. */
const take = (facts: Partial<Booking>) => givenBooking(graph.db, facts).catch(() => undefined);

const givenNeed = async (each: OptionCase, places: readonly Section[]): Promise<CareNeed> => {
  for (const { place, kind, stretch } of each.taken) {
    const { id: childId } = await givenChild(graph.db, { familyId });
    const sectionId = String(places[place % places.length]?.id);
    await take({ childId, sectionId, kind, ...periodOn(each.day, stretch) });
  }
  const { id: childId } = await givenChild(graph.db, {
    familyId,
    birthDate: each.day.subtract({ days: each.ageDays }),
  });
  const sectionId = String(places[0]?.id);
  if (each.isBusy) await take({ childId, sectionId, kind: 'EMERGENCY', ...periodOn(each.day, each.busy) });
  const { kind, facilities } = each;
  // Hours of long-term care are booked for a child that a commission gave a place.
  const days = { startsOn: each.day.subtract({ weeks: 1 }), endsOn: each.day.add({ months: 9 }) };
  if (kind === 'LONG_TERM') await givenPlacement(graph.db, { childId, familyId, sectionId, ...days });
  return { childId, familyId: null, kind, ...periodOn(each.day, each.need), facilities, rankedCentreIds: [] };
};

/** A section that is no option refuses the whole need; only a missing facility is no reason for booking. */
const missesOf = (need: CareNeed, places: readonly Section[], options: readonly RankedOption[]): Section[] =>
  need.facilities.length > 0
    ? []
    : places.filter(({ id }) => !options.some(({ section }) => section.id === id)).slice(0, MOST_MISSES);

const ADVICE = ['CENTRE_CLOSED', 'OPEN_ON_ANOTHER_DAY', 'STARTS_BEFORE_NEXT_MONDAY'];

/** The days on which asking again is said to succeed. */
const advisedDays = (misses: readonly Miss[]) =>
  misses.flatMap(({ section, obstacles }) =>
    obstacles
      .filter(({ told }) => ADVICE.includes(told.key))
      .map(({ told }) => ({ section, day: Temporal.PlainDate.from(String(told.parameters?.day)) })),
  );

const sameHours = ({ startsAt, endsAt }: CareNeed, day: Temporal.PlainDate) => ({
  startsAt: instantAt(day, timeOf(startsAt)),
  endsAt: instantAt(day, timeOf(endsAt)),
});

const succeedsOn = async (need: CareNeed, sectionId: string, day: Temporal.PlainDate) => {
  const again = { ...need, ...sameHours(need, day) };
  const [later] = await findCareOptions(graph.db, [again], NOW);
  const option = later?.options.find(({ section }) => section.id === sectionId);
  expect(option).toMatchObject({ isWholeTime: true });
  const { childId, kind, startsAt, endsAt } = again;
  expect(await refusalOfBooking({ childId, kind, startsAt, endsAt, sectionId })).toBeNull();
};

const allSucceed = async (need: CareNeed, advised: ReturnType<typeof advisedDays>) => {
  for (const { section, day } of advised) await succeedsOn(need, section.id, day);
};

describe('the options for any need', () => {
  const met = { cases: 0, withOption: 0, whole: 0, part: 0, misses: 0 };

  it(
    'are never refused by booking; what is no option at all is',
    async () => {
      const property = fc.asyncProperty(optionCases, async (each) => {
        const places = await givenPlaces(each);
        const need = await givenNeed(each, places);
        const [found] = await findCareOptions(graph.db, [need], NOW);
        const options = found?.options ?? [];

        for (const { section, stretch } of options) {
          const care = { childId: need.childId, sectionId: section.id, kind: need.kind, ...stretch };
          expect(await refusalOfBooking(care)).toBeNull();
        }
        const misses = missesOf(need, places, options);
        for (const { id: sectionId } of misses) {
          const { childId, kind, startsAt, endsAt } = need;
          expect(await refusalOfBooking({ childId, kind, startsAt, endsAt, sectionId })).not.toBeNull();
        }
        met.cases += 1;
        met.withOption += Number(options.length > 0);
        met.whole += options.filter(({ isWholeTime }) => isWholeTime).length;
        met.part += options.filter(({ isWholeTime }) => !isWholeTime).length;
        met.misses += misses.length;
      });
      await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
    },
    60 * SECONDS,
  );

  it('were there, and each sort was met', () => {
    expect(met.withOption).toBeGreaterThan(0);
    expect(Math.min(met.whole, met.part, met.misses)).toBeGreaterThan(0);
  });
});

describe('the day that a near miss advises', () => {
  const closedThen = optionCases.map((each) => ({
    ...each,
    facilities: [],
    centres: each.centres.map((centre) => ({ ...centre, isClosed: true })),
  }));
  let told = 0;

  it(
    'is one on which asking again succeeds',
    async () => {
      const property = fc.asyncProperty(closedThen, async (each) => {
        const need = await givenNeed(each, await givenPlaces(each));
        const [found] = await findCareOptions(graph.db, [need], NOW);
        const advised = advisedDays(found?.nearestMisses ?? []);
        await allSucceed(need, advised);
        told += advised.length;
      });
      await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
    },
    60 * SECONDS,
  );

  it('was told in many of the cases', () => {
    expect(told).toBeGreaterThan(0);
  });
});
