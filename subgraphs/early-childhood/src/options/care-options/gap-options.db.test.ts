import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenSection } from '../../centres/centres/centre.builder.ts';
import { referenceTo } from '../../cover/childcare-cover/testing/ask-cover.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';

const COVER = `{ childcareCover { children { gaps {
  startsAt endsAt
  options(first: 20) { section { id } centre { name } kind startsAt endsAt isWholeTime }
  nearestMisses(first: 20) { section { id } centre { name } obstacles { reason sentence } }
} } } }`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

/** From 10:10 to 10:50 on the morrow. */
const givenInterview = async () => {
  const { familyId } = await givenChild(graph.db);
  return givenKnownMilestone(graph.db, {
    familyId,
    startsAt: new Date('2026-03-03T10:10:00+01:00'),
    endsAt: new Date('2026-03-03T10:50:00+01:00'),
  });
};

const gapsOf = async (milestones: Awaited<ReturnType<typeof givenInterview>>[], as: TestUser = advisor()) => {
  const { data, errors } = await graph.resolveReferences('Milestone', milestones.map(referenceTo), COVER, as);
  expect(errors).toEqual([]);
  // biome-ignore lint/suspicious/noExplicitAny: answers are asserted on
  return data.flatMap(({ childcareCover }: any) => childcareCover.children.flatMap((each: any) => each.gaps));
};

describe('the options of a gap', () => {
  it('are shown to an advisor, rounded outward to half-hours, as emergencies when short of notice', async () => {
    const { id } = await givenSection(graph.db);
    const [gap] = await gapsOf([await givenInterview()]);

    expect(gap.startsAt).toBe('2026-03-03T09:10:00.000Z');
    expect(gap.options).toContainEqual({
      section: { id },
      centre: { name: 'Les Ribambelles' },
      kind: 'EMERGENCY',
      startsAt: '2026-03-03T09:00:00.000Z',
      endsAt: '2026-03-03T10:00:00.000Z',
      isWholeTime: true,
    });
    expect(gap.nearestMisses).toEqual([]);
  });

  it('are occasional care when there is time', async () => {
    await givenSection(graph.db);
    const { familyId } = await givenChild(graph.db);
    const nextWeek = { startsAt: new Date('2026-03-10T09:00:00Z'), endsAt: new Date('2026-03-10T10:00:00Z') };
    const [gap] = await gapsOf([await givenKnownMilestone(graph.db, { familyId, ...nextWeek })]);

    expect(gap.options[0].kind).toBe('SHORT_TERM');
  });

  it('are none once it is over', async () => {
    const { familyId } = await givenChild(graph.db);
    const lastWeek = { startsAt: new Date('2026-02-24T09:00:00Z'), endsAt: new Date('2026-02-24T10:00:00Z') };
    const [gap] = await gapsOf([await givenKnownMilestone(graph.db, { familyId, ...lastWeek })]);

    expect(gap).toMatchObject({ options: [], nearestMisses: [] });
  });

  it('leave out what an offer holds for the child, and say so', async () => {
    const milestone = await givenInterview();
    const [child] = await graph.db.query('select id from children where family_id = $1', [
      milestone.familyId,
    ]);
    await givenBooking(graph.db, { childId: child.id, status: 'HELD' });
    const [gap] = await gapsOf([milestone], coordinator());

    expect(gap.options).toEqual([]);
    expect(gap.nearestMisses[0].obstacles).toMatchObject([{ reason: 'CHILD_ALREADY_BOOKED' }]);
  });

  it('cost as many statements for one gap as for twenty', async () => {
    const milestones = await Promise.all(Array.from({ length: 20 }, givenInterview));
    const ask = (count: number) => graph.statements(() => gapsOf(milestones.slice(0, count)));

    // One of them asks what the city decided.
    expect([await ask(1), await ask(20)]).toEqual([7, 7]);
  });

  it('tell the day on which a child is old enough to those only who may know its birth date', async () => {
    await graph.db.query("update centres set opening_hours = '[]'");
    const { id } = await givenSection(graph.db, { minAgeMonths: 30 });
    const milestone = await givenInterview();
    const sentenceFor = async (as: TestUser) => {
      const [gap] = await gapsOf([milestone], as);
      const miss = gap.nearestMisses.find(({ section }: { section: { id: string } }) => section.id === id);
      return miss.obstacles[0].sentence;
    };
    const told = 'L’enfant n’a pas l’âge de cette section (30 mois, et dix semaines au moins)';
    expect(await sentenceFor(coordinator())).toBe(
      `${told} : l’accueil peut commencer le 1er décembre 2026 au plus tôt.`,
    );
    expect(await sentenceFor(advisor())).toBe(`${told}.`);
  });
});
