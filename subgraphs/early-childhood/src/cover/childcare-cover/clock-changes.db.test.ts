import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { givenWeeklyArrangement } from '../../care/own-arrangements/own-arrangement.builder.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenKnownMilestone } from '../known-milestones/known-milestone.builder.ts';
import { askCover, referenceTo } from './testing/ask-cover.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

const SUNDAY = 7;
const SATURDAY = 6;
type Span = readonly [from: string, to: string];

/** The gaps of a night shift for a child who is looked after at these local times every week. */
const gapsOf = async ([from, to]: Span, arrangements: readonly (readonly [weekday: number, ...Span])[]) => {
  const { id: childId, familyId } = await givenChild(graph.db);
  const times = { startsAt: new Date(from), endsAt: new Date(to) };
  const milestone = await givenKnownMilestone(graph.db, { familyId, ...times });
  for (const [weekday, begins, ends] of arrangements) {
    await givenWeeklyArrangement(graph.db, childId, { weekday, from: begins, to: ends });
  }
  const { data, errors } = await askCover(graph, [referenceTo(milestone)]);
  expect(errors).toEqual([]);
  return data[0].childcareCover.children[0].gaps.map(
    ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => [startsAt, endsAt],
  );
};

describe('in the night of 29 March 2026, when 02:00 becomes 03:00', () => {
  const night: Span = ['2026-03-29T00:30:00+01:00', '2026-03-29T05:00:00+02:00'];

  it('an arrangement until 02:00 meets one from 03:00', async () => {
    const gaps = await gapsOf(night, [
      [SUNDAY, '00:00', '02:00'],
      [SUNDAY, '03:00', '06:00'],
    ]);
    expect(gaps).toEqual([]);
  });

  it('an arrangement from 04:00 begins two hours after 01:00, not three', async () => {
    const gaps = await gapsOf(night, [
      [SUNDAY, '00:00', '01:00'],
      [SUNDAY, '04:00', '06:00'],
    ]);
    expect(gaps).toEqual([['2026-03-29T00:00:00.000Z', '2026-03-29T02:00:00.000Z']]);
  });

  it('an arrangement that the clocks turn upside down covers nothing and breaks nothing', async () => {
    const gaps = await gapsOf(night, [[SUNDAY, '02:30', '03:00']]);
    expect(gaps).toEqual([['2026-03-28T23:30:00.000Z', '2026-03-29T03:00:00.000Z']]);
  });
});

describe('in the night of 25 October 2026, when 03:00 becomes 02:00', () => {
  const night: Span = ['2026-10-25T00:30:00+02:00', '2026-10-25T05:00:00+01:00'];

  it('an arrangement through the night covers the hour that comes twice', async () => {
    expect(await gapsOf(night, [[SUNDAY, '00:00', '06:00']])).toEqual([]);
  });

  it('from 02:00 to 03:00 is two hours', async () => {
    const gaps = await gapsOf(night, [[SUNDAY, '02:00', '03:00']]);
    expect(gaps).toEqual([
      ['2026-10-24T22:30:00.000Z', '2026-10-25T00:00:00.000Z'],
      ['2026-10-25T02:00:00.000Z', '2026-10-25T04:00:00.000Z'],
    ]);
  });

  it('the way from the evening before is covered by the day it falls on', async () => {
    const gaps = await gapsOf(
      ['2026-10-25T00:00:00+02:00', '2026-10-25T01:00:00+02:00'],
      [
        [SATURDAY, '20:00', '23:59'],
        [SUNDAY, '00:00', '06:00'],
      ],
    );
    expect(gaps).toEqual([]);
  });
});
