import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenPlacement } from '../../care/placements/placement.builder.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { givenFamily } from '../../families/families/family.builder.ts';
import type { Family } from '../../families/families/family.ts';
import { subgraph } from '../../subgraph.ts';
import { givenTwiceRegistered, stillNaming, type TwiceRegistered } from './twice-registered.builder.ts';

const MERGE = `mutation ($input: MergeFamiliesInput!) { mergeFamilies(input: $input) {
  family { id version adults { id phone } children { id careAlerts mayBeCollectedBy } addresses { untilDay } }
  moved { adults children bookings placements careRequests milestones }
  overlappingBookings { id } refusal { reason message } } }`;
const FILE = `query ($reference: String!, $id: ID!) {
  family(reference: $reference) { id } familyById(id: $id) { id reference }
  families(search: $reference) { edges { node { id } } } }`;

let graph: TestSubgraph;
let twice: TwiceRegistered;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
beforeEach(async () => {
  twice = await givenTwiceRegistered(graph.db);
});
afterAll(() => graph.close());

type Facts = Readonly<Record<string, unknown>>;
const merge = async (facts: Facts = {}) => {
  const asked = {
    survivorId: twice.survivor.id,
    survivorVersion: 1,
    duplicateId: twice.duplicate.id,
    duplicateVersion: 1,
  };
  const { data, errors } = await graph.query(MERGE, { input: { ...asked, ...facts } }, coordinator());
  expect(errors).toEqual([]);
  return data.mergeFamilies;
};
const samePeople = () => ({
  sameAdults: [{ keep: twice.keptAdult.id, drop: twice.droppedAdult.id }],
  sameChildren: [{ keep: twice.keptChild.id, drop: twice.droppedChild.id }],
});
const fileOf = async ({ reference, id }: Family) => {
  const { data, errors } = await graph.query(FILE, { reference, id }, caseworker());
  expect(errors).toEqual([]);
  return data;
};
const hours = (from: string, to: string) => ({
  startsAt: new Date(`2026-03-04T${from}:00+01:00`),
  endsAt: new Date(`2026-03-04T${to}:00+01:00`),
});

