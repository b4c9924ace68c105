import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  caseworker,
  centreStaff,
  coordinator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { givenJobSeeker } from '../job-seekers/job-seeker.builder.ts';
import type { JobSeeker } from '../job-seekers/job-seeker.ts';
import { subgraph } from '../subgraph.ts';
import { JobSearchStep } from './job-search-step.ts';

const SCHEDULE = `mutation ($input: ScheduleMilestoneInput!) { scheduleMilestone(input: $input) {
  milestone { id } refusal { reason } } }`;
const OUTCOME = `mutation ($input: RecordMilestoneOutcomeInput!) { recordMilestoneOutcome(input: $input) {
  refusal { reason } } }`;
const RETURN = `mutation ($input: RecordReturnToWorkInput!) { recordReturnToWork(input: $input) {
  refusal { reason } } }`;
const now = new Date('2026-03-10T09:00:00+01:00');
const hour = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

type Told = { edges: { node: { id: string; kind: string; sentence: string; at: string } }[] };

describe('the timeline of a job search', () => {
  let graph: TestSubgraph;
  const lea = advisor('advisor-lea');

  const timeline = async (familyId: string, as: TestUser = caseworker(), page = 'first: 100') => {
    const selection = `{ jobSearchTimeline(${page}) {
      edges { cursor node { id at kind sentence } } pageInfo { hasNextPage endCursor } } }`;
    const { data, errors } = await graph.resolveReferences('Family', [{ id: familyId }], selection, as);
    return { listed: data[0].jobSearchTimeline, errors };
  };
  const kindsIn = ({ edges }: Told) => edges.map(({ node }) => node.kind);
  const givenStep = async (file: JobSeeker, given: Partial<JobSearchStep> = {}) => {
    const step = {
      id: newId(),
      jobSeekerId: file.id,
      familyId: file.familyId,
      at: now,
      doneBy: 'advisor-lea',
    };
    const facts = { startsAt: now.toISOString(), milestoneKind: 'INTERVIEW' as const };
    await graph.db.insert(JobSearchStep, { ...step, kind: 'MILESTONE_PLANNED', facts, ...given });
    return step.id;
  };
  /** An interview that is missed for lack of childcare, then a job. */
  const givenSearch = async () => {
    const file = await givenJobSeeker(graph.db, { advisorId: 'advisor-lea' });
    const times = { startsAt: hour(1), endsAt: hour(2), travelMinutes: 20 };
    const interview = { jobSeekerId: file.id, kind: 'INTERVIEW', title: 'Crèche Ty Bara', ...times };
    const { data } = await graph.query(SCHEDULE, { input: interview }, lea);
    const missed = { milestoneId: data.scheduleMilestone.milestone.id, version: 1, outcome: 'MISSED' };
    const input = { ...missed, missedReason: 'CHILDCARE' };
    await graph.query(OUTCOME, { input }, lea, { now: hour(3) });
    const job = { jobSeekerId: file.id, version: 1, kind: 'EMPLOYMENT', startsOn: '2026-03-16' };
    await graph.query(RETURN, { input: job }, lea, { now: hour(4) });
    return file;
  };

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
  });
  afterAll(() => graph.close());

  it('tells what was done, newest first', async () => {
    const { familyId } = await givenSearch();
    const { listed } = await timeline(familyId);
    expect(listed.edges.map(({ node }: Told['edges'][number]) => [node.at, node.sentence])).toEqual([
      ['2026-03-10T12:00:00.000Z', 'Retour à l’emploi ou en formation le 16 mars 2026 : emploi.'],
      [
        '2026-03-10T11:00:00.000Z',
        'Absence : entretien d’embauche, le 10 mars 2026 à 10:00 (garde d’enfants).',
      ],
      ['2026-03-10T08:00:00.000Z', 'Étape prévue : entretien d’embauche, le 10 mars 2026 à 10:00.'],
    ]);
  });

  it('tells a coordinator when milestones are; another advisor, another team and centre staff nothing', async () => {
    const { familyId } = await givenSearch();
    const toCoordinator = (await timeline(familyId, coordinator())).listed;
    expect(kindsIn(toCoordinator)).toEqual(['MILESTONE_PLANNED']);
    expect(toCoordinator.edges[0].node.sentence).toBe('Étape prévue le 10 mars 2026 à 10:00.');
    expect(kindsIn((await timeline(familyId, lea)).listed)).toHaveLength(3);
    await givenFollowers(graph.db, familyId, [{ sub: 'advisor-tom', relation: 'TEAM' }]);
    const { listed, errors } = await timeline(familyId, advisor('advisor-tom'));
    expect([listed, errors[0]?.extensions]).toEqual([null, expect.objectContaining({ code: 'NOT_SHARED' })]);
    for (const as of [advisor('advisor-ana'), caseworker('of-another-team'), centreStaff()]) {
      const unseen = await graph.resolveReferences('Family', [{ id: familyId }], '{ id }', as);
      expect(unseen.data).toEqual([null]);
    }
  });

  it('is walked page by page without loss or repeat, also where times are equal', async () => {
    const file = await givenJobSeeker(graph.db);
    for (const hours of [0, 0, 0, 0, 1, 1, 2]) await givenStep(file, { at: hour(hours) });
    const walked: string[] = [];
    let after = '';
    for (let pages = 0; pages < 4; pages += 1) {
      const { listed } = await timeline(file.familyId, caseworker(), `first: 2 ${after}`);
      walked.push(...listed.edges.map(({ node }: Told['edges'][number]) => node.id));
      expect(listed.pageInfo.hasNextPage).toBe(pages < 3);
      after = `, after: "${listed.pageInfo.endCursor}"`;
    }
    const all: Told = (await timeline(file.familyId)).listed;
    expect(walked).toEqual(all.edges.map(({ node }) => node.id));
    expect(new Set(walked).size).toBe(7);
  });

  it.each([
    ['first', 'first: 101'],
    ['after', 'after: "nonsense"'],
  ])('names the argument %s of %s', async (argument, page) => {
    const { listed, errors } = await timeline((await givenJobSeeker(graph.db)).familyId, caseworker(), page);
    expect(listed).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  it('costs one statement and that of who sees them, for 1 and for 50 families', async () => {
    const files = await Promise.all(Array.from({ length: 50 }, () => givenJobSeeker(graph.db)));
    for (const file of files) await givenStep(file);
    const keys = files.map(({ familyId }) => ({ id: familyId }));
    const selection = '{ jobSearchTimeline(first: 5) { edges { node { sentence } } } }';
    const ask = (some: typeof keys) =>
      graph.statements(() => graph.resolveReferences('Family', some, selection, caseworker()));
    expect([await ask(keys.slice(0, 1)), await ask(keys)]).toEqual([2, 2]);
  });
});
