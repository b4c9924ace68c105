import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  caseworker,
  centreStaff,
  coordinator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { givenJobSeeker } from '../job-seekers/job-seeker.builder.ts';
import { subgraph } from '../subgraph.ts';
import { givenMilestone } from './milestone.builder.ts';

const now = new Date('2026-03-10T09:00:00+01:00');
const hour = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

type Listed = { edges: { cursor: string; node: { id: string } }[]; pageInfo: Record<string, unknown> };
const idsIn = (connection: Listed): string[] => connection.edges.map(({ node }) => node.id);

describe('the milestones of an advisor', () => {
  let graph: TestSubgraph;
  const lea = advisor('advisor-lea');
  const list = async (args: string, as: TestUser = lea) => {
    const { data, errors } = await graph.query(
      `{ milestones(${args}) { edges { cursor node { id family { reference } } } pageInfo { endCursor hasNextPage } } }`,
      {},
      as,
    );
    return { listed: data?.milestones, error: errors[0]?.extensions };
  };
  const march = 'from: "2026-03-01T00:00:00+01:00", to: "2026-04-01T00:00:00+02:00"';

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
  });
  afterAll(() => graph.close());

  it('start within the period, are of the own job seekers, and cost three statements with references', async () => {
    const advisorId = 'advisor-period';
    const [ada, bob] = [
      await givenJobSeeker(graph.db, { advisorId }),
      await givenJobSeeker(graph.db, { advisorId }),
    ];
    const other = await givenJobSeeker(graph.db);
    const startsAt = (text: string) => ({ startsAt: new Date(text) });
    const last = await givenMilestone(graph.db, ada, startsAt('2026-03-31T22:59:00+02:00'));
    const first = await givenMilestone(graph.db, bob, startsAt('2026-03-01T00:00:00+01:00'));
    await givenMilestone(graph.db, ada, startsAt('2026-04-01T00:00:00+02:00'));
    await givenMilestone(graph.db, ada, startsAt('2026-02-28T22:59:00+01:00'));
    await givenMilestone(graph.db, other, startsAt('2026-03-15T10:00:00+01:00'));
    const statements = await graph.statements(async () => {
      const { listed } = await list(march, advisor(advisorId));
      expect(idsIn(listed)).toEqual([first.id, last.id]);
      expect(listed.edges[0].node.family.reference).toMatch(/^NAN-9/);
    });
    expect(statements).toBe(3);
  });

  it('are walked page by page', async () => {
    const jobSeeker = await givenJobSeeker(graph.db, { advisorId: 'advisor-lea' });
    const all: string[] = [];
    for (const each of [1, 1, 1, 2, 3]) {
      all.push((await givenMilestone(graph.db, jobSeeker, { startsAt: hour(each) })).id);
    }
    const walked: string[] = [];
    let after = '';
    for (let pages = 0; pages < 3; pages += 1) {
      const { listed } = await list(`${march}, first: 2 ${after}`);
      walked.push(...idsIn(listed));
      expect(listed.pageInfo.hasNextPage).toBe(pages < 2);
      after = `, after: "${listed.pageInfo.endCursor}"`;
    }
    expect([...walked].sort()).toEqual(all.sort());
  });

  it.each([
    ['to', 'from: "2026-03-01T00:00:00Z", to: "2026-03-01T00:00:00Z"'],
    ['to', 'from: "1900-01-01T00:00:00Z", to: "2199-12-31T00:00:00Z"'],
    ['to', 'from: "2026-03-01T00:00:00Z", to: "2026-08-01T00:00:00Z"'],
    ['first', `${march}, first: 101`],
    ['after', `${march}, after: "x"`],
  ])('name the argument %s of %s', async (argument, args) => {
    expect((await list(args)).error).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  it('are none in a period long past', async () => {
    const { listed } = await list('from: "1900-01-01T00:00:00Z", to: "1900-02-01T00:00:00Z"');
    expect(listed.edges).toEqual([]);
  });

  it('are a list for advisors only', async () => {
    for (const as of [caseworker(), coordinator(), centreStaff()]) {
      expect((await list(march, as)).error).toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});

describe('one milestone', () => {
  let graph: TestSubgraph;
  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
  });
  afterAll(() => graph.close());

  it('is absent for another advisor, by its id and as a reference', async () => {
    const { id } = await givenMilestone(
      graph.db,
      await givenJobSeeker(graph.db, { advisorId: 'advisor-lea' }),
    );
    const read = async (as: TestUser) => {
      const direct = await graph.query(`{ milestone(id: "${id}") { id } }`, {}, as);
      const referred = await graph.resolveReferences('Milestone', [{ id }], '{ id }', as);
      return [direct.data?.milestone ?? null, referred.data[0], direct.errors[0]?.extensions?.code];
    };
    for (const as of [advisor('advisor-lea'), caseworker(), coordinator()]) {
      expect(await read(as)).toEqual([{ id }, { id }, undefined]);
    }
    expect(await read(advisor('advisor-tom'))).toEqual([null, null, undefined]);
    expect(await read(caseworker('of-another-team'))).toEqual([null, null, undefined]);
    expect(await read(centreStaff())).toEqual([null, null, 'FORBIDDEN']);
  });
});
