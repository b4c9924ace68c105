import { setTimeout as wait } from 'node:timers/promises';
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
} from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { givenSharedResidence } from '../../families/shared-residence/shared-residence.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenKnownMilestone } from '../known-milestones/known-milestone.builder.ts';
import { askCover, referenceTo } from './testing/ask-cover.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

const givenMilestoneOfAChild = async () => {
  const { familyId } = await givenChild(graph.db);
  return givenKnownMilestone(graph.db, { familyId });
};

const UNCOVERED = { childcareCover: expect.objectContaining({ status: 'UNCOVERED' }) };
const NOTHING = { childcareCover: null };

describe('a cover', () => {
  it.each([
    ['caseworkers', caseworker()],
    ['advisors', advisor()],
    ['coordinators', coordinator()],
  ])('is answered to %s', async (_role, user) => {
    const { data, errors } = await askCover(graph, [referenceTo(await givenMilestoneOfAChild())], user);
    expect(errors).toEqual([]);
    expect(data).toEqual([UNCOVERED]);
  });

  it.each([
    ['centre staff', centreStaff()],
    ['integrators', integrator()],
    ['auditors', auditor()],
    ['caseworkers who do not follow the family', caseworker('nobody')],
    ['advisors of others', advisor('nobody')],
  ])('is absent for %s', async (_role, user) => {
    const { data } = await askCover(graph, [referenceTo(await givenMilestoneOfAChild())], user);
    expect(data).toEqual([null]);
  });

  it('shows an advisor the child’s name, and nothing else of its care', async () => {
    const milestone = referenceTo(await givenMilestoneOfAChild());
    const { data, errors } = await graph.resolveReferences(
      'Milestone',
      [milestone],
      '{ childcareCover { children { child { firstName lastName birthDate careAlerts } } } }',
      advisor(),
    );
    expect(data[0].childcareCover.children).toEqual([
      { child: { firstName: 'Tom', lastName: 'Lefort', birthDate: null, careAlerts: null } },
    ]);
    expect(errors).toMatchObject([
      { extensions: { code: 'NOT_SHARED' } },
      { extensions: { code: 'NOT_SHARED' } },
    ]);
  });

  it('leads no advisor to the other family of a child in shared residence', async () => {
    const { id: childId, familyId: hiddenFrom } = await givenChild(graph.db);
    const { id: familyId } = await givenFamily(graph.db);
    await givenSharedResidence(graph.db, childId, familyId);
    const milestone = await givenKnownMilestone(graph.db, { familyId });
    await givenBooking(graph.db, { childId, familyId: hiddenFrom, milestoneId: milestone.id });
    const { data } = await graph.resolveReferences(
      'Milestone',
      [referenceTo(milestone)],
      `{ childcareCover { children { child { family { reference } sharedResidence { otherFamily { id } } } } }
         bookings { family { reference } child { family { reference } } } }`,
      advisor(),
    );
    expect(data).toEqual([
      {
        childcareCover: { children: [{ child: { family: null, sharedResidence: null } }] },
        bookings: [{ family: null, child: { family: null } }],
      },
    ]);
  });
});

