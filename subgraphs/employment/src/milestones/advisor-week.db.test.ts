import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor } from '@relais/platform/testing/test-users.ts';
import { givenJobSeeker } from '../job-seekers/job-seeker.builder.ts';
import { KnownCover } from '../known-covers/known-cover.ts';
import { subgraph } from '../subgraph.ts';
import { givenMilestone } from './milestone.builder.ts';
import type { Milestone } from './milestone.ts';

const WEEK = `query ($first: Int, $after: String) {
  milestones(from: "2026-03-09T00:00:00+01:00", to: "2026-03-16T00:00:00+01:00", order: UNCOVERED_FIRST,
    first: $first, after: $after) { edges { node { id title family { id } } } pageInfo { endCursor hasNextPage } } }`;
const MOVE = `mutation ($input: MoveMilestoneInput!) { moveMilestone(input: $input) { milestone { id version } } }`;
const now = new Date('2026-03-10T09:00:00+01:00');
const hour = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

describe('the week of an advisor, uncovered first', () => {
  let graph: TestSubgraph;

  const tell = ({ id, familyId, startsAt }: Milestone, status: string, milestoneVersion = 1) =>
    graph.receive('relais.cover.changed.v1', familyId, {
      milestoneId: id,
      familyId,
      startsAt: startsAt.toISOString(),
      status,
      milestoneVersion,
    });
  const titles = async (advisorId: string, variables: object = { first: 100 }) => {
    const { data } = await graph.query(WEEK, { ...variables }, advisor(advisorId));
    const { edges, pageInfo } = data.milestones;
    return { titles: edges.map(({ node }: { node: Milestone }) => node.title), pageInfo };
  };
  const givenWeek = async (advisorId: string) => {
    const file = await givenJobSeeker(graph.db, { advisorId });
    const add = async (
      title: string,
      hours: number,
      cover: string | null,
      given: Partial<Milestone> = {},
    ) => {
      const milestone = await givenMilestone(graph.db, file, { title, startsAt: hour(hours), ...given });
      if (cover) await tell(milestone, cover);
      return milestone;
    };
    await add('started', -2, null);
    await add('not needed', 1, 'NOT_NEEDED');
    await add('covered', 2, 'COVERED');
    await add('partial', 3, 'PARTIAL');
    await add('not told', 4, null);
    await add('unknown', 5, 'UNKNOWN');
    await add('uncovered later', 30, 'UNCOVERED');
    await add('uncovered', 6, 'UNCOVERED');
    await add('called off', 7, 'UNCOVERED', { status: 'CANCELLED' });
    return [
      ...['uncovered', 'uncovered later', 'not told', 'unknown', 'partial', 'covered', 'not needed'],
      ...['started', 'called off'],
    ];
  };

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
  });
  afterAll(() => graph.close());

  it('is ordered by the cover that was last told, then by start', async () => {
    const expected = await givenWeek('advisor-order');
    expect((await titles('advisor-order')).titles).toEqual(expected);
    expect((await titles('advisor-other')).titles).toEqual([]);
  });

  it('is walked page by page without loss or repeat', async () => {
    const expected = await givenWeek('advisor-pages');
    const walked: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 5; pages += 1) {
      const page = await titles('advisor-pages', { first: 2, after });
      walked.push(...page.titles);
      expect(page.pageInfo.hasNextPage).toBe(pages < 4);
      after = page.pageInfo.endCursor;
    }
    expect(walked).toEqual(expected);
  });

  it('does not trust a cover that was told of other times: a moved milestone waits for its new one', async () => {
    const advisorId = 'advisor-move';
    const file = await givenJobSeeker(graph.db, { advisorId });
    const moved = await givenMilestone(graph.db, file, { title: 'moved', startsAt: hour(3) });
    const partial = await givenMilestone(graph.db, file, { title: 'partial', startsAt: hour(2) });
    await tell(moved, 'COVERED');
    await tell(partial, 'PARTIAL');
    expect((await titles(advisorId)).titles).toEqual(['partial', 'moved']);
    const input = { milestoneId: moved.id, version: 1, startsAt: hour(4), endsAt: hour(5) };
    await graph.query(MOVE, { input }, advisor(advisorId));
    expect((await titles(advisorId)).titles).toEqual(['moved', 'partial']);
    await tell({ ...moved, startsAt: hour(4) }, 'COVERED', 2);
    expect((await titles(advisorId)).titles).toEqual(['partial', 'moved']);
  });

  it.each([
    ['of the other order', ['2026-03-10T09:00:00.000Z', newId()]],
    ['with a rank that does not exist', ['6', '2026-03-10T09:00:00.000Z', newId()]],
    ['without an instant', ['1', 'now', newId()]],
  ])('refuses a cursor %s', async (_, values) => {
    const after = Buffer.from(JSON.stringify(values)).toString('base64url');
    const { errors } = await graph.query(WEEK, { first: 2, after }, advisor('advisor-order'));
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });

  it('costs one statement and that of who sees the families, for 1 and for 50 milestones', async () => {
    const advisorId = 'advisor-busy';
    const files = await Promise.all(
      Array.from({ length: 50 }, () => givenJobSeeker(graph.db, { advisorId })),
    );
    for (const file of files) {
      const { id, familyId, startsAt } = await givenMilestone(graph.db, file, { startsAt: hour(5) });
      const cover = { milestoneId: id, familyId, startsAt, status: 'UNCOVERED' };
      await graph.db.insert(KnownCover, { ...cover, milestoneVersion: 1 });
    }
    const ask = (first: number) =>
      graph.statements(async () => {
        expect((await titles(advisorId, { first })).titles).toHaveLength(first);
      });
    expect([await ask(1), await ask(50)]).toEqual([2, 2]);
  });
});
