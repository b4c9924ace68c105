import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenJobSeeker } from '../job-seekers/job-seeker.builder.ts';
import type { JobSeeker } from '../job-seekers/job-seeker.ts';
import { givenMilestone } from '../milestones/milestone.builder.ts';
import { givenReturn } from '../returns-to-work/return-to-work.builder.ts';
import { subgraph } from '../subgraph.ts';

const now = new Date('2026-03-10T09:00:00+01:00');
const DESK = `query ($kinds: [JobSearchDeskKind!], $urgencies: [DeskUrgency!], $first: Int! = 20, $after: String) {
  jobSearchDesk(kinds: $kinds, urgencies: $urgencies, first: $first, after: $after) {
    totalCount isExact pageInfo { hasNextPage endCursor }
    edges { node { kind urgency dueAt subjectId subjectType familyId sentence actions } } } }`;
type Item = Readonly<Record<'kind' | 'urgency' | 'subjectId' | 'sentence' | 'familyId', string>>;

describe('the desk of an advisor', () => {
  let graph: TestSubgraph;
  const lea = advisor('advisor-lea');
  const ask = async (variables: Readonly<Record<string, unknown>> = {}, as: TestUser = lea) => {
    const { data, errors } = await graph.query(DESK, variables, as);
    expect(errors).toEqual([]);
    return data.jobSearchDesk;
  };
  const items = async (
    variables: Readonly<Record<string, unknown>> = {},
    as: TestUser = lea,
  ): Promise<Item[]> => (await ask(variables, as)).edges.map(({ node }: { node: Item }) => node);
  const told = async (file: JobSeeker, status: string, given: object = {}) => {
    const milestone = await givenMilestone(graph.db, file, given);
    await graph.receive('relais.cover.changed.v1', file.familyId, {
      ...{ milestoneId: milestone.id, familyId: file.familyId, status, milestoneVersion: 1 },
      startsAt: milestone.startsAt.toISOString(),
    });
    return milestone;
  };
  /** One matter of each kind. */
  const busy = async (advisorId: string) => {
    const file = await givenJobSeeker(graph.db, { advisorId });
    const gap = await told(file, 'PARTIAL', { startsAt: new Date('2026-03-11T08:00:00+01:00') });
    const over = await givenMilestone(graph.db, file, { startsAt: new Date('2026-03-09T10:00:00+01:00') });
    const made = await givenReturn(graph.db, file.id, { title: 'Boulangère' });
    return { file, gap, over, made };
  };

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
  });
  afterAll(() => graph.close());

  it('tells most urgent first what waits, whose it is and what can be done', async () => {
    const { file, gap, over, made } = await busy('advisor-lea');
    const found = await items();
    expect(found.map(({ kind, urgency, subjectId }) => [kind, urgency, subjectId])).toEqual([
      ['MILESTONE_UNCOVERED', 'NOW', gap.id],
      ['OUTCOME_DUE', 'TODAY', over.id],
      ['FOLLOW_UP_DUE', 'TODAY', made.id],
    ]);
    expect(found[0]).toMatchObject({
      familyId: file.familyId,
      subjectType: 'Milestone',
      actions: ['COVER_MILESTONE', 'CALL_FAMILY', 'MOVE_MILESTONE', 'CANCEL_MILESTONE'],
      sentence:
        'Garde incomplète : entretien d’embauche « Entretien, boulangerie Ty Bara » le 11 mars 2026 à 08:00, jusqu’à 09:00 (3 rue de la Paix, Nantes).',
    });
    expect(found.slice(1).map(({ sentence }) => sentence)).toEqual([
      'Issue à noter : entretien d’embauche « Entretien, boulangerie Ty Bara » du 9 mars 2026 à 10:00.',
      'Suivi après un mois, à faire le 10 mars 2026 : emploi « Boulangère ».',
    ]);
  });

  it('is filtered and walked in pages that pass over nothing', async () => {
    const as = advisor('advisor-zoe');
    await busy('advisor-zoe');
    const kindsOf = async (variables: Readonly<Record<string, unknown>>) =>
      (await items(variables, as)).map(({ kind }) => kind);
    expect(await kindsOf({ kinds: ['OUTCOME_DUE'] })).toEqual(['OUTCOME_DUE']);
    expect(await kindsOf({ kinds: [] })).toEqual([]);
    expect(await kindsOf({ urgencies: ['NOW'] })).toEqual(['MILESTONE_UNCOVERED']);
    const walked: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const { edges, pageInfo, totalCount, isExact } = await ask({ first: 1, after }, as);
      expect([totalCount, isExact, pageInfo.hasNextPage]).toEqual([3, true, page < 2]);
      walked.push(edges[0].node.kind);
      after = pageInfo.endCursor;
    }
    expect(walked).toEqual(['MILESTONE_UNCOVERED', 'OUTCOME_DUE', 'FOLLOW_UP_DUE']);
  });

  it('has nothing that is settled, far, covered, or told of other times', async () => {
    const file = await givenJobSeeker(graph.db, { advisorId: 'advisor-eva' });
    const ahead = { startsAt: new Date('2026-03-12T08:00:00+01:00') };
    await told(file, 'COVERED', ahead);
    await told(file, 'UNCOVERED', { ...ahead, status: 'CANCELLED' });
    await told(file, 'UNCOVERED', { ...ahead, version: 2 });
    await told(file, 'UNCOVERED', { startsAt: new Date('2026-03-25T08:00:00+01:00') });
    await givenMilestone(graph.db, file, { startsAt: new Date('2026-02-01T08:00:00+01:00') });
    await givenReturn(graph.db, file.id, { startsOn: Temporal.PlainDate.from('2026-03-01') });
    expect(await items({}, advisor('advisor-eva'))).toEqual([]);
  });

  it('is of own job seekers only, and not of what the family objects to sharing', async () => {
    const { file } = await busy('advisor-ugo');
    const ugo = advisor('advisor-ugo');
    expect(await items({}, advisor('advisor-tom'))).toEqual([]);
    await graph.db.query(
      "insert into objections (family_id, category, agency) values ($1, 'CARE', 'JOB_SEARCH')",
      [file.familyId],
    );
    expect((await items({}, ugo)).map(({ kind }) => kind)).toEqual(['OUTCOME_DUE', 'FOLLOW_UP_DUE']);
    await graph.db.query('delete from followers where family_id = $1', [file.familyId]);
    expect(await items({}, ugo)).toEqual([]);
  });

  it('costs one statement for a page, and one more where it is counted', async () => {
    const bare = '{ jobSearchDesk { edges { node { sentence } } } }';
    const statements = (text: string) => graph.statements(() => graph.query(text, {}, lea));
    const page = await statements(bare);
    expect(await statements('{ jobSearchDesk { totalCount isExact edges { node { sentence } } } }')).toBe(
      page + 1,
    );
    for (let count = 0; count < 3; count += 1) await busy('advisor-lea');
    expect(await statements(bare)).toBe(page);
  });
});
