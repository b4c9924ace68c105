import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  auditor,
  caseworker,
  centreStaff,
  coordinator,
  integrator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import type { Booking } from '../../care/bookings/booking.ts';
import { givenPlacement } from '../../care/placements/placement.builder.ts';
import type { Placement } from '../../care/placements/placement.ts';
import { givenCentre, givenDistrict, givenSection } from '../../centres/centres/centre.builder.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';

const SHARE = 'avipShare(month: "2026-03-17") { from to children insertionChildren share leastShare isKept }';
const ASK = `query ($id: ID!) { centre(id: $id) { ${SHARE} } }`;
const ASK_ALL = `query ($id: ID!) { centres(districtId: $id) { id ${SHARE} } }`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

const staffOf = (...centreIds: string[]): TestUser => ({ ...centreStaff(), centreIds });

const ask = async (id: string, as: TestUser = coordinator()) => {
  const { data, errors } = await graph.query(ASK, { id }, as);
  expect(errors).toEqual([]);
  return data.centre.avipShare;
};

const givenAvipSection = async (districtId?: string) => {
  const { id: centreId } = await givenCentre(graph.db, { isAvip: true, ...(districtId && { districtId }) });
  return givenSection(graph.db, { centreId });
};

/** A child with care there on 3 March. */
const givenCaredFor = async (sectionId: string, booked: Partial<Booking> = {}) => {
  const child = await givenChild(graph.db);
  await givenBooking(graph.db, { childId: child.id, sectionId, ...booked });
  return child;
};

/** … whose parent looks for work. */
const givenInsertionChild = async (sectionId: string, placed: Partial<Placement> = {}) => {
  const { id: childId, familyId } = await givenCaredFor(sectionId);
  await givenPlacement(graph.db, { childId, familyId, sectionId, isInsertionContract: true, ...placed });
};

const day = Temporal.PlainDate.from;

describe('the AVIP share of a month', () => {
  it('counts the children with care, each once, and those with an insertion contract among them', async () => {
    const { id: sectionId, centreId } = await givenAvipSection();
    await givenInsertionChild(sectionId);
    const often = await givenCaredFor(sectionId, { status: 'ATTENDED' });
    const afternoon = {
      startsAt: new Date('2026-03-03T14:00:00+01:00'),
      endsAt: new Date('2026-03-03T17:00:00+01:00'),
    };
    await givenBooking(graph.db, { childId: often.id, sectionId, ...afternoon });
    await givenCaredFor(sectionId, { status: 'ABSENT' });
    await givenCaredFor(sectionId, { kind: 'EMERGENCY' });
    await givenCaredFor(sectionId, { status: 'HELD' });
    await givenCaredFor(sectionId, { status: 'CANCELLED' });

    expect(await ask(centreId, staffOf(centreId))).toEqual({
      from: '2026-03-01',
      to: '2026-03-31',
      children: 4,
      insertionChildren: 1,
      share: 0.25,
      leastShare: 0.2,
      isKept: true,
    });
  });

  it('counts care that starts in the month, by the clock of the city', async () => {
    const { id: sectionId, centreId } = await givenAvipSection();
    const night = (from: string, to: string) => ({ startsAt: new Date(from), endsAt: new Date(to) });
    await givenCaredFor(sectionId, night('2026-02-28T23:30:00+01:00', '2026-03-01T02:00:00+01:00'));
    await givenCaredFor(sectionId, night('2026-03-01T00:00:00+01:00', '2026-03-01T02:00:00+01:00'));
    await givenCaredFor(sectionId, night('2026-03-31T23:30:00+02:00', '2026-04-01T02:00:00+02:00'));
    await givenCaredFor(sectionId, night('2026-04-01T00:00:00+02:00', '2026-04-01T02:00:00+02:00'));

    expect(await ask(centreId)).toMatchObject({ children: 2, insertionChildren: 0, isKept: false });
  });

  it('counts no insertion contract of other months, of another centre, nor without care', async () => {
    const { id: sectionId, centreId } = await givenAvipSection();
    await givenInsertionChild(sectionId, { startsOn: day('2026-04-01') });
    await givenInsertionChild(sectionId, { endsOn: day('2026-02-28') });
    await givenInsertionChild(sectionId, { sectionId: (await givenAvipSection()).id });
    await givenInsertionChild(sectionId, { isInsertionContract: false });
    await givenPlacement(graph.db, { sectionId, isInsertionContract: true });
    await givenInsertionChild(sectionId, { startsOn: day('2026-03-31') });

    expect(await ask(centreId)).toMatchObject({
      children: 5,
      insertionChildren: 1,
      share: 0.2,
      isKept: true,
    });
  });

  it('has no share without children, and is absent for a centre that is not AVIP', async () => {
    const { centreId } = await givenAvipSection();

    expect(await ask(centreId)).toMatchObject({ children: 0, share: null, isKept: true });
    expect(await ask((await givenSection(graph.db)).centreId)).toBeNull();
  });

  it('costs one statement more, for one centre or for all of a district', async () => {
    const { id: districtId } = await givenDistrict(graph.db);
    const [first, second] = [await givenAvipSection(districtId), await givenAvipSection(districtId)];
    await givenInsertionChild(first.id);
    await givenCaredFor(second.id);

    expect(await graph.statements(() => ask(first.centreId))).toBe(2);
    const all = () => graph.query(ASK_ALL, { id: districtId }, coordinator());
    expect(await graph.statements(all)).toBe(2);
    const { data } = await all();
    expect(data.centres).toEqual(
      expect.arrayContaining([
        { id: first.centreId, avipShare: expect.objectContaining({ children: 1, share: 1 }) },
        { id: second.centreId, avipShare: expect.objectContaining({ children: 1, share: 0 }) },
      ]),
    );
  });
});

describe('the AVIP share is not shared with', () => {
  it.each([
    ['staff of another centre', staffOf(newId())],
    ['caseworkers', caseworker()],
    ['advisors', advisor()],
    ['integrators', integrator()],
    ['auditors', auditor()],
  ])('%s', async (_who, user) => {
    const { centreId } = await givenAvipSection();

    const { data, errors } = await graph.query(ASK, { id: centreId }, user);

    expect(data).toEqual({ centre: { avipShare: null } });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_SHARED']);
  });
});
