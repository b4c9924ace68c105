import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../bookings/booking.builder.ts';
import { Booking } from '../bookings/booking.ts';
import { givenCentre, givenClosure } from '../centres/centre.builder.ts';
import { givenBookedPlacement } from '../placements/placement.builder.ts';
import { bookedStays, expectedStays, MARCH, MORNINGS } from '../placements/testing/ask-placement.ts';
import { subgraph } from '../subgraph.ts';
import { ask, CLOSE, type Given, givenBusyCentre, staffOf, week } from './testing/ask-closure.ts';

const CLOSE_AS_STAFF = CLOSE.replace('uncoveredMilestones { milestone { id } status }', '');

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const close = (centreId: string, given: Given = {}) =>
  ask(graph, CLOSE, { centreIds: [centreId], ...week, ...given });

describe('closing a centre', () => {
  it('gives its bookings back with the reason, and says which milestones lose cover', async () => {
    const { section, placement, milestone } = await givenBusyCentre(graph);

    const { closures, freedBookings, uncoveredMilestones } = await close(section.centreId);

    const centre = { id: section.centreId };
    expect(closures).toEqual([
      { id: expect.any(String), startsOn: week.from, endsOn: week.to, reason: 'Travaux', centre },
    ]);
    expect(freedBookings).toBe(5);
    expect(uncoveredMilestones).toEqual([{ milestone: { id: milestone.id }, status: 'UNCOVERED' }]);
    expect(await bookedStays(graph, placement.id)).toEqual([
      ...expectedStays('2026-03-03', '2026-03-15', MORNINGS),
      ...expectedStays('2026-03-21', '2026-03-31', MORNINGS),
    ]);
    const freed = await graph.db.findBy(Booking, { placementId: placement.id, status: 'CANCELLED' });
    expect(new Set(freed.map(({ cancellationReason }) => cancellationReason))).toEqual(new Set(['Travaux']));
    const told = (await graph.published()).filter(({ data }) => data.milestoneId === milestone.id);
    expect(told.at(-1)?.data.status).toBe('UNCOVERED');
    const { data } = await graph.resolveReferences(
      'Family',
      [{ id: placement.familyId }],
      '{ careTimeline(first: 5) { edges { node { sentence } } } }',
      coordinator(),
    );
    expect(
      data[0].careTimeline.edges.map(({ node }: { node: { sentence: string } }) => node.sentence),
    ).toEqual([
      'Accueil de Tom annulé du 16 mars 2026 au 20 mars 2026, l’établissement est fermé : Travaux.',
    ]);
  });

  it('today leaves care that has begun as it is', async () => {
    const { sectionId } = await givenBooking(graph.db, {
      startsAt: new Date('2026-03-02T14:00:00+01:00'),
      endsAt: new Date('2026-03-02T17:00:00+01:00'),
    });
    const begun = await givenBooking(graph.db, {
      sectionId,
      startsAt: new Date('2026-03-02T09:00:00+01:00'),
      endsAt: new Date('2026-03-02T12:00:00+01:00'),
    });
    const { centreId } = begun;

    const { freedBookings } = await close(centreId, { from: '2026-03-02', to: '2026-03-02' });

    expect(freedBookings).toBe(1);
    expect(await graph.db.findOneByOrFail(Booking, { id: begun.id })).toMatchObject({ status: 'CONFIRMED' });
  });

  it('of the whole city is one step, and costs as many statements for one centre as for many', async () => {
    await graph.db.query("update centres set operator = 'ASSOCIATIVE'");
    const holiday = { allMunicipal: true, centreIds: [], reason: 'Jour férié' };
    const placement = await givenBookedPlacement(graph.db, '2026-03-03', MARCH);
    const alone = { ...holiday, from: '2026-03-10', to: '2026-03-10' };
    const one = await graph.statements(() => ask(graph, CLOSE, alone));
    for (let children = 0; children < 8; children += 1)
      await givenBookedPlacement(graph.db, '2026-03-03', MARCH);
    const together = { ...holiday, from: '2026-03-11', to: '2026-03-11' };
    const associative = await givenCentre(graph.db, { operator: 'ASSOCIATIVE' });

    let answer: Given = {};
    const many = await graph.statements(async () => {
      answer = await ask(graph, CLOSE, together);
    });

    expect(answer).toMatchObject({ freedBookings: 9, refusal: null });
    expect(answer.closures).toHaveLength(9);
    expect(JSON.stringify(answer.closures)).not.toContain(associative.id);
    expect(many).toBe(one);
    expect(await bookedStays(graph, placement.id)).toHaveLength(19);
  });

  it('sent again with its id answers the same, and with other content is a conflict', async () => {
    const { id: centreId } = await givenCentre(graph.db);
    const given = { id: newId() };

    const first = await close(centreId, given);
    const second = await close(centreId, given);

    expect(second.closures).toEqual(first.closures);
    expect((await close(centreId, { ...given, reason: 'Grève' })).refusal.reason).toBe('CONFLICT');
  });

  it('as a preview answers the same and changes nothing', async () => {
    const { section, placement, milestone } = await givenBusyCentre(graph);

    const preview = await close(section.centreId, { preview: true });

    expect(preview).toMatchObject({
      freedBookings: 5,
      uncoveredMilestones: [{ milestone: { id: milestone.id } }],
    });
    expect(await bookedStays(graph, placement.id)).toEqual(
      expectedStays('2026-03-03', '2026-03-31', MORNINGS),
    );
    expect((await close(section.centreId)).freedBookings).toBe(5);
  });

  it('is refused where it is closed already, in the past, backwards, too long, without a reason or a centre', async () => {
    const { id: centreId } = await givenCentre(graph.db);
    const closure = await givenClosure(graph.db, centreId, ['2026-03-18', '2026-03-19']);

    expect(await close(centreId)).toMatchObject({
      refusal: { reason: 'OVERLAPPING_CLOSURE', message: 'Un établissement est déjà fermé un de ces jours.' },
      alreadyClosed: [{ id: closure.id }],
    });
    expect((await close(centreId, { from: '2026-03-01' })).refusal.reason).toBe('IN_THE_PAST');
    expect((await close(centreId, { to: '2026-03-15' })).refusal.reason).toBe('PERIOD_ENDS_BEFORE_IT_STARTS');
    expect((await close(centreId, { to: '2026-12-31' })).refusal.reason).toBe('TOO_MUCH_AT_ONCE');
    expect((await close(centreId, { reason: ' ' })).refusal.reason).toBe('REASON_MISSING');
    expect((await close(centreId, { allMunicipal: true })).refusal.reason).toBe('CENTRES_OR_ALL');
    expect((await close(newId())).refusal.reason).toBe('UNKNOWN_CENTRE');
  });

  it('is for the staff of that centre, who see nothing of the families’ milestones', async () => {
    const { section } = await givenBusyCentre(graph);
    const { centreId } = section;
    const input = { centreIds: [centreId], ...week };
    const other = await givenCentre(graph.db);

    const foreign = await ask(graph, CLOSE_AS_STAFF, input, staffOf(other.id));
    expect(foreign.refusal.reason).toBe('UNKNOWN_CENTRE');
    const { data, errors } = await graph.query(CLOSE, { input }, staffOf(centreId));
    expect(data.closeCentre).toMatchObject({ freedBookings: 5, uncoveredMilestones: null });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_SHARED']);
  });
});
