import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { givenCentre, givenClosure } from '../../centres/centres/centre.builder.ts';
import { CareStep } from '../../history/care-history/care-step.ts';
import { subgraph } from '../../subgraph.ts';
import { givenBooking } from '../bookings/booking.builder.ts';
import { givenBookedPlacement, givenSuspension } from '../placements/placement.builder.ts';
import { bookedStays, expectedStays, MARCH, MORNINGS } from '../placements/testing/ask-placement.ts';
import { ask, CLOSE, givenBusyCentre, staffOf, WITHDRAW, week } from './testing/ask-closure.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const close = (centreId: string) => ask(graph, CLOSE, { centreIds: [centreId], ...week });
const reasonOf = async (...[input, as]: readonly [{ closureId: string }, ReturnType<typeof staffOf>?]) =>
  (await ask(graph, WITHDRAW, input, as)).refusal?.reason;

describe('withdrawing a closure', () => {
  it('books the days of the placements again, but where the child or the placement is away', async () => {
    const { section, placement } = await givenBusyCentre(graph);
    const resting = await givenBookedPlacement(graph.db, '2026-03-23', { ...MARCH, sectionId: section.id });
    await givenSuspension(graph.db, resting, ['2026-03-02', '2026-03-18']);
    const { closures } = await close(section.centreId);
    await givenBooking(graph.db, {
      childId: placement.childId,
      startsAt: new Date('2026-03-18T08:00:00+01:00'),
      endsAt: new Date('2026-03-18T09:00:00+01:00'),
    });

    const opened = await ask(graph, WITHDRAW, { closureId: closures[0].id });

    expect(opened).toEqual({
      centre: { id: section.centreId },
      bookedAgain: 6,
      notBookedAgain: 1,
      refusal: null,
    });
    expect(await bookedStays(graph, placement.id)).toEqual(
      expectedStays('2026-03-03', '2026-03-31', MORNINGS, ['2026-03-18']),
    );
    expect(await bookedStays(graph, resting.id)).toEqual(expectedStays('2026-03-19', '2026-03-31', MORNINGS));
    const told = await graph.db.findBy(CareStep, { subjectId: closures[0].id, kind: 'CENTRE_OPENED_AGAIN' });
    expect(new Map(told.map(({ childId, facts }) => [childId, facts]))).toEqual(
      new Map([
        [placement.childId, { from: '2026-03-16', to: '2026-03-20' }],
        [resting.childId, { from: '2026-03-19', to: '2026-03-20' }],
      ]),
    );
  });

  it('books again what has room where places became fewer', async () => {
    const { section, placement } = await givenBusyCentre(graph);
    const other = await givenBookedPlacement(graph.db, '2026-03-03', { ...MARCH, sectionId: section.id });
    const { closures } = await close(section.centreId);
    await graph.db.query('update sections set places = 1 where id = $1', [section.id]);

    const opened = await ask(graph, WITHDRAW, { closureId: closures[0].id });

    expect(opened).toMatchObject({ bookedAgain: 5, notBookedAgain: 5, refusal: null });
    const stays = await Promise.all([placement, other].map(({ id }) => bookedStays(graph, id)));
    expect(new Set(stays.flat())).toEqual(new Set(expectedStays('2026-03-03', '2026-03-31', MORNINGS)));
    expect(stays.flat()).toHaveLength(16 + 21);
  });

  it('that has begun opens from today on, and one that is over stays', async () => {
    const { id: centreId } = await givenCentre(graph.db);
    const running = await givenClosure(graph.db, centreId, ['2026-02-27', '2026-03-04']);
    const over = await givenClosure(graph.db, centreId, ['2026-02-23', '2026-02-24']);

    expect(await reasonOf({ closureId: running.id })).toBeUndefined();
    const [left] = await graph.db.query('select ends_on::text from closures where id = $1', [running.id]);
    expect(left.ends_on).toBe('2026-03-01');
    expect(await reasonOf({ closureId: over.id })).toBe('IN_THE_PAST');
    expect(await reasonOf({ closureId: newId() })).toBe('UNKNOWN_CLOSURE');
    expect(await reasonOf({ closureId: over.id }, staffOf(newId()))).toBe('UNKNOWN_CLOSURE');
  });
});
