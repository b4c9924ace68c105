import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenCentre, givenClosure, givenSection } from '../../centres/centres/centre.builder.ts';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenCareRequest } from '../care-requests/care-request.builder.ts';

const OPTIONS = `{ options(first: 20) {
  stretches { startsAt options { section { id } isWholeTime } }
  week { firstDay lastDay
    options { section { id } centre { id } isWholeWeek weeklyHours lines { weekday from to } score
      reasons { criterion weight value contribution sentence } }
    nearestMisses { section { id } obstacles { reason sentence } } } } }`;
const days = (from: string, to: string) => ({
  firstDay: Temporal.PlainDate.from(from),
  lastDay: Temporal.PlainDate.from(to),
});
/** Tuesdays in the morning and in the afternoon. */
const TUESDAYS = [...onWorkingDays('09:00', '12:00'), ...onWorkingDays('14:00', '16:00')].filter(
  ({ weekday }) => weekday === 2,
);
const MARCH = { ...days('2026-03-09', '2026-03-31'), weeklyPattern: TUESDAYS };

let graph: TestSubgraph;
let centreId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
beforeEach(async () => {
  await graph.db.query("update centres set opening_hours = '[]'");
  centreId = (await givenCentre(graph.db)).id;
});
afterAll(() => graph.close());

const optionsOf = async (id: string, as: TestUser = caseworker()) => {
  const { data, errors } = await graph.resolveReferences('CareRequest', [{ id }], OPTIONS, as);
  expect(errors).toEqual([]);
  return data[0].options;
};
type Miss = { section: { id: string }; obstacles: { reason: string; sentence: string }[] };
/** Other tests of this file have sections too. */
const missesOf = ({ nearestMisses }: { nearestMisses: Miss[] }, sectionId: string) =>
  nearestMisses.filter(({ section }) => section.id === sectionId);
const fill = (sectionId: string, date: string, from: string, to: string) =>
  givenBooking(graph.db, {
    sectionId,
    startsAt: new Date(`${date}T${from}:00+01:00`),
    endsAt: new Date(`${date}T${to}:00+01:00`),
  });

