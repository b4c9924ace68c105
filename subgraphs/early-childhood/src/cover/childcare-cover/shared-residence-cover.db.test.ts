import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import type { Child } from '../../families/families/child.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import {
  givenResidencePeriod,
  givenSharedResidence,
} from '../../families/shared-residence/shared-residence.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenKnownMilestone } from '../known-milestones/known-milestone.builder.ts';
import { askCover, referenceTo } from './testing/ask-cover.ts';

let graph: TestSubgraph;
let child: Child;
let second: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
beforeEach(async () => {
  child = await givenChild(graph.db);
  ({ id: second } = await givenFamily(graph.db));
  await givenSharedResidence(graph.db, child.id, second);
});
afterAll(() => graph.close());

/** A time on Tuesday 3 March 2026 in Nantes. */
const at = (time: string): Date => new Date(`2026-03-03T${time}:00+01:00`);
const gap = (from: string, to: string) => ({
  startsAt: at(from).toISOString(),
  endsAt: at(to).toISOString(),
});

const stays = (familyId: string, from: string, to: string) =>
  givenResidencePeriod(graph.db, { childId: child.id, familyId, startsAt: at(from), endsAt: at(to) });

/** The cover of an interview from 10:00 to 11:00 of each of the two families. */
const coversOfBoth = async () => {
  const milestones = [
    await givenKnownMilestone(graph.db, { familyId: child.familyId }),
    await givenKnownMilestone(graph.db, { familyId: second }),
  ];
  const { data, errors } = await askCover(graph, milestones.map(referenceTo));
  expect(errors).toEqual([]);
  return data.map(
    ({
      childcareCover: { status, children },
    }: {
      childcareCover: { status: string; children: unknown[] };
    }) => ({
      status,
      children,
    }),
  );
};

describe('the cover of a child in shared residence', () => {
  it('is unknown without a calendar, for both families', async () => {
    expect(await coversOfBoth()).toMatchObject([
      { status: 'UNKNOWN', children: [{ status: 'UNKNOWN', gaps: [gap('10:00', '11:00')] }] },
      { status: 'UNKNOWN' },
    ]);
  });

  it('is unknown when the calendar says nothing of that day', async () => {
    const other = { startsAt: new Date('2026-02-02T08:00:00Z'), endsAt: new Date('2026-03-02T08:00:00Z') };
    await givenResidencePeriod(graph.db, { childId: child.id, familyId: second, ...other });
    expect(await coversOfBoth()).toMatchObject([{ status: 'UNKNOWN' }, { status: 'UNKNOWN' }]);
  });

  it('is unknown when the calendar lacks one minute', async () => {
    await stays(child.familyId, '08:00', '10:59');
    expect(await coversOfBoth()).toMatchObject([{ status: 'UNKNOWN' }, { status: 'UNKNOWN' }]);
  });

  it('matters only to the family it is with', async () => {
    await stays(second, '08:00', '18:00');
    expect(await coversOfBoth()).toMatchObject([
      { status: 'NOT_NEEDED', children: [] },
      { status: 'UNCOVERED', children: [{ child: { id: child.id }, gaps: [gap('10:00', '11:00')] }] },
    ]);
  });

  it('is needed until the child leaves', async () => {
    await stays(child.familyId, '08:00', '10:30');
    await stays(second, '10:30', '18:00');
    await givenBooking(graph.db, { childId: child.id, startsAt: at('09:00'), endsAt: at('10:30') });
    expect(await coversOfBoth()).toMatchObject([
      { status: 'COVERED', children: [{ gaps: [] }] },
      { status: 'UNCOVERED', children: [{ gaps: [gap('10:30', '11:00')] }] },
    ]);
  });

  it('counts a booking whichever family pays', async () => {
    await stays(second, '08:00', '18:00');
    await givenBooking(graph.db, { childId: child.id, familyId: child.familyId });
    expect(await coversOfBoth()).toMatchObject([{ status: 'NOT_NEEDED' }, { status: 'COVERED' }]);
  });

  it('does not hide the worse cover of a brother who lives here', async () => {
    await givenChild(graph.db, { familyId: second });
    expect(await coversOfBoth()).toMatchObject([{ status: 'UNKNOWN' }, { status: 'UNCOVERED' }]);
  });
});
