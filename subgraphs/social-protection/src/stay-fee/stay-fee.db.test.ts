import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenResources } from '../resources/resources.builder.ts';
import { subgraph } from '../subgraph.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
});
afterAll(() => graph.close());

it('what a stay costs is computed where the resources are, for who may read the fee', async () => {
  const { familyId } = await givenKnownFamily(graph.db);
  await givenResources(graph.db, { familyId, year: 2024 });
  /** As the gateway hands a booking over. */
  const aBooking = (family: string) => ({
    ...{ id: newId(), kind: 'SHORT_TERM', startsAt: '2026-03-09T08:00:00Z', halfHoursDue: 7 },
    ...{ family: { __typename: 'Family', id: family }, section: { centre: { kind: 'CRECHE' } } },
  });
  const FEE = '{ id fee { cents halfHoursDue hourlyFee { cents reason } } }';
  const fees = (bookings: { id: string }[], as = coordinator()) =>
    graph.resolveReferences('Booking', bookings, FEE, as);
  const fee = { cents: 434, halfHoursDue: 7, hourlyFee: { cents: 124, reason: 'COMPUTED' } };
  for (const user of [caseworker(), coordinator()])
    expect((await fees([aBooking(familyId)], user)).data[0].fee).toEqual(fee);
  expect((await fees([aBooking(newId())])).data[0].fee).toMatchObject({
    cents: null,
    hourlyFee: { reason: 'RESOURCES_UNKNOWN' },
  });
  const { data, errors } = await fees([aBooking(familyId)], advisor());
  expect(data[0].fee).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'NOT_SHARED' } }]);
  expect(await fees([aBooking(familyId)], caseworker('stranger'))).toEqual({ data: [null], errors: [] });
  expect((await fees([{ id: newId() }])).errors).toMatchObject([{ extensions: { code: 'TRY_AGAIN' } }]);
  // What the other parent's file pays, which is not shared: said so, whoever asks.
  for (const user of [caseworker(), coordinator()]) {
    const others = await fees([{ ...aBooking(familyId), family: null } as { id: string }], user);
    expect(others.data[0]).toMatchObject({ id: expect.any(String), fee: null });
    expect(others.errors).toMatchObject([{ extensions: { code: 'NOT_SHARED' } }]);
    expect(others.errors[0]?.extensions).not.toHaveProperty('because');
  }
  const many = Array.from({ length: 50 }, () => aBooking(familyId));
  const reader = await graph.signIn(caseworker());
  for (const some of [many.slice(0, 1), many])
    expect(await graph.statements(() => fees(some, reader))).toBe(2);
});