describe('what is handed over with a milestone', () => {
  it('is refused when it names another family, and the others are answered', async () => {
    const milestone = referenceTo(await givenMilestoneOfAChild());
    const victim = await givenMilestoneOfAChild();
    const forged = { ...referenceTo(await givenMilestoneOfAChild()), family: { id: victim.familyId } };
    const { data, errors } = await askCover(graph, [milestone, forged]);
    expect(data).toEqual([UNCOVERED, NOTHING]);
    expect(errors).toMatchObject([
      { path: ['_entities', 1, 'childcareCover'], extensions: { code: 'TRY_AGAIN' } },
    ]);
  });

  it('is not answered before the milestone is known here', async () => {
    const { familyId } = await givenChild(graph.db);
    const unknown = { ...(await givenMilestoneOfAChild()), id: newId(), familyId };
    const { data, errors } = await askCover(graph, [referenceTo(unknown)]);
    expect(data).toEqual([NOTHING]);
    expect(errors).toMatchObject([{ extensions: { code: 'TRY_AGAIN' } }]);
  });

  it('is awaited for a moment, in few statements, and not again', async () => {
    const known = await givenMilestoneOfAChild();
    const { familyId } = await givenChild(graph.db);
    const unknown = referenceTo({ ...known, id: newId(), familyId });
    const ask = () => graph.statements(() => askCover(graph, [unknown]));
    const [first, second] = [await ask(), await ask()];
    expect(first).toBeGreaterThan(2);
    expect(first).toBeLessThanOrEqual(7);
    expect(second).toBe(2);

    const arriving = referenceTo({ ...known, id: newId() });
    const asked = askCover(graph, [arriving]);
    await wait(100);
    await graph.db.query('update known_milestones set id = $2 where id = $1', [known.id, arriving.id]);
    expect((await asked).errors).toEqual([]);
  });

  it.each([
    ['a family id that is none', { family: { id: 'nonsense' } }, 'TRY_AGAIN'],
    ['no family', { family: null }, 'TRY_AGAIN'],
    ['an end before its start', { endsAt: '2026-03-03T08:00:00Z' }, 'INTERNAL_SERVER_ERROR'],
    ['no length', { endsAt: '2026-03-03T09:00:00Z' }, 'INTERNAL_SERVER_ERROR'],
    ['more than 14 hours', { endsAt: '2026-03-04T09:00:00Z' }, 'INTERNAL_SERVER_ERROR'],
    ['a start that is no time', { startsAt: 'soon' }, 'INTERNAL_SERVER_ERROR'],
    ['negative travel', { travelMinutes: -30 }, 'INTERNAL_SERVER_ERROR'],
  ])('may have %s without spoiling the others', async (_case, flaw, code) => {
    const sound = referenceTo(await givenMilestoneOfAChild());
    const flawed = { ...referenceTo(await givenMilestoneOfAChild()), ...flaw };
    const { data, errors } = await graph.resolveReferences(
      'Milestone',
      [flawed, sound],
      '{ childcareCover { status } }',
      coordinator(),
    );
    expect(data).toEqual([NOTHING, { childcareCover: { status: 'UNCOVERED' } }]);
    expect(errors).toMatchObject([{ path: ['_entities', 0, 'childcareCover'], extensions: { code } }]);
  });
});

describe('covers of many milestones', () => {
  it('cost one statement, with the names of the children, after what lets the reader see them', async () => {
    const milestones = await Promise.all(Array.from({ length: 20 }, givenMilestoneOfAChild));
    const ask = (count: number, user = caseworker()) =>
      graph.statements(() => askCover(graph, milestones.slice(0, count).map(referenceTo), user));
    expect([await ask(1), await ask(20)]).toEqual([2, 2]);
    // The service point needs no tie; a family may object to its knowing of a milestone.
    expect(await ask(20, coordinator())).toBe(2);
  });
});

describe('the bookings of a milestone', () => {
  const bookingsOf = ({ id, familyId }: { id: string; familyId: string }, user = caseworker()) =>
    graph.resolveReferences('Milestone', [{ id, family: { id: familyId } }], '{ bookings { id } }', user);

  it('are those of its family that serve it, without cancelled ones', async () => {
    const milestone = await givenMilestoneOfAChild();
    const { id: milestoneId, familyId } = milestone;
    const { id: childId } = await givenChild(graph.db, { familyId });
    const booking = await givenBooking(graph.db, { childId, milestoneId });
    await givenBooking(graph.db, { childId, milestoneId, status: 'CANCELLED' });
    // As a milestone has that became another family's.
    await givenBooking(graph.db, { milestoneId });
    await givenBooking(graph.db, { childId: (await givenChild(graph.db, { familyId })).id });
    expect((await bookingsOf(milestone)).data).toEqual([{ bookings: [{ id: booking.id }] }]);
  });

  it('are absent for centre staff', async () => {
    expect((await bookingsOf(await givenMilestoneOfAChild(), centreStaff())).data).toEqual([null]);
  });

  it('of a milestone without any are an empty list', async () => {
    const { id: familyId } = await givenFamily(graph.db);
    expect((await bookingsOf(await givenKnownMilestone(graph.db, { familyId }))).data).toEqual([
      { bookings: [] },
    ]);
  });
});
