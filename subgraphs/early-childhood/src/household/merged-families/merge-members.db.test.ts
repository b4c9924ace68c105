import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenDatedArrangement } from '../../care/own-arrangements/own-arrangement.builder.ts';
import { OwnArrangement } from '../../care/own-arrangements/own-arrangement.ts';
import { Child } from '../../families/families/child.ts';
import { subgraph } from '../../subgraph.ts';
import { givenTwiceRegistered, type TwiceRegistered } from './twice-registered.builder.ts';

const MERGE = `mutation ($input: MergeFamiliesInput!) { mergeFamilies(input: $input) {
  family { adults { id } children { id } } refusal { reason } } }`;
const LEAVE = `mutation ($input: RecordChildDepartureInput!) { recordChildDeparture(input: $input) {
  bookingsToCome { id } refusal { reason } } }`;
const TOMORROW = {
  startsAt: new Date('2026-03-03T09:00:00+01:00'),
  endsAt: new Date('2026-03-03T12:00:00+01:00'),
};

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const ask = async (document: string, input: Readonly<Record<string, unknown>>) => {
  const { data, errors } = await graph.query(document, { input }, coordinator());
  expect(errors).toEqual([]);
  return data.mergeFamilies ?? data.recordChildDeparture;
};
const merge = ({ survivor, duplicate, ...twice }: TwiceRegistered) =>
  ask(MERGE, {
    survivorId: survivor.id,
    survivorVersion: 1,
    duplicateId: duplicate.id,
    duplicateVersion: 1,
    sameAdults: [{ keep: twice.keptAdult.id, drop: twice.droppedAdult.id }],
    sameChildren: [{ keep: twice.keptChild.id, drop: twice.droppedChild.id }],
  });

it('counts who left in one file and is still there in the other', async () => {
  const twice = await givenTwiceRegistered(graph.db);
  const { keptAdult, keptChild, droppedChild } = twice;
  for (const [table, id] of [
    ['adults', keptAdult.id],
    ['children', keptChild.id],
  ])
    await graph.db.query(`update ${table} set left_on = '2026-02-01' where id = $1`, [id]);
  await givenBooking(graph.db, { childId: droppedChild.id, ...TOMORROW });

  const { family } = await merge(twice);

  expect(family).toEqual({ adults: [{ id: keptAdult.id }], children: [{ id: keptChild.id }] });
});

it('sees the care to come of a child whose departure is recorded by its old id', async () => {
  const twice = await givenTwiceRegistered(graph.db);
  const { id: bookingId } = await givenBooking(graph.db, { childId: twice.droppedChild.id, ...TOMORROW });
  await merge(twice);
  const { version } = await graph.db.findOneByOrFail(Child, { id: twice.keptChild.id });

  const departure = { childId: twice.droppedChild.id, version, leftOn: '2026-03-02' };

  expect(await ask(LEAVE, departure)).toEqual({
    bookingsToCome: [{ id: bookingId }],
    refusal: { reason: 'CARE_TO_COME' },
  });
});

it('keeps an arrangement that both files noted once, and what only one noted', async () => {
  const twice = await givenTwiceRegistered(graph.db);
  const [kept, dropped] = [{ childId: twice.keptChild.id }, { childId: twice.droppedChild.id }];
  const { id: first } = await givenDatedArrangement(graph.db, kept.childId, TOMORROW);
  const { id: again } = await givenDatedArrangement(graph.db, dropped.childId, TOMORROW);
  const { id: other } = await givenDatedArrangement(graph.db, dropped.childId, {
    ...TOMORROW,
    kind: 'OTHER',
  });

  await merge(twice);

  const rows = await graph.db.findBy(OwnArrangement, kept);
  const standing = rows.filter(({ removedAt }) => removedAt === null).map(({ id }) => id);
  expect(standing.sort()).toEqual([first, other].sort());
  expect(rows.map(({ id }) => id)).toContain(again);
});

it('lists whoever may collect the child once, however the two files write the name', async () => {
  const twice = await givenTwiceRegistered(graph.db);
  await graph.db.update(Child, twice.keptChild.id, { mayBeCollectedBy: ['Nadia Le Goff'] });
  await graph.db.update(Child, twice.droppedChild.id, {
    mayBeCollectedBy: ['NADIA LE-GOFF', 'Karim'],
    collectorPhones: { nadialegoff: '+33612345678' },
  });

  await merge(twice);

  const kept = await graph.db.findOneByOrFail(Child, { id: twice.keptChild.id });
  expect(kept.mayBeCollectedBy).toEqual(['Nadia Le Goff', 'Karim']);
  expect(kept.collectorPhones).toEqual({ nadialegoff: '+33612345678' });
});
