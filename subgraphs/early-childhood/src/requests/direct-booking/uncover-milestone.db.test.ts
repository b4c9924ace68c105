import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenCentre, givenSection } from '../../centres/centres/centre.builder.ts';
import type { Section } from '../../centres/centres/section.ts';
import type { KnownMilestone } from '../../cover/known-milestones/known-milestone.ts';
import { stepsOfSubjects } from '../../history/care-history/care-step.queries.ts';
import { subgraph } from '../../subgraph.ts';
import { askToCover, askToUncover, givenInterview, givenOnlySection } from './testing/ask-to-cover.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const givenCovered = async (children = 1, facts: Partial<KnownMilestone> = {}) => {
  await givenOnlySection(graph);
  const { milestone } = await givenInterview(graph, children, facts);
  const { bookings } = await askToCover(graph, milestone);
  expect(bookings).toHaveLength(children);
  return { milestone, ids: bookings.map(({ id }: { id: string }) => id) as string[] };
};
/** Farther than any other. */
const givenOtherSection = async (facts: Partial<Section> = {}): Promise<string> => {
  const { id: centreId } = await givenCentre(graph.db, { latitude: 47.3 });
  return (await givenSection(graph.db, { centreId, ...facts })).id;
};
const statusesOf = async (milestoneId: string): Promise<string[]> => {
  const found = await graph.db.query('select status from bookings where milestone_id = $1', [milestoneId]);
  return found.map(({ status }: { status: string }) => status);
};

describe('giving back what covers a milestone', () => {
  it('frees the places, keeps who did it and why, and tells the other agencies', async () => {
    const { milestone, ids } = await givenCovered(2);

    const { bookings, cover, refusal } = await askToUncover(graph, milestone);

    expect(refusal).toBeNull();
    expect(bookings.map(({ id }: { id: string }) => id).toSorted()).toEqual(ids.toSorted());
    const back = { status: 'CANCELLED', version: 2, cancellationReason: 'Entretien annulé.' };
    expect(bookings).toMatchObject([back, back]);
    expect(cover.status).toBe('UNCOVERED');
    expect(await statusesOf(milestone.id)).toEqual(['CANCELLED', 'CANCELLED']);
    const steps = await stepsOfSubjects(graph.db, ids);
    expect(steps.filter(({ kind }) => kind === 'BOOKING_CANCELLED')).toMatchObject([
      { reason: 'Entretien annulé.' },
      { reason: 'Entretien annulé.' },
    ]);
    const told = (await graph.published()).filter(({ data }) => data.milestoneId === milestone.id);
    expect(told.map(({ data }) => data.status)).toEqual(['COVERED', 'UNCOVERED']);
    expect((await askToCover(graph, milestone)).bookings).toHaveLength(2);
  });

  it('may be of one booking, and of a milestone that is called off', async () => {
    const { milestone, ids } = await givenCovered(2);
    await graph.db.query("update known_milestones set status = 'CANCELLED' where id = $1", [milestone.id]);

    const { bookings } = await askToUncover(graph, milestone, { given: { bookingIds: [ids[1]] } });

    expect(bookings).toMatchObject([{ id: ids[1] }]);
    expect((await statusesOf(milestone.id)).toSorted()).toEqual(['CANCELLED', 'CONFIRMED']);
  });

  it('shows in a preview what it would be, and changes nothing', async () => {
    const { milestone, ids } = await givenCovered();
    const before = await graph.published();

    const { bookings, cover } = await askToUncover(graph, milestone, { given: { preview: true } });

    expect(bookings).toMatchObject([{ id: ids[0], status: 'CANCELLED' }]);
    expect(cover.status).toBe('UNCOVERED');
    expect(await statusesOf(milestone.id)).toEqual(['CONFIRMED']);
    expect(await graph.published()).toEqual(before);
  });

  it('is refused all or nothing', async () => {
    const { milestone, ids } = await givenCovered();
    const { id: other } = await givenBooking(graph.db);
    const reasonOf = async (given: object, now?: Date) =>
      (await askToUncover(graph, milestone, { given, ...(now && { now }) })).refusal.reason;

    expect(await reasonOf({ bookingIds: [ids[0], other] })).toBe('BOOKING_NOT_OF_MILESTONE');
    expect(await reasonOf({ reason: ' ' })).toBe('REASON_MISSING');
    expect(await reasonOf({ bookingIds: ids }, new Date('2026-03-03T09:00:00+01:00'))).toBe(
      'ALREADY_STARTED',
    );
    expect(await statusesOf(milestone.id)).toEqual(['CONFIRMED']);
    await askToUncover(graph, milestone);
    expect(await reasonOf({ bookingIds: ids })).toBe('ALREADY_CANCELLED');
    expect(await reasonOf({})).toBe('NOTHING_TO_GIVE_BACK');
    expect((await askToUncover(graph, { id: newId() })).refusal.reason).toBe('UNKNOWN_MILESTONE');
  });

  it('is the advisor’s for their own job seekers, and the team’s', async () => {
    const { milestone } = await givenCovered(2, { advisorId: 'hugo' });
    await givenFollowers(graph.db, milestone.familyId, [{ sub: 'hugo', relation: 'ADVISOR' }]);
    const refusalTo = async (as: ReturnType<typeof advisor>) =>
      (await askToUncover(graph, milestone, { as, given: { preview: true } })).refusal?.reason ?? null;

    expect(await refusalTo(advisor('ines'))).toBe('UNKNOWN_MILESTONE');
    expect(await refusalTo(advisor('hugo'))).toBeNull();
    expect(await refusalTo(caseworker())).toBeNull();
  });
});

