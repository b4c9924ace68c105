import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { centreStaff, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenCentre, givenSection } from '../../centres/centres/centre.builder.ts';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenCareRequest } from '../care-requests/care-request.builder.ts';
import type { CareRequest } from '../care-requests/care-request.ts';

const ASK = `query ($id: ID!, $place: FreedPlaceInput!, $first: Int) { section(id: $id) {
  wouldServeBest(place: $place, first: $first) { careRequest { id } isWholeNeed share } } }`;
const mornings = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:30', to: '12:30' }));
const week = { lines: mornings, firstDay: '2026-03-09', lastDay: '2026-07-31' };
const stretch = { startsAt: '2026-03-10T09:00:00+01:00', endsAt: '2026-03-10T12:00:00+01:00' };

let graph: TestSubgraph;
let sectionId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
beforeEach(async () => {
  await graph.db.query('delete from care_requests');
  sectionId = (await givenSection(graph.db)).id;
});
afterAll(() => graph.close());

type Input = Readonly<Record<string, unknown>>;
const ask = (place: Input, as: TestUser = coordinator(), id = sectionId, first = 20) =>
  graph.query(ASK, { id, place, first }, as);
const served = async (place: Input, id = sectionId) => {
  const { data, errors } = await ask(place, coordinator(), id);
  expect(errors).toEqual([]);
  return data.section.wouldServeBest;
};
const couple = async (): Promise<string> => {
  const { id: familyId } = await givenFamily(graph.db, { householdKind: 'COUPLE' });
  return (await givenChild(graph.db, { familyId })).id;
};
const is = ({ id }: CareRequest, share: number) => ({ careRequest: { id }, isWholeNeed: share === 1, share });

describe('what a place that becomes free would serve best', () => {
  it('is who it serves whole, then in part, each by priority', async () => {
    const whole = await givenCareRequest(graph.db, { childId: await couple() });
    const lone = await givenCareRequest(graph.db);
    const weeklyPattern = [...onWorkingDays('09:00', '12:00'), ...onWorkingDays('14:00', '15:00')];
    const part = await givenCareRequest(graph.db, { weeklyPattern });
    await givenCareRequest(graph.db, { weeklyPattern: onWorkingDays('08:00', '12:00') });
    await givenCareRequest(graph.db, { kind: 'SHORT_TERM' });

    expect(await served({ week })).toEqual([is(lone, 1), is(whole, 1), is(part, 0.75)]);
    const { data } = await ask({ week }, coordinator(), sectionId, 1);
    expect(data.section.wouldServeBest).toHaveLength(1);
  });

  it('is dated needs for a dated stretch', async () => {
    const inside = await givenCareRequest(graph.db, { kind: 'SHORT_TERM' });
    const emergency = await givenCareRequest(graph.db, { kind: 'EMERGENCY', childId: await couple() });
    await givenCareRequest(graph.db);
    expect(await served({ stretch })).toEqual([is(inside, 1), is(emergency, 1)]);
    expect(await served({ stretch: { ...stretch, endsAt: '2026-03-10T11:30:00+01:00' } })).toEqual([]);
  });

  it('is only who waits, then, and may be looked after there', async () => {
    const expected = await givenChild(graph.db, {
      firstName: null,
      birthDate: null,
      expectedDate: Temporal.PlainDate.from('2026-03-20'),
    });
    await givenCareRequest(graph.db, { childId: expected.id });
    await givenCareRequest(graph.db, { status: 'OFFERED' });
    await givenCareRequest(graph.db, { facilities: ['SENSORY_ROOM'] });
    await givenCareRequest(graph.db, {
      firstDay: Temporal.PlainDate.from('2026-08-10'),
      lastDay: Temporal.PlainDate.from('2026-12-18'),
    });
    expect(await served({ week })).toEqual([]);

    const waiting = await givenCareRequest(graph.db);
    const { id: forBabies } = await givenSection(graph.db, { maxAgeMonths: 24 });
    const { id: centreId } = await givenCentre(graph.db, { careKinds: ['EMERGENCY'] });
    const { id: forEmergencies } = await givenSection(graph.db, { centreId });
    expect(await served({ week })).toEqual([is(waiting, 1)]);
    expect([await served({ week }, forBabies), await served({ week }, forEmergencies)]).toEqual([[], []]);
  });

  it.each([
    ['place', {}],
    ['place', { week, stretch }],
    ['place.week.lines', { week: { ...week, lines: [...mornings, ...mornings] } }],
    ['place.week.lastDay', { week: { ...week, lastDay: '2026-03-08' } }],
    ['place.stretch.endsAt', { stretch: { ...stretch, endsAt: stretch.startsAt } }],
  ])('names the argument that cannot be: %s', async (argument, place) => {
    const { errors } = await ask(place);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });

  it('is not shared with centre staff, and costs as much for one section as for several', async () => {
    const { data, errors } = await ask({ week }, centreStaff());
    expect([data.section.wouldServeBest, errors[0]?.extensions?.code]).toEqual([null, 'NOT_SHARED']);
    await givenCareRequest(graph.db);
    const { id } = await givenCentre(graph.db);
    const query = `query ($id: ID!, $place: FreedPlaceInput!) { centre(id: $id) { sections {
      wouldServeBest(place: $place) { careRequest { priority { score } } } } } }`;
    const cost = async () => {
      await givenSection(graph.db, { centreId: id });
      return graph.statements(() => graph.query(query, { id, place: { week } }, coordinator()));
    };
    expect(await cost()).toBe(await cost());
  });
});
