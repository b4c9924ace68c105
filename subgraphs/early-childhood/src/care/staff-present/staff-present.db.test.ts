import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, centreStaff, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import fc from 'fast-check';
import { givenCentre, givenSection } from '../../centres/centres/centre.builder.ts';
import { CentreKind } from '../../centres/centres/centre-kind.ts';
import { subgraph } from '../../subgraph.ts';
import { givenBooking } from '../bookings/booking.builder.ts';
import type { Booking } from '../bookings/booking.ts';
import { adultsNeeded } from './adults-needed.rules.ts';
import { StaffRatio } from './staff-ratio.ts';

const STAFF = `mutation ($input: RecordStaffPresentInput!) { done: recordStaffPresent(input: $input) {
  centre { id } refusal { reason } } }`;
const RATIO = `mutation ($input: ChooseStaffRatioInput!) { done: chooseStaffRatio(input: $input) {
  centre { id } refusal { reason } } }`;
const WALKING = `mutation ($input: RecordWalkingInput!) { done: recordWalking(input: $input) {
  child { version } refusal { reason } } }`;
const DAY = `query ($id: ID!) { centre(id: $id) { day(date: "2026-03-03") {
  children { walks } staffing { startsAt children notWalking adultsNeeded adultsPresent adultsLacking } } } }`;
const DESK = `{ careDesk(kinds: [STAFF_LACKING]) { edges { node { kind subjectId sentence dueAt } } } }`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-03T08:10:00+01:00') });
});
afterAll(() => graph.close());

const staffOf = (...centreIds: string[]): TestUser => ({ ...centreStaff(), centreIds });
const at = (time: string) => new Date(`2026-03-03T${time}:00+01:00`).toISOString();

const send = async (document: string, input: object, as: TestUser) => {
  const { data, errors } = await graph.query(document, { input }, as);
  expect(errors).toEqual([]);
  return data.done;
};

