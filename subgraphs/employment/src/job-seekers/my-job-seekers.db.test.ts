import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenMilestone } from '../milestones/milestone.builder.ts';
import { subgraph } from '../subgraph.ts';
import { givenJobSeeker } from './job-seeker.builder.ts';

const now = new Date('2026-03-10T09:00:00+01:00');
const MINE = `query ($search: String, $status: [JobSeekerStatus!], $order: JobSeekerOrder! = NEXT_MILESTONE_FIRST,
    $first: Int! = 20, $after: String) {
  myJobSeekers(search: $search, status: $status, order: $order, first: $first, after: $after) {
    totalCount isExact pageInfo { hasNextPage endCursor } edges { node { id status } } } }`;

describe('the list of own job seekers', () => {
  let graph: TestSubgraph;
  const lea = advisor('advisor-lea');
  const ask = async (variables: Readonly<Record<string, unknown>> = {}, as: TestUser = lea) => {
    const { data, errors } = await graph.query(MINE, variables, as);
    expect(errors).toEqual([]);
    return data.myJobSeekers;
  };
  const ids = async (variables: Readonly<Record<string, unknown>> = {}, as: TestUser = lea) =>
    (await ask(variables, as)).edges.map(({ node }: { node: { id: string } }) => node.id);
  const day = (text: string) => Temporal.PlainDate.from(text);

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
  });
  afterAll(() => graph.close());

  it('is sorted, filtered, searched, counted and walked in pages', async () => {
    const of = { advisorId: 'advisor-lea' };
    const late = await givenJobSeeker(graph.db, {
      ...of,
      registeredOn: day('2026-01-05'),
      romeCode: 'K1303',
    });
    const soon = await givenJobSeeker(graph.db, {
      ...of,
      registeredOn: day('2026-01-06'),
      romeCode: 'D1106',
    });
    const none = await givenJobSeeker(graph.db, { ...of, registeredOn: day('2026-02-01'), romeCode: null });
    const closing = { registeredOn: day('2025-05-01'), closedOn: day('2026-03-10') };
    const closed = await givenJobSeeker(graph.db, { ...of, ...closing, romeCode: null });
    await givenMilestone(graph.db, late, { startsAt: new Date('2026-03-20T08:00:00+01:00') });
    await givenMilestone(graph.db, soon, { startsAt: new Date('2026-03-12T08:00:00+01:00') });
    await givenMilestone(graph.db, none, { startsAt: new Date('2026-03-09T08:00:00+01:00') });
    await givenMilestone(graph.db, none, {
      ...{ startsAt: new Date('2026-03-11T08:00:00+01:00'), status: 'CANCELLED' },
    });
    expect(await ids()).toEqual([soon.id, late.id, none.id]);
    expect(await ids({ order: 'NEWEST_FIRST' })).toEqual([none.id, soon.id, late.id]);
    expect(await ids({ status: ['CLOSED'] })).toEqual([closed.id]);
    expect(await ids({ status: ['CLOSED', 'OPEN'], order: 'NEWEST_FIRST' })).toHaveLength(4);
    expect(await ids({ search: ' k13' })).toEqual([late.id]);
    const [{ reference }] = await graph.db.query('select reference from known_families where id = $1', [
      none.familyId,
    ]);
    expect(await ids({ search: reference.toLowerCase() })).toEqual([none.id]);
    expect(await ids({ search: '%' })).toEqual([]);
    const walked: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const { edges, pageInfo, totalCount, isExact } = await ask({ first: 1, after });
      expect([totalCount, isExact, pageInfo.hasNextPage]).toEqual([3, true, page < 2]);
      walked.push(edges[0].node.id);
      after = pageInfo.endCursor;
    }
    expect(walked).toEqual([soon.id, late.id, none.id]);
  });

  it('has nobody whom another follows, or whose family is not seen any more', async () => {
    const file = await givenJobSeeker(graph.db, { advisorId: 'advisor-ugo' });
    const ugo = advisor('advisor-ugo');
    expect(await ids({}, ugo)).toEqual([file.id]);
    expect(await ids({}, advisor('advisor-tom'))).toEqual([]);
    await graph.db.query('delete from followers where family_id = $1', [file.familyId]);
    expect(await ids({}, ugo)).toEqual([]);
  });

  it('costs the same for one and for many', async () => {
    const as = advisor('advisor-zoe');
    const statements = () => graph.statements(() => graph.query(MINE, {}, as));
    await givenJobSeeker(graph.db, { advisorId: 'advisor-zoe' });
    const one = await statements();
    for (let count = 0; count < 5; count += 1) await givenJobSeeker(graph.db, { advisorId: 'advisor-zoe' });
    expect(await statements()).toBe(one);
  });
});