describe('a family that was registered twice', () => {
  it('is one file, which everything of the duplicate belongs to', async () => {
    const placement = await givenPlacement(graph.db, {
      childId: twice.droppedChild.id,
      familyId: twice.duplicate.id,
    });
    const booking = await givenBooking(graph.db, {
      childId: twice.droppedChild.id,
      ...hours('09:00', '12:00'),
    });
    await givenKnownMilestone(graph.db, { familyId: twice.duplicate.id, ...hours('10:00', '11:00') });
    const other = await givenFamily(graph.db);
    await graph.db.query('insert into shared_residences (child_id, other_family_id) values ($1, $2)', [
      twice.droppedChild.id,
      other.id,
    ]);
    await graph.db.query(
      `insert into residence_periods (id, child_id, family_id, starts_at, ends_at) values ($1, $2, $3, '2026-03-01', '2026-03-09')`,
      [newId(), twice.droppedChild.id, twice.duplicate.id],
    );
    await graph.db.query(
      "insert into known_income_support (family_id, status, starts_on) values ($1, 'RECEIVING', '2026-01-01')",
      [twice.duplicate.id],
    );

    const { family, moved, refusal } = await merge(samePeople());

    expect(refusal).toBeNull();
    expect(family).toEqual({
      id: twice.survivor.id,
      version: 2,
      adults: [{ id: twice.keptAdult.id, phone: '+33612345678' }],
      children: [{ id: twice.keptChild.id, careAlerts: ['Arachide', 'Lait'], mayBeCollectedBy: ['Nadia'] }],
      addresses: [{ untilDay: null }, { untilDay: '2026-03-02' }],
    });
    expect(moved).toEqual({
      adults: 1,
      children: 1,
      bookings: 1,
      placements: 1,
      careRequests: 0,
      milestones: 1,
    });
    expect(
      await stillNaming(graph.db, [twice.duplicate.id, twice.droppedAdult.id, twice.droppedChild.id]),
    ).toEqual([]);
    const { data } = await graph.query(
      `{ child(id: "${twice.droppedChild.id}") { id sharedResidence { otherFamily { id } } placements { id }
        bookings(from: "2026-03-01T00:00:00Z", to: "2026-04-01T00:00:00Z") { id } }
        adult(id: "${twice.droppedAdult.id}") { id } }`,
      {},
      coordinator(),
    );
    expect(data).toEqual({
      child: {
        id: twice.keptChild.id,
        sharedResidence: { otherFamily: { id: other.id } },
        placements: [{ id: placement.id }],
        bookings: [{ id: booking.id }],
      },
      adult: { id: twice.keptAdult.id },
    });
    const toldOther = (await graph.published()).filter(({ familyId }) => familyId === other.id);
    expect(toldOther.filter(({ type }) => type === 'relais.children.changed.v1')).toEqual([
      expect.objectContaining({ data: expect.objectContaining({ childIds: [twice.keptChild.id] }) }),
    ]);
  });

  it('answers under both references and ids, and is found by the names of both', async () => {
    await merge(samePeople());

    expect(await fileOf(twice.duplicate)).toEqual({
      family: { id: twice.survivor.id },
      familyById: { id: twice.survivor.id, reference: twice.survivor.reference },
      families: { edges: [{ node: { id: twice.survivor.id } }] },
    });
    const { data } = await graph.query(
      '{ families(search: "vigneron") { edges { node { id } } } }',
      {},
      coordinator(),
    );
    expect(data.families.edges).toContainEqual({ node: { id: twice.survivor.id } });
    expect(data.families.edges).not.toContainEqual({ node: { id: twice.duplicate.id } });
    const { data: references } = await graph.resolveReferences(
      'Family',
      [{ id: twice.duplicate.id }],
      '{ reference }',
      caseworker(),
    );
    expect(references).toEqual([{ reference: twice.survivor.reference }]);
  });

  it('tells the other agencies who stays, and who of the adults is who', async () => {
    await merge(samePeople());

    const told = (await graph.published()).filter(({ type }) => type === 'relais.family.changed.v1');
    const of = (id: string) => told.find(({ familyId }) => familyId === id)?.data;
    expect(of(twice.survivor.id)).toMatchObject({ version: 2, adultIds: [twice.keptAdult.id] });
    expect(of(twice.survivor.id)).not.toHaveProperty('mergedInto');
    expect(of(twice.duplicate.id)).toMatchObject({
      version: 2,
      adultIds: [],
      mergedInto: twice.survivor.id,
      mergedAdults: [{ adultId: twice.droppedAdult.id, mergedInto: twice.keptAdult.id }],
    });
  });

  it('stays merged when the file that stays is a duplicate itself', async () => {
    const third = await givenFamily(graph.db);
    await merge(samePeople());
    const next = { survivorId: third.id, duplicateId: twice.survivor.id, duplicateVersion: 2 };
    expect((await merge(next)).refusal).toBeNull();

    for (const file of [twice.duplicate, twice.survivor, third])
      expect((await fileOf(file)).family.id).toBe(third.id);
    const told = (await graph.published()).filter(
      ({ familyId, type }) => familyId === twice.duplicate.id && type === 'relais.family.changed.v1',
    );
    expect(told.map(({ data }) => [data.version, data.mergedInto])).toEqual([
      [2, twice.survivor.id],
      [3, third.id],
    ]);
  });

  it('can be seen as one beforehand, without a change', async () => {
    const { moved, refusal } = await merge({ ...samePeople(), preview: true });

    expect([refusal, moved.children]).toEqual([null, 1]);
    expect((await fileOf(twice.duplicate)).family.id).toBe(twice.duplicate.id);
    expect((await graph.published()).filter(({ familyId }) => familyId === twice.duplicate.id)).toEqual([]);
  });

  it('is merged once, however often and however much at once it is sent', async () => {
    const answers = await Promise.all([merge(samePeople()), merge(samePeople())]);
    expect(answers.map(({ family }) => family.id)).toEqual([twice.survivor.id, twice.survivor.id]);
    expect(answers.filter(({ moved }) => moved)).toHaveLength(1);
    expect((await merge(samePeople())).family).toMatchObject({ id: twice.survivor.id, version: 2 });
  });
});
