import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
import { aMilestone, givenMilestone } from './milestone.builder.ts';
import { Milestone } from './milestone.ts';

const now = new Date('2026-03-10T09:00:00+01:00');
const hour = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
const MILESTONES = '{ milestones(first: 100) { edges { node { id } } } }';

type Listed = { edges: { cursor: string; node: { id: string } }[]; pageInfo: Record<string, unknown> };
const idsIn = (connection: Listed): string[] => connection.edges.map(({ node }) => node.id);

describe('the milestones of a family', () => {
  let graph: TestSubgraph;
  const ofFamily = (jobSeeker: JobSeeker, selection = MILESTONES, as: TestUser = caseworker()) =>
    graph.resolveReferences('Family', [{ id: jobSeeker.familyId }], selection, as);

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
  });
  afterAll(() => graph.close());

  it('come by start', async () => {
    const jobSeeker = await givenJobSeeker(graph.db);
    const late = await givenMilestone(graph.db, jobSeeker, { startsAt: hour(30) });
    const past = await givenMilestone(graph.db, jobSeeker, { startsAt: hour(-400) });
    const soon = await givenMilestone(graph.db, jobSeeker, { startsAt: hour(2) });
    const { data } = await ofFamily(jobSeeker);
    expect(idsIn(data[0].milestones)).toEqual([past.id, soon.id, late.id]);
  });

  it('that are upcoming are neither over nor cancelled', async () => {
    const jobSeeker = await givenJobSeeker(graph.db);
    const add = (startsAt: Date, endsAt: Date, given: Partial<Milestone> = {}) =>
      givenMilestone(graph.db, jobSeeker, { startsAt, endsAt, ...given });
    await add(hour(-3), now);
    const running = await add(hour(-7), hour(6));
    const started = await add(hour(-1), hour(0.1), { status: 'ATTENDED' });
    await add(hour(3), hour(4), { status: 'CANCELLED' });
    const ahead = await add(hour(3), hour(4));
    const { data } = await ofFamily(jobSeeker, MILESTONES.replace('100', '100, upcoming: true'));
    expect(idsIn(data[0].milestones)).toEqual([running.id, started.id, ahead.id]);
  });

  it('are walked page by page without loss or repeat, also where starts are equal', async () => {
    const jobSeeker = await givenJobSeeker(graph.db);
    const starts = [2, 2, 2, 2, 3, 3, 4, 26, 27, 27, 27].map((each) => new Date(hour(each).getTime() + each));
    for (const startsAt of starts) await givenMilestone(graph.db, jobSeeker, { startsAt });
    const walked: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 6; pages += 1) {
      const page: string = `{ milestones(first: 2, after: ${JSON.stringify(after)}, upcoming: true) {
        edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
      const { data } = await ofFamily(jobSeeker, page);
      const { edges, pageInfo }: Listed = data[0].milestones;
      expect(pageInfo).toEqual({
        hasNextPage: pages < 5,
        hasPreviousPage: pages > 0,
        startCursor: edges.at(0)?.cursor,
        endCursor: edges.at(-1)?.cursor,
      });
      walked.push(...edges.map(({ node }) => node.id));
      after = edges.at(-1)?.cursor ?? null;
    }
    const { data } = await ofFamily(jobSeeker);
    expect(walked).toEqual(idsIn(data[0].milestones));
    expect(new Set(walked).size).toBe(starts.length);
  });

  it.each([
    ['first', 'first: 101'],
    ['first', 'first: 0'],
    ['after', 'after: "nonsense"'],
    ['after', `after: "${Buffer.from('["now","x"]').toString('base64url')}"`],
    [
      'after',
      `after: "${Buffer.from('["0000-01-01T00:00:00.000Z","0197c7a0-0000-7000-8000-000000000001"]').toString('base64url')}"`,
    ],
    [
      'after',
      `after: "${Buffer.from('["2026-99-99T00:00:00.000Z","0197c7a0-0000-7000-8000-000000000001"]').toString('base64url')}"`,
    ],
    ['after', `after: "${Buffer.from('["2026-03-10T00:00:00.000Z"]').toString('base64url')}"`],
  ])('name the argument %s of %s', async (argument, given) => {
    const jobSeeker = await givenJobSeeker(graph.db);
    const { data, errors } = await ofFamily(jobSeeker, `{ milestones(${given}) { edges { cursor } } }`);
    expect(data).toEqual([{ milestones: null }]);
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  it('are an empty page for a family without any, and for one not known here', async () => {
    const jobSeeker = await givenJobSeeker(graph.db);
    const { data } = await ofFamily(
      jobSeeker,
      '{ milestones { edges { cursor } pageInfo { hasNextPage endCursor } } }',
    );
    expect(data[0].milestones).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  it('are only their own for an advisor, all for caseworker and coordinator, none for others', async () => {
    const ada = await givenJobSeeker(graph.db, { advisorId: 'advisor-lea' });
    const bob = await givenJobSeeker(graph.db, { advisorId: 'advisor-tom', familyId: ada.familyId });
    const mine = await givenMilestone(graph.db, ada, { startsAt: hour(2) });
    const other = await givenMilestone(graph.db, bob, { startsAt: hour(3) });
    const read = async (as: TestUser) => {
      const { data, errors } = await ofFamily(ada, MILESTONES, as);
      return data[0].milestones ? idsIn(data[0].milestones) : errors[0]?.extensions?.code;
    };
    expect(await read(advisor('advisor-lea'))).toEqual([mine.id]);
    expect(await read(caseworker())).toEqual([mine.id, other.id]);
    expect(await read(coordinator())).toEqual([mine.id, other.id]);
    for (const as of [caseworker('of-another-team'), advisor('advisor-ana'), centreStaff()]) {
      expect((await ofFamily(ada, MILESTONES, as)).data).toEqual([null]);
    }
  });

  it('show a coordinator their times and the series by which they are covered, not what they are about', async () => {
    const jobSeeker = await givenJobSeeker(graph.db);
    const seriesId = newId();
    await givenMilestone(graph.db, jobSeeker, { status: 'MISSED', missedReason: 'HEALTH', seriesId });
    const selection = `{ milestones { edges { node { startsAt travelMinutes version isCancelled seriesId seriesVersion family { reference }
        kind status title place isRemote isException missedReason jobSeeker { id } } } } }`;
    const { data, errors } = await ofFamily(jobSeeker, selection, coordinator());
    expect(data[0].milestones.edges[0].node).toEqual({
      startsAt: '2026-03-10T09:00:00.000Z',
      travelMinutes: 30,
      version: 1,
      isCancelled: false,
      seriesId,
      seriesVersion: 1,
      family: { reference: expect.stringMatching(/^NAN-9/) },
      ...{ kind: null, status: null, title: null, place: null, isRemote: null, isException: null },
      ...{ missedReason: null, jobSeeker: null },
    });
    const hidden = [
      'kind',
      'status',
      'title',
      'place',
      'isRemote',
      'isException',
      'missedReason',
      'jobSeeker',
    ];
    expect(errors.map(({ extensions, path }) => [path?.at(-1), extensions?.code])).toEqual(
      expect.arrayContaining(hidden.map((field) => [field, 'NOT_SHARED'])),
    );
    expect(errors).toHaveLength(hidden.length);
    const seen = await ofFamily(jobSeeker, selection, caseworker());
    expect(seen.errors).toEqual([]);
    expect(seen.data[0].milestones.edges[0].node.missedReason).toBe('HEALTH');
  });

  it('cost one statement with that of who sees them, for 1 and for 50 families with 20 each', async () => {
    const families = await Promise.all(Array.from({ length: 50 }, () => givenJobSeeker(graph.db)));
    const hours = Array.from({ length: 20 }, (_, i) => hour(i));
    await graph.db.insert(
      Milestone,
      families.flatMap((each) => hours.map((startsAt) => aMilestone(each, { startsAt }))),
    );
    const keys = families.map(({ familyId }) => ({ id: familyId }));
    const selection = `{ milestones(first: 20, upcoming: true) { edges { node {
      kind title startsAt endsAt travelMinutes status family { id } } } } }`;
    const ask = (some: typeof keys, what = selection) =>
      graph.statements(async () => {
        const { data } = await graph.resolveReferences('Family', some, what, caseworker());
        expect(data.every((family: { milestones: Listed }) => family.milestones.edges.length === 20)).toBe(
          true,
        );
      });
    expect([await ask(keys.slice(0, 1)), await ask(keys)]).toEqual([1, 1]);
    const withLinks = selection.replace(
      'family { id }',
      'family { reference } jobSeeker { status returnsToWork { id } }',
    );
    expect([await ask(keys.slice(0, 1), withLinks), await ask(keys, withLinks)]).toEqual([4, 4]);
  });
});
