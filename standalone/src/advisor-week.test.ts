import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MONDAY } from '@relais/platform/testing/test-clock.ts';
import { advisor } from '@relais/platform/testing/test-users.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { familyFileVariables, operationText } from './operations.ts';
import { plantBusyFamilies } from './testing/busy-families.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const MOST_STATEMENTS = 12;
const DAY_MS = 86_400_000;
const WORST_FIRST = ['UNCOVERED', 'UNKNOWN', 'PARTIAL', 'COVERED', 'NOT_NEEDED'];

const now = MONDAY;
const { from } = familyFileVariables('', dayOf(now));
const to = new Date(now.getTime() + 30 * DAY_MS).toISOString();
let graph: TestWholeGraph;
let week: string;

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now });
  await plantBusyFamilies(graph.databases.ownerUrls, graph.agencies['early-childhood'].db.manager, 5, now);
  week = await operationText('advisor-week');
}, 60_000);
afterAll(() => graph.close());

const weekOf = async (first: number) => {
  const query = week.replace('first: 50', `first: ${first}`);
  const { data, errors } = await graph.ask(query, { from, to }, advisor('demo-advisor'));
  expect(errors).toEqual([]);
  return data;
};

type Gap = { options: { centre: { name: string } }[] };
type Edge = { node: { id: string; childcareCover: { status: string; gaps: Gap[] } } };

const gapsIn = (data: { milestones: { edges: Edge[] } }): Gap[] =>
  data.milestones.edges.flatMap(({ node }) => node.childcareCover.gaps);
const optionsIn = (data: { milestones: { edges: Edge[] } }) => gapsIn(data).flatMap(({ options }) => options);

describe("an advisor's week", () => {
  it('shows what lacks childcare first', async () => {
    const data = await weekOf(50);
    const ranks = data.milestones.edges.map(({ node }: Edge) =>
      WORST_FIRST.indexOf(node.childcareCover.status),
    );
    expect(ranks.length).toBeGreaterThan(20);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it('shows the best option of each gap, where there is one', async () => {
    const data = await weekOf(50);
    const gaps = gapsIn(data);
    const options = optionsIn(data);
    expect(gaps.every((gap) => gap.options.length <= 1)).toBe(true);
    expect(options.length).toBeGreaterThan(gaps.length / 2);
    for (const { centre } of options) expect(centre.name).toEqual(expect.any(String));
  });

  // A page of one has no gap that another day would help, so it does not ask for such days.
  it('costs the same few statements for any number of milestones, where each page asks for the same kinds of things', async () => {
    const answered = await Promise.all([1, 10, 50].map(weekOf));
    for (const data of answered) expect(optionsIn(data).length).toBeGreaterThan(0);
    const ten = await graph.databases.statements(() => weekOf(10));
    expect(await graph.databases.statements(() => weekOf(50))).toBe(ten);
    expect(await graph.databases.statements(() => weekOf(1))).toBeLessThanOrEqual(ten);
    expect(ten).toBeLessThanOrEqual(MOST_STATEMENTS);
  });

  it('hears of the cover of a moved milestone', async () => {
    const { node } = (await weekOf(1)).milestones.edges[0];
    const day = new Date(now.getTime() + 20 * DAY_MS).toISOString().slice(0, 10);
    const input = {
      milestoneId: node.id,
      version: 1,
      startsAt: `${day}T08:00:00Z`,
      endsAt: `${day}T09:00:00Z`,
    };
    const { data, errors } = await graph.ask(
      await operationText('move-milestone'),
      { input },
      advisor('demo-advisor'),
    );
    expect(errors).toEqual([]);
    await graph.agencies.employment.drained();
    await graph.agencies['early-childhood'].drained();
    const known = await graph.agencies.employment.db.query(
      'select milestone_version, status from known_covers where milestone_id = $1',
      [node.id],
    );
    expect(known).toEqual([
      { milestone_version: 2, status: data.moveMilestone.milestone.childcareCover.status },
    ]);
  });
});
