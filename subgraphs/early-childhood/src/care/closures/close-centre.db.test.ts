import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import { givenCentre, givenClosure, givenSection } from '../../centres/centres/centre.builder.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenBooking } from '../bookings/booking.builder.ts';
import { Booking } from '../bookings/booking.ts';
import { givenBookedPlacement } from '../placements/placement.builder.ts';
import { bookedStays, expectedStays, MARCH, MORNINGS } from '../placements/testing/ask-placement.ts';
import { ask, CLOSE, type Given, givenBusyCentre, staffOf, week } from './testing/ask-closure.ts';

const CLOSE_AS_STAFF = CLOSE.replace('uncoveredMilestones { milestone { id } status }', '');

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const close = (centreId: string, given: Given = {}) =>
  ask(graph, CLOSE, { centreIds: [centreId], ...week, ...given });

/** The Wednesday and Thursday of the week. */
const closedInTheMiddle = async (centreId: string) => {
  await graph.db.query(
    `update bookings set status = 'CANCELLED', cancellation_reason = 'Fermé'
     where centre_id = $1 and starts_at between '2026-03-18' and '2026-03-20'`,
    [centreId],
  );
  return givenClosure(graph.db, centreId, ['2026-03-18', '2026-03-19']);
};

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

  it('of the whole city takes as many statements in each centre for one child as for many', async () => {
    await graph.db.query("update centres set operator = 'ASSOCIATIVE'");
    const holiday = { allMunicipal: true, centreIds: [], reason: 'Jour férié' };
    const section = await givenSection(graph.db, { places: 10 });
    const there = { ...MARCH, sectionId: section.id };
    const placement = await givenBookedPlacement(graph.db, '2026-03-03', there);
    const associative = await givenCentre(graph.db, { operator: 'ASSOCIATIVE' });
    const statementsToClose = async (day: string) => {
      let answer: Given = {};
      const statements = await graph.statements(async () => {
        answer = await ask(graph, CLOSE, { ...holiday, from: day, to: day });
      });
      return { statements, answer };
    };
    const alone = await statementsToClose('2026-03-10');
    for (let children = 0; children < 8; children += 1)
      await givenBookedPlacement(graph.db, '2026-03-03', there);
    const ofManyChildren = await statementsToClose('2026-03-11');
    for (let centres = 0; centres < 4; centres += 1)
      await givenBookedPlacement(graph.db, '2026-03-03', MARCH);
    const ofManyCentres = await statementsToClose('2026-03-12');

    expect(ofManyChildren.answer).toMatchObject({ freedBookings: 9, refusal: null });
    expect(ofManyChildren.statements).toBe(alone.statements);
    expect(ofManyCentres.answer).toMatchObject({ freedBookings: 13, refusal: null });
    expect(ofManyCentres.answer.closures).toHaveLength(5);
    expect(JSON.stringify(ofManyCentres.answer.closures)).not.toContain(associative.id);
    expect(ofManyCentres.statements).toBeLessThanOrEqual(5 * alone.statements);
    expect(await bookedStays(graph, placement.id)).toHaveLength(18);
  });

  it('of a city may last a month', async () => {
    const centreIds: string[] = [];
    for (let centres = 0; centres < 30; centres += 1) centreIds.push((await givenCentre(graph.db)).id);

    const { closures, refusal } = await ask(graph, CLOSE, {
      ...{ centreIds, from: '2026-08-01', to: '2026-08-31', reason: 'Congés d’été' },
    });

    expect(refusal).toBeNull();
    expect(closures).toHaveLength(30);
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

  it('that is closed on some days asks first, and closes the others when it is confirmed', async () => {
    const { section, placement, milestone } = await givenBusyCentre(graph);
    const { centreId } = section;
    const there = await closedInTheMiddle(centreId);
    const id = newId();

    const asked = await close(centreId, { id });
    const preview = await close(centreId, { id, confirmed: true, preview: true });
    const staysBefore = await bookedStays(graph, placement.id);
    const closed = await close(centreId, { id, confirmed: true });

    expect(asked).toMatchObject({
      closures: null,
      freedBookings: 0,
      alreadyClosed: [{ id: there.id, startsOn: '2026-03-18', endsOn: '2026-03-19' }],
      refusal: {
        reason: 'OVERLAPPING_CLOSURE',
        message: 'Certains de ces jours sont déjà fermés. Fermer les autres ?',
        isQuestion: true,
      },
    });
    expect(staysBefore).toHaveLength(19);
    expect(preview).toEqual(closed);
    expect(closed).toMatchObject({
      closures: [
        { startsOn: '2026-03-16', endsOn: '2026-03-17', reason: 'Travaux' },
        { startsOn: '2026-03-20', endsOn: '2026-03-20', reason: 'Travaux' },
      ],
      freedBookings: 3,
      uncoveredMilestones: [{ milestone: { id: milestone.id }, status: 'UNCOVERED' }],
      refusal: null,
    });
    expect(await bookedStays(graph, placement.id)).toHaveLength(16);
    const steps = await graph.db.query(
      "select subject_id, facts from care_steps where family_id = $1 and kind = 'CENTRE_CLOSED' order by facts->>'from'",
      [placement.familyId],
    );
    expect(steps).toEqual([
      {
        subject_id: closed.closures[0].id,
        facts: { from: '2026-03-16', to: '2026-03-17', reason: 'Travaux' },
      },
      {
        subject_id: closed.closures[1].id,
        facts: { from: '2026-03-20', to: '2026-03-20', reason: 'Travaux' },
      },
    ]);
    const told = (await graph.published()).filter(({ data }) => data.milestoneId === milestone.id);
    expect(told.map(({ data }) => data.status)).toEqual(['UNCOVERED']);
  });

  it('that was sent with its id and confirmed answers the same once more, with what it gave back', async () => {
    const { section, milestone } = await givenBusyCentre(graph);
    const { centreId } = section;
    const there = await closedInTheMiddle(centreId);
    const given = { id: newId(), confirmed: true };
    const first = await close(centreId, given);

    const second = await close(centreId, given);

    expect(first).toMatchObject({
      freedBookings: 3,
      uncoveredMilestones: [{ milestone: { id: milestone.id }, status: 'UNCOVERED' }],
      refusal: null,
    });
    expect(second).toEqual(first);
    expect(await close(centreId, { ...given, confirmed: false })).toEqual(second);
    expect((await close(centreId, { ...given, to: '2026-03-21' })).refusal.reason).toBe('CONFLICT');
    expect((await close(centreId, { ...given, to: '2026-03-17' })).refusal.reason).toBe('CONFLICT');
    expect(await close(centreId, { confirmed: true })).toMatchObject({
      alreadyClosed: [
        { startsOn: '2026-03-16', endsOn: '2026-03-17' },
        { id: there.id },
        { startsOn: '2026-03-20', endsOn: '2026-03-20' },
      ],
      refusal: { reason: 'ALREADY_CLOSED', message: 'Tous ces jours sont déjà fermés.', isQuestion: false },
    });
  });

  it('goes on where it broke off when it is sent again', async () => {
    const first = await givenBusyCentre(graph);
    const second = await givenBusyCentre(graph);
    const centreIds = [first.section.centreId, second.section.centreId];
    const given = { id: newId(), ...week };
    await ask(graph, CLOSE, { ...given, centreIds: centreIds.slice(0, 1) });

    const whole = await ask(graph, CLOSE, { ...given, centreIds });

    expect(whole).toMatchObject({ freedBookings: 10, refusal: null });
    const uncovered = [first, second].map(({ milestone }) => milestone.id).sort();
    expect(whole.uncoveredMilestones.map(({ milestone }: { milestone: Given }) => milestone.id)).toEqual(
      uncovered,
    );
    expect(whole.closures.map(({ centre }: Given) => centre)).toEqual(centreIds.map((id) => ({ id })));
  });

  it('that is sent again while it goes on answers the whole of it, and closes once', async () => {
    const busy = [await givenBusyCentre(graph), await givenBusyCentre(graph), await givenBusyCentre(graph)];
    const given = { id: newId(), ...week, centreIds: busy.map(({ section }) => section.centreId) };

    const [first, second] = await Promise.all([ask(graph, CLOSE, given), ask(graph, CLOSE, given)]);

    expect(first).toMatchObject({ freedBookings: 15, refusal: null });
    expect(first.uncoveredMilestones).toHaveLength(3);
    expect(second).toEqual(first);
    const families = busy.map(({ placement }) => placement.familyId);
    const [{ count }] = await graph.db.query(
      "select count(*)::int from care_steps where family_id = any($1::uuid[]) and kind = 'CENTRE_CLOSED'",
      [families],
    );
    expect(count).toBe(3);
    // What is called off meanwhile lacks nothing any more.
    await graph.db.query("update known_milestones set status = 'CANCELLED' where id = $1", [
      busy[0]?.milestone.id,
    ]);
    const later = await ask(graph, CLOSE, given);
    expect(later.uncoveredMilestones).toHaveLength(2);
  });

  it('waits for who books there, and who books waits for it: nobody is booked in a closed centre', async () => {
    const centres = await Promise.all([1, 2, 3].map(() => givenSection(graph.db, { places: 20 })));
    const centreIds = centres.map(({ centreId }) => centreId);
    const children = await Promise.all(Array.from({ length: 12 }, () => givenChild(graph.db)));
    const book = (child: { id: string }, index: number) =>
      graph.query(
        'mutation ($input: BookCareInput!) { bookCare(input: $input) { booking { id } refusal { reason } } }',
        {
          input: {
            childId: child.id,
            sectionId: centres[index % 3]?.id,
            kind: 'SHORT_TERM',
            startsAt: '2026-03-17T09:00:00+01:00',
            endsAt: '2026-03-17T12:00:00+01:00',
          },
        },
        coordinator(),
      );

    const [oneWay, otherWay, ...booked] = await Promise.all([
      ask(graph, CLOSE, { ...week, centreIds, confirmed: true }),
      ask(graph, CLOSE, { ...week, centreIds: centreIds.toReversed(), confirmed: true }),
      ...children.map(book),
    ]);

    expect([oneWay.refusal?.reason, otherWay.refusal?.reason]).not.toContain('CONFLICT');
    expect(booked.flatMap(({ errors }) => errors)).toEqual([]);
    const reasons = booked.map(({ data }) => data.bookCare.refusal?.reason ?? 'BOOKED');
    expect(reasons.filter((reason) => reason !== 'BOOKED' && reason !== 'CENTRE_CLOSED')).toEqual([]);
    const [{ count }] = await graph.db.query(
      "select count(*)::int from bookings where centre_id = any($1::uuid[]) and status <> 'CANCELLED'",
      [centreIds],
    );
    expect(count).toBe(0);
    const closures = await graph.db.query(
      'select centre_id from closures where centre_id = any($1::uuid[])',
      [centreIds],
    );
    expect(closures).toHaveLength(3);
  });

  it('is refused in the past, backwards, too long, without a reason or a centre', async () => {
    const { id: centreId } = await givenCentre(graph.db);

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
