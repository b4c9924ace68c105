import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, type TestUser } from '@relais/platform/testing/test-users.ts';
import { recordStep } from '../job-search-steps/job-search-step.queries.ts';
import { givenJobSeeker } from '../job-seekers/job-seeker.builder.ts';
import type { JobSeeker } from '../job-seekers/job-seeker.ts';
import { givenMilestone } from '../milestones/milestone.builder.ts';
import { subgraph } from '../subgraph.ts';

const now = new Date('2026-03-10T09:00:00+01:00');
const NEWS = `query ($since: DateTime! = "2026-03-01T00:00:00Z", $first: Int! = 20, $after: String) {
  jobSearchNews(since: $since, first: $first, after: $after) {
    totalCount isExact pageInfo { hasNextPage endCursor }
    edges { node { kind at subjectId familyId sentence } } } }`;
type Item = Readonly<Record<'kind' | 'at' | 'subjectId' | 'familyId' | 'sentence', string>>;

describe('news of job search', () => {
  let graph: TestSubgraph;
  const ask = async (as: TestUser, variables: Readonly<Record<string, unknown>> = {}) => {
    const { data, errors } = await graph.query(NEWS, variables, as);
    expect(errors).toEqual([]);
    return data.jobSearchNews;
  };
  const items = async (as: TestUser, variables: Readonly<Record<string, unknown>> = {}): Promise<Item[]> =>
    (await ask(as, variables)).edges.map(({ node }: { node: Item }) => node);
  const kinds = async (as: TestUser) => (await items(as)).map(({ kind }) => kind);
  const step = (file: JobSeeker, doneBy: string, at: Date) =>
    inTransaction(graph.db, (tx) =>
      recordStep(tx, {
        ...{ jobSeekerId: file.id, familyId: file.familyId, kind: 'CATEGORY_CHANGED', at, doneBy },
        facts: { category: 4 },
      }),
    );
  const tell = (file: JobSeeker, milestone: { id: string; startsAt: Date }, status: string) =>
    graph.receive('relais.cover.changed.v1', file.familyId, {
      ...{ milestoneId: milestone.id, familyId: file.familyId, status, milestoneVersion: 1 },
      startsAt: milestone.startsAt.toISOString(),
    });
  /** Two steps of others and one of the advisor, and a milestone whose care was lost. */
  const busy = async (advisorId: string) => {
    const file = await givenJobSeeker(graph.db, { advisorId });
    const milestone = await givenMilestone(graph.db, file, {
      startsAt: new Date('2026-03-12T08:00:00+01:00'),
    });
    await step(file, 'advisor-before', new Date('2026-03-02T09:00:00Z'));
    await step(file, 'advisor-before', new Date('2026-02-20T09:00:00Z'));
    await step(file, advisorId, new Date('2026-03-03T09:00:00Z'));
    for (const status of ['COVERED', 'COVERED', 'UNCOVERED']) await tell(file, milestone, status);
    return { file, milestone };
  };

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
  });
  afterAll(() => graph.close());

  it('tell an advisor newest first what others did, and whose care changed, but not own doings', async () => {
    const { file, milestone } = await busy('advisor-lea');
    const lea = advisor('advisor-lea');
    expect(await items(lea)).toEqual([
      {
        ...{ kind: 'COVER_CHANGED', subjectId: milestone.id, familyId: file.familyId },
        // When early-childhood told it.
        at: expect.any(String),
        sentence:
          'Il n’y a plus de garde : entretien d’embauche « Entretien, boulangerie Ty Bara » le 12 mars 2026 à 08:00.',
      },
      {
        ...{ kind: 'CATEGORY_CHANGED', at: '2026-03-02T09:00:00.000Z', subjectId: file.id },
        ...{ familyId: file.familyId, sentence: 'Changement de catégorie : 4.' },
      },
    ]);
    const first = await ask(lea, { first: 1 });
    expect([first.totalCount, first.isExact, first.pageInfo.hasNextPage]).toEqual([2, true, true]);
    const next = await ask(lea, { first: 1, after: first.pageInfo.endCursor });
    expect(next.edges[0].node.kind).toBe('CATEGORY_CHANGED');
    expect(await items(lea, { since: '2026-03-05T00:00:00Z' })).toHaveLength(1);
  });

  it('have no care that is told again as it was, or of a milestone that is over or called off', async () => {
    const file = await givenJobSeeker(graph.db, { advisorId: 'advisor-eva' });
    const ahead = { startsAt: new Date('2026-03-12T08:00:00+01:00') };
    const [as, over] = [advisor('advisor-eva'), { startsAt: new Date('2026-03-09T08:00:00+01:00') }];
    for (const given of [over, { ...ahead, status: 'CANCELLED' as const }, { ...ahead, version: 2 }]) {
      const milestone = await givenMilestone(graph.db, file, given);
      for (const status of ['COVERED', 'UNCOVERED']) await tell(file, milestone, status);
    }
    const same = await givenMilestone(graph.db, file, ahead);
    for (const status of ['UNCOVERED', 'UNCOVERED']) await tell(file, same, status);
    expect(await kinds(as)).toEqual([]);
    for (const [status, words] of [
      ['PARTIAL', 'incomplète'],
      ['UNKNOWN', 'n’est plus connue'],
      ['NOT_NEEDED', 'Plus de garde'],
      ['COVERED', 'désormais assurée'],
    ] as const) {
      await tell(file, same, status);
      expect((await items(as))[0]?.sentence).toContain(words);
    }
  });

  it('are of own job seekers, of families that a caseworker follows, and not of what is not shared', async () => {
    const { file } = await busy('advisor-ugo');
    const [ugo, maud] = [advisor('advisor-ugo'), caseworker('maud-of-news')];
    expect(await kinds(advisor('advisor-tom'))).toEqual([]);
    expect(await kinds(maud)).toEqual([]);
    await givenFollowers(graph.db, file.familyId, [{ sub: 'maud-of-news', relation: 'TEAM' }]);
    expect(await kinds(maud)).toEqual(['COVER_CHANGED', 'CATEGORY_CHANGED', 'CATEGORY_CHANGED']);
    const objects = (category: string) =>
      graph.db.query('insert into objections (family_id, category, agency) values ($1, $2, $3)', [
        ...[file.familyId, category, 'JOB_SEARCH'],
      ]);
    await objects('CARE');
    expect(await kinds(ugo)).toEqual(['CATEGORY_CHANGED']);
    await graph.db.query('delete from followers where family_id = $1', [file.familyId]);
    expect(await kinds(ugo)).toEqual([]);
  });

  it('cost one statement for a page, and one more where they are counted', async () => {
    const lea = advisor('advisor-lea');
    const bare = '{ jobSearchNews(since: "2026-03-01T00:00:00Z") { edges { node { sentence } } } }';
    const statements = (text: string) => graph.statements(() => graph.query(text, {}, lea));
    const page = await statements(bare);
    const counted = bare.replace('{ edges', '{ totalCount isExact edges');
    expect(await statements(counted)).toBe(page + 1);
    for (let count = 0; count < 3; count += 1) await busy('advisor-lea');
    expect(await statements(bare)).toBe(page);
  });
});