describe('bookings of milestones that are called off', () => {
  const LEFT = `query ($first: Int! = 20, $after: String) {
    bookingsOfCancelledMilestones(first: $first, after: $after) {
      totalCount isExact edges { node { id milestone { id } child { id } } } pageInfo { endCursor hasNextPage } } }`;
  const left = async (as = coordinator(), variables: Readonly<Record<string, unknown>> = {}) => {
    const { data, errors } = await graph.query(LEFT, variables, as);
    expect(errors).toEqual([]);
    return data.bookingsOfCancelledMilestones;
  };
  const callOff = (id: string) =>
    graph.db.query("update known_milestones set status = 'CANCELLED' where id = $1", [id]);

  it('are listed page by page until each is given back', async () => {
    await graph.db.query("update known_milestones set status = 'PLANNED'");
    const { milestone, ids } = await givenCovered(2);
    await givenCovered();
    expect(await left()).toMatchObject({ totalCount: 0, isExact: true, edges: [] });
    await callOff(milestone.id);

    const first = await left(coordinator(), { first: 1 });
    const second = await left(coordinator(), { first: 1, after: first.pageInfo.endCursor });
    expect([first, second].map(({ totalCount, pageInfo }) => [totalCount, pageInfo.hasNextPage])).toEqual([
      [2, true],
      [2, false],
    ]);
    const nodes = [...first.edges, ...second.edges].map(({ node }) => node);
    expect(nodes.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(nodes[0].milestone).toEqual({ id: milestone.id });

    await askToUncover(graph, milestone, { given: { bookingIds: [nodes[0].id] } });
    expect(await left()).toMatchObject({ totalCount: 1, edges: [{ node: { id: nodes[1].id } }] });
    graph.setNow(new Date('2026-03-03T09:00:00+01:00'));
    expect(await left()).toMatchObject({ totalCount: 0 });
    graph.setNow(new Date('2026-03-02T10:00:00+01:00'));
  });

  it('are told of the families that one follows, at the same cost for one as for several', async () => {
    await graph.db.query("update known_milestones set status = 'PLANNED'");
    const { milestone } = await givenCovered(2);
    await callOff(milestone.id);
    expect(await left(caseworker('rosa'))).toMatchObject({ totalCount: 0, edges: [] });
    await givenFollowers(graph.db, milestone.familyId, [{ sub: 'rosa', relation: 'TEAM' }]);
    expect(await left(caseworker('rosa'))).toMatchObject({ totalCount: 2 });
    const cost = (first: number) => graph.statements(() => left(coordinator(), { first }));
    expect(await cost(2)).toBe(await cost(1));
    const { errors } = await graph.query(LEFT, {}, advisor('hugo'));
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const bad = await graph.query(LEFT, { after: 'x' }, coordinator());
    expect(bad.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
  });
});

describe('covering where somebody chose', () => {
  it('books the section chosen, and the best one for the rest', async () => {
    const { id: best } = await givenOnlySection(graph);
    const { milestone, childIds } = await givenInterview(graph, 2);
    const other = await givenOtherSection();
    const choice = { childId: childIds[1], startsAt: milestone.startsAt.toISOString(), sectionId: other };

    const preview = await askToCover(graph, milestone, { given: { choices: [choice], preview: true } });
    const placed = preview.bookings.map((each: { child: { id: string }; section: { id: string } }) => [
      each.child.id,
      each.section.id,
    ]);
    expect(placed).toEqual([
      [childIds[0], best],
      [childIds[1], other],
    ]);
    expect(preview.cover.status).toBe('COVERED');
    expect(await statusesOf(milestone.id)).toEqual([]);
    expect((await askToCover(graph, milestone, { given: { choices: [choice] } })).bookings).toHaveLength(2);
  });

  it('is refused where the place does not fit or nothing is missing', async () => {
    await givenOnlySection(graph);
    const { milestone, childIds } = await givenInterview(graph);
    const small = await givenOtherSection({ minAgeMonths: 60 });
    const choice = { childId: childIds[0], startsAt: milestone.startsAt.toISOString(), sectionId: small };
    const refused = await askToCover(graph, milestone, { given: { choices: [choice] } });
    expect(refused.refusal.reason).toBe('CHOICE_NOT_POSSIBLE');
    expect(refused.alternatives[0].options).toHaveLength(1);

    const late = { ...choice, startsAt: '2026-03-03T18:00:00+01:00' };
    const reasonOf = async (choices: object[]) =>
      (await askToCover(graph, milestone, { given: { choices } })).refusal.reason;
    expect(await reasonOf([late])).toBe('CHOICE_NOT_NEEDED');
    expect(await reasonOf([choice, choice])).toBe('CHOICE_NOT_NEEDED');
    expect(await statusesOf(milestone.id)).toEqual([]);
  });
});