describe('the options of a weekly request', () => {
  it('are the sections that take the whole week on every open day, explained', async () => {
    const { id: sectionId } = await givenSection(graph.db, { centreId });
    const { id } = await givenCareRequest(graph.db, { ...MARCH, rankedCentreIds: [centreId] });
    const { stretches, week } = await optionsOf(id);

    expect(stretches).toEqual([]);
    expect(week).toMatchObject({ firstDay: '2026-03-09', lastDay: '2026-03-31', nearestMisses: [] });
    expect(week.options).toEqual([
      {
        section: { id: sectionId },
        centre: { id: centreId },
        isWholeWeek: true,
        weeklyHours: 5,
        lines: [
          { weekday: 2, from: '09:00', to: '12:00' },
          { weekday: 2, from: '14:00', to: '16:00' },
        ],
        score: 70,
        reasons: expect.arrayContaining([
          {
            criterion: 'WHOLE_TIME',
            weight: 40,
            value: 1,
            contribution: 40,
            sentence: 'Convient pour tout le temps demandé.',
          },
          expect.objectContaining({ criterion: 'RANKED_CHOICE', contribution: 10 }),
        ]),
      },
    ]);
  });

  it('say which lines fit where some do, and that a closure asks for no place', async () => {
    const { id: sectionId } = await givenSection(graph.db, { centreId, places: 1 });
    await fill(sectionId, '2026-03-17', '15:00', '17:00');
    await fill(sectionId, '2026-03-24', '09:00', '10:00');
    await givenClosure(graph.db, centreId, ['2026-03-24', '2026-03-24']);
    const { week } = await optionsOf((await givenCareRequest(graph.db, MARCH)).id);

    const [option] = week.options;
    expect(option).toMatchObject({ isWholeWeek: false, weeklyHours: 3 });
    expect(option.lines).toEqual([{ weekday: 2, from: '09:00', to: '12:00' }]);
    expect(option.reasons[0]).toMatchObject({
      criterion: 'WHOLE_TIME',
      value: 0.6,
      contribution: 24,
      sentence: 'Convient pour 60 % du temps demandé.',
    });
  });

  it('or what would make a section fit, nearest first', async () => {
    const { id: full } = await givenSection(graph.db, { centreId, places: 1 });
    await fill(full, '2026-03-17', '09:00', '16:00');
    const { id: babies } = await givenCentre(graph.db);
    const { id: forBabies } = await givenSection(graph.db, { centreId: babies, maxAgeMonths: 12 });
    await givenSection(graph.db, { centreId, maxAgeMonths: 12 });
    const evenings = await givenCentre(graph.db, {
      openingHours: onWorkingDays('18:00', '20:00'),
      careKinds: ['SHORT_TERM'],
    });
    const { id: late } = await givenSection(graph.db, { centreId: evenings.id });
    const { week } = await optionsOf((await givenCareRequest(graph.db, MARCH)).id);

    expect(week.options).toEqual([]);
    const [nearest] = missesOf(week, full);
    expect(nearest?.obstacles.map(({ reason }) => reason)).toEqual(['SECTION_FULL', 'SECTION_FULL']);
    expect(nearest?.obstacles[0]?.sentence).toMatch(
      /^Section complète de 09:00 à 12:00, 1 jour de la période, dès le 17 mars 2026 : /,
    );
    expect(missesOf(week, forBabies)).toMatchObject([{ obstacles: [{ reason: 'CHILD_TOO_OLD' }] }]);
    expect(missesOf(week, late)).toMatchObject([
      { obstacles: [{ reason: 'CARE_KIND_NOT_OFFERED' }, { reason: 'OUTSIDE_OPENING_HOURS' }] },
    ]);
  });

  it('respect the hours that the week of a centre still allows', async () => {
    const hours = onWorkingDays('09:00', '11:00').filter(({ weekday }) => weekday === 2);
    const tiny = await givenCentre(graph.db, {
      authorisedPlaces: 1,
      openingHours: [...hours, ...onWorkingDays('14:00', '16:00').slice(0, 1)],
    });
    const { id: sectionId } = await givenSection(graph.db, { centreId: tiny.id });
    await fill(sectionId, '2026-03-09', '14:00', '16:00');
    const startsAt = new Date('2026-03-11T09:00:00+01:00');
    const endsAt = new Date('2026-03-11T10:00:00+01:00');
    await givenBooking(graph.db, { sectionId, kind: 'EMERGENCY', startsAt, endsAt });
    const request = await givenCareRequest(graph.db, { ...MARCH, weeklyPattern: hours });
    const { week } = await optionsOf(request.id);
    expect(missesOf(week, sectionId)).toMatchObject([{ obstacles: [{ reason: 'CENTRE_WEEK_FULL' }] }]);
  });

  it('start next Monday when the first day has passed, and end with the period', async () => {
    await givenSection(graph.db, { centreId });
    const started = await givenCareRequest(graph.db, { ...MARCH, ...days('2026-02-02', '2026-03-31') });
    expect((await optionsOf(started.id)).week).toMatchObject({ firstDay: '2026-03-09' });
    const flexible = await givenCareRequest(graph.db, {
      ...MARCH,
      kind: 'FLEXIBLE',
      ...days('2026-02-02', '2026-03-02'),
    });
    expect(await optionsOf(flexible.id)).toEqual({ stretches: [], week: null });
    const withoutTuesday = await givenCareRequest(graph.db, {
      ...MARCH,
      ...days('2026-03-12', '2026-03-13'),
    });
    expect((await optionsOf(withoutTuesday.id)).week).toMatchObject({ options: [], nearestMisses: [] });
  });
});

describe('the options of a dated request', () => {
  it('are those of each stretch that is not over', async () => {
    const { id: sectionId } = await givenSection(graph.db, { centreId });
    const stretch = (date: string) => ({
      startsAt: new Date(`${date}T09:00:00+01:00`),
      endsAt: new Date(`${date}T12:00:00+01:00`),
    });
    const stretches = [stretch('2026-02-26'), stretch('2026-03-05'), stretch('2026-03-10')];
    const { id } = await givenCareRequest(graph.db, {
      kind: 'SHORT_TERM',
      ...days('2026-02-26', '2026-03-10'),
      stretches,
    });
    const options = [{ section: { id: sectionId }, isWholeTime: true }];
    expect(await optionsOf(id)).toEqual({
      week: null,
      stretches: [
        { startsAt: '2026-03-05T08:00:00.000Z', options },
        { startsAt: '2026-03-10T08:00:00.000Z', options },
      ],
    });
  });
});

describe('the options of a request', () => {
  it('are absent once it is over, and for advisors', async () => {
    const placed = await givenCareRequest(graph.db, { ...MARCH, status: 'PLACED' });
    expect(await optionsOf(placed.id)).toBeNull();
    const { data } = await graph.resolveReferences('CareRequest', [{ id: placed.id }], OPTIONS, advisor());
    expect(data).toEqual([null]);
  });

  it('cost the same statements for a month as for a year, however many sections there are', async () => {
    await givenSection(graph.db, { centreId });
    const month = await givenCareRequest(graph.db, MARCH);
    const few = await graph.statements(() => optionsOf(month.id));
    for (let count = 0; count < 5; count += 1)
      await givenSection(graph.db, { centreId: (await givenCentre(graph.db)).id });
    const year = await givenCareRequest(graph.db, { ...MARCH, ...days('2026-03-09', '2027-03-08') });
    expect(await graph.statements(() => optionsOf(year.id))).toBe(few);
  });
});