describe('staff present', () => {
  it('is a figure per half-hour, by the ratio chosen and who walks, and an alert where adults lack', async () => {
    const { id: centreId } = await givenCentre(graph.db, { name: 'Les Ormes', authorisedPlaces: 20 });
    const { id: sectionId } = await givenSection(graph.db, { centreId, places: 20 });
    const stays: Booking[] = [];
    for (let child = 0; child < 11; child += 1) stays.push(await givenBooking(graph.db, { sectionId }));
    const staff = staffOf(centreId);
    const present = { centreId, startsAt: at('09:00'), endsAt: at('12:00'), adults: 2 };
    const half = async (time: string, as = staff) => {
      const { data } = await graph.query(DAY, { id: centreId }, as);
      return data.centre.day.staffing.find(({ startsAt }: { startsAt: string }) => startsAt === at(time));
    };
    const desk = async (as = staff) =>
      (await graph.query(DESK, {}, as)).data.careDesk.edges.map(({ node }: { node: object }) => node);

    expect(await half('09:00')).toEqual({
      startsAt: at('09:00'),
      ...{ children: 11, notWalking: 11, adultsNeeded: 3, adultsPresent: null, adultsLacking: null },
    });
    expect(await desk()).toEqual([]);
    expect(await send(STAFF, present, staff)).toEqual({ centre: { id: centreId }, refusal: null });
    expect(await half('11:30')).toMatchObject({ adultsPresent: 2, adultsLacking: 1 });
    expect(await half('12:00')).toMatchObject({ children: 0, adultsNeeded: 0, adultsPresent: null });
    expect(await desk()).toEqual([
      {
        ...{ kind: 'STAFF_LACKING', subjectId: centreId, dueAt: at('09:00') },
        sentence:
          'Trop peu d’adultes auprès des enfants le 3 mars 2026, entre 09:00 et 12:00 (Les Ormes) : il en manque 1.',
      },
    ]);
    expect(await desk(staffOf(newId()))).toEqual([]);

    const [first] = stays;
    const walking = { childId: first?.childId, version: 1, walksSince: '2026-03-03' };
    expect(await send(WALKING, walking, staff)).toEqual({ child: { version: 2 }, refusal: null });
    expect(await half('09:00')).toMatchObject({ notWalking: 10, adultsNeeded: 3 });
    await send(STAFF, { ...present, startsAt: at('11:00'), adults: 3 }, staff);
    expect((await desk())[0].sentence).toContain('entre 09:00 et 11:00');
    expect(await send(RATIO, { centreId, ratio: 'ONE_FOR_SIX', from: '2026-03-03' }, staff)).toMatchObject({
      refusal: null,
    });
    expect(await half('09:00', coordinator())).toMatchObject({ adultsNeeded: 2, adultsLacking: 0 });
    expect(await desk()).toEqual([]);
  });

  it('lacks on each day by itself', async () => {
    const { id: centreId } = await givenCentre(graph.db, { authorisedPlaces: 20 });
    const { id: sectionId } = await givenSection(graph.db, { centreId, places: 20 });
    const days = ['2026-03-04', '2026-03-05'];
    for (const day of days) {
      const hours = {
        startsAt: new Date(`${day}T09:00:00+01:00`),
        endsAt: new Date(`${day}T12:00:00+01:00`),
      };
      for (let child = 0; child < 9; child += 1) await givenBooking(graph.db, { sectionId, ...hours });
      await send(STAFF, { centreId, adults: 1, ...hours }, staffOf(centreId));
    }
    const { data } = await graph.query(
      '{ careDesk(kinds: [STAFF_LACKING]) { totalCount edges { node { id dueAt } } } }',
      {},
      staffOf(centreId),
    );
    const nodes = data.careDesk.edges.map(({ node }: { node: { id: string; dueAt: string } }) => node);
    expect(nodes.map(({ dueAt }: { dueAt: string }) => dueAt.slice(0, 10))).toEqual(days);
    expect(new Set(nodes.map(({ id }: { id: string }) => id)).size).toBe(2);
  });

  it('is refused with its reason, and is its own centre’s alone', async () => {
    const { id: centreId } = await givenCentre(graph.db, { kind: 'KINDERGARTEN' });
    const { childId } = await givenBooking(graph.db);
    const present = { centreId, startsAt: at('09:00'), endsAt: at('12:00'), adults: 2 };
    const ratio = { centreId, ratio: 'ONE_FOR_SIX', from: '2026-03-03' };
    const walking = { childId, version: 1, walksSince: '2026-03-03' };
    const reasonOf = async (document: string, input: object, as: TestUser = coordinator()) =>
      (await send(document, input, as)).refusal?.reason;

    expect(await reasonOf(STAFF, present, staffOf(newId()))).toBe('UNKNOWN_CENTRE');
    expect(await reasonOf(STAFF, { ...present, centreId: newId() })).toBe('UNKNOWN_CENTRE');
    expect(await reasonOf(STAFF, { ...present, adults: -1 })).toBe('NUMBER_NOT_POSSIBLE');
    expect(await reasonOf(RATIO, ratio, staffOf())).toBe('UNKNOWN_CENTRE');
    expect(await reasonOf(RATIO, ratio)).toBe('NO_CHOICE');
    expect(await reasonOf(WALKING, walking, staffOf(centreId))).toBe('UNKNOWN_CHILD');
    expect(await reasonOf(WALKING, { ...walking, childId: newId() })).toBe('UNKNOWN_CHILD');
    expect(await reasonOf(WALKING, { ...walking, version: 2 })).toBe('STALE_VERSION');
    expect(await reasonOf(WALKING, { ...walking, walksSince: '2026-03-04' })).toBe('IN_THE_FUTURE');
    expect(await reasonOf(WALKING, { ...walking, walksSince: null })).toBeUndefined();
    for (const [document, input] of [
      [STAFF, present],
      [RATIO, ratio],
      [WALKING, walking],
    ] as const) {
      const { errors } = await graph.query(document, { input }, advisor());
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  it('needs as many adults by the database as by the rule', async () => {
    const some = fc.nat(40);
    const groups = fc.sample(
      fc.record({
        kind: fc.constantFrom(...Object.values(CentreKind)),
        ratio: fc.constantFrom(...Object.values(StaffRatio)),
        walking: some,
        notWalking: some,
        three: some,
      }),
      200,
    );
    const children = groups.map(({ walking, notWalking, three }) =>
      Array.from({ length: walking + notWalking }, (_, index) => ({
        walks: index < walking,
        isThree: index < three,
      })),
    );
    const rows: { adults: number | null }[] = await graph.db.query(
      `select adults_needed(kind, ratio, walking, not_walking, under_three, from_three) as adults
       from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[])
         with ordinality as given (kind, ratio, walking, not_walking, under_three, from_three, number) order by number`,
      [
        groups.map(({ kind }) => kind),
        groups.map(({ ratio }) => ratio),
        groups.map(({ walking }) => walking),
        groups.map(({ notWalking }) => notWalking),
        children.map((all) => all.filter(({ isThree }) => !isThree).length),
        children.map((all) => all.filter(({ isThree }) => isThree).length),
      ],
    );
    expect(rows.map(({ adults }) => adults)).toEqual(
      groups.map((group, index) => adultsNeeded(children[index] ?? [], group)),
    );
  });
});
