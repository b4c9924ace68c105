import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import type { Child } from '../../families/families/child.ts';
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

describe('what comes late for a merged family', () => {
  it('is kept for the one that stays: bookings, milestones and members', async () => {
    await merge(samePeople());

    const booking = await givenBooking(graph.db, {
      childId: twice.droppedChild.id,
      familyId: twice.duplicate.id,
    });
    const milestoneId = newId();
    const times = { startsAt: '2026-03-05T09:00:00Z', endsAt: '2026-03-05T10:00:00Z', travelMinutes: 0 };
    await graph.receive('relais.milestone.changed.v1', twice.duplicate.id, {
      ...times,
      milestoneId,
      familyId: twice.duplicate.id,
      status: 'PLANNED',
      version: 1,
    });
    await graph.query(
      `mutation ($input: AddAdultInput!) { addAdult(input: $input) { refusal { reason } } }`,
      { input: { familyId: twice.duplicate.id, adult: { firstName: 'Ada', lastName: 'Late' } } },
      coordinator(),
    );

    expect(
      await stillNaming(graph.db, [twice.duplicate.id, twice.droppedAdult.id, twice.droppedChild.id]),
    ).toEqual([]);
    const [stored] = await graph.db.query('select family_id, child_id from bookings where id = $1', [
      booking.id,
    ]);
    expect(stored).toEqual({ family_id: twice.survivor.id, child_id: twice.keptChild.id });
    const covers = (await graph.published()).filter(({ data }) => data.milestoneId === milestoneId);
    expect(covers.map(({ familyId }) => familyId)).toEqual([twice.survivor.id]);
    const { data, errors } = await graph.resolveReferences(
      'Milestone',
      [{ id: milestoneId, ...times, family: { id: twice.duplicate.id } }],
      '{ childcareCover { status } }',
      coordinator(),
    );
    expect([data, errors]).toEqual([[{ childcareCover: { status: 'UNCOVERED' } }], []]);
  });

  it('does not replace what is known of the one that stays: its income support', async () => {
    const tell = (familyId: string, status: string) =>
      graph.receive('relais.income-support.changed.v1', familyId, {
        familyId,
        periods: [{ status, from: '2026-01-01', to: null }],
      });
    await tell(twice.survivor.id, 'RECEIVING');
    await merge(samePeople());
    await tell(twice.duplicate.id, 'NONE');

    const known = await graph.db.query(
      'select family_id, status from known_income_support where family_id = any($1)',
      [[twice.survivor.id, twice.duplicate.id]],
    );
    expect(known).toEqual([{ family_id: twice.survivor.id, status: 'RECEIVING' }]);
  });

  it('waits for a merge under way', async () => {
    const held = graph.running.db.createQueryRunner();
    await held.startTransaction();
    await held.query('select from families where id = $1 for update', [twice.duplicate.id]);
    const late = givenBooking(graph.db, { childId: twice.keptChild.id, familyId: twice.duplicate.id });
    await held.query('update families set merged_into = $1 where id = $2', [
      twice.survivor.id,
      twice.duplicate.id,
    ]);
    await held.commitTransaction();
    await held.release();

    const [stored] = await graph.db.query('select family_id from bookings where id = $1', [(await late).id]);
    expect(stored.family_id).toBe(twice.survivor.id);
  });
});

describe('a merge is refused', () => {
  it.each<[string, () => Facts]>([
    ['SAME_FAMILY', () => ({ duplicateId: twice.survivor.id })],
    ['UNKNOWN_FAMILY', () => ({ duplicateId: newId() })],
    ['STALE_VERSION', () => ({ survivorVersion: 4 })],
    ['STALE_VERSION', () => ({ duplicateVersion: 4 })],
    ['UNKNOWN_PAIR', () => ({ sameAdults: [{ keep: twice.droppedAdult.id, drop: twice.keptAdult.id }] })],
    ['NAMED_TWICE', () => ({ sameChildren: [...samePeople().sameChildren, ...samePeople().sameChildren] })],
  ])('as %s, and nothing changes', async (reason, facts) => {
    expect(await merge(facts())).toMatchObject({ family: null, moved: null, refusal: { reason } });
    expect((await fileOf(twice.duplicate)).familyById.id).toBe(twice.duplicate.id);
  });

  it('when one child is booked in both files at once, which is shown', async () => {
    await givenBooking(graph.db, { childId: twice.keptChild.id, ...hours('09:00', '12:00') });
    const second = await givenBooking(graph.db, {
      childId: twice.droppedChild.id,
      ...hours('11:00', '14:00'),
    });

    expect(await merge(samePeople())).toMatchObject({
      refusal: { reason: 'BOOKINGS_OVERLAP' },
      overlappingBookings: [{ id: second.id }],
    });
    expect((await merge()).refusal).toBeNull();
  });

  it('when a child lives by turns with the two, or with two others', async () => {
    const share = (child: Child, family: Family) =>
      graph.db.query('insert into shared_residences (child_id, other_family_id) values ($1, $2)', [
        child?.id,
        family.id,
      ]);
    await share(twice.keptChild, twice.duplicate);
    expect((await merge()).refusal.reason).toBe('SHARED_BETWEEN_THEM');
    await graph.db.query('delete from shared_residences where child_id = $1', [twice.keptChild.id]);
    await share(twice.keptChild, await givenFamily(graph.db));
    await share(twice.droppedChild, await givenFamily(graph.db));
    expect((await merge(samePeople())).refusal.reason).toBe('RESIDENCES_DIFFER');
  });

  it('when one of them is merged elsewhere already', async () => {
    const third = await givenFamily(graph.db);
    await merge(samePeople());
    const elsewhere = await merge({ survivorId: third.id });
    expect(elsewhere.refusal.reason).toBe('MERGED_INTO_ANOTHER');
    const intoMerged = await merge({ survivorId: twice.duplicate.id, duplicateId: third.id });
    expect(intoMerged.refusal.reason).toBe('SURVIVOR_IS_MERGED');
  });

  it('to caseworkers', async () => {
    const input = {
      survivorId: twice.survivor.id,
      survivorVersion: 1,
      duplicateId: twice.duplicate.id,
      duplicateVersion: 1,
    };
    const { errors } = await graph.query(MERGE, { input }, caseworker());
    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
