import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, auditor } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenJobSeeker } from '../job-seekers/job-seeker.builder.ts';
import { KnownCover } from '../known-covers/known-cover.ts';
import { givenMilestone } from '../milestones/milestone.builder.ts';
import type { Milestone } from '../milestones/milestone.ts';
import { FollowUp } from '../returns-to-work/follow-up.ts';
import { givenReturn } from '../returns-to-work/return-to-work.builder.ts';
import { subgraph } from '../subgraph.ts';

const SHARES = `{
  milestonesByCover { cover attended { ...Share } missed { ...Share } missedForLackOfChildcare { ...Share } }
  returnsByKind { kind jobSeekers { ...Share } }
  returnsFollowedUp { point stillThere { ...Share } }
}`;
const FRAGMENT = 'fragment Share on Share { numerator { value } denominator { value } }';
const KEY = { __typename: 'ImpactReport', from: '2026-01-01', to: '2026-03-31', districtId: null };
const day = (text: string) => Temporal.PlainDate.from(text);

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-04-10T10:00:00+02:00') });
  // Enough on both sides of every share that one more can be seen.
  for (let made = 0; made < 6; made += 1) {
    for (const cover of ['COVERED', 'NOT_TOLD']) {
      await held({}, cover);
      await held({ status: 'MISSED', missedReason: 'HEALTH' }, cover);
      await held({ status: 'MISSED', missedReason: 'CHILDCARE' }, cover);
    }
    await returned();
    await followedUp('GOES_ON');
    await followedUp('ENDED_AS_PLANNED');
  }
});
afterAll(() => graph.close());

type Share = { readonly numerator: { value: number }; readonly denominator: { value: number } };

const report = async (as = auditor()) => {
  const query = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on ImpactReport ${SHARES} } } ${FRAGMENT}`;
  const { data, errors } = await graph.query(query, { representations: [KEY] }, as);
  return { ...data?._entities[0], errors };
};
type Report = Awaited<ReturnType<typeof report>>;

const numbersOf = ({ numerator, denominator }: Share) => [numerator.value, denominator.value];

/** By how much numerator and denominator grow through what is done. */
const growth = async (share: (of: Report) => Share, work: () => Promise<unknown>) => {
  const before = numbersOf(share(await report()));
  await work();
  return numbersOf(share(await report())).map((number, index) => number - (before[index] ?? 0));
};

/** A milestone of the quarter that a job seeker of its own attended, with the cover that was told. */
const held = async (facts: Partial<Milestone> = {}, cover = 'COVERED', toldOf = 1): Promise<void> => {
  const file = await givenJobSeeker(graph.db);
  const { id: milestoneId, startsAt } = await givenMilestone(graph.db, file, {
    status: 'ATTENDED',
    ...facts,
  });
  if (cover === 'NOT_TOLD') return;
  const told = { milestoneId, familyId: file.familyId, startsAt, status: cover, milestoneVersion: toldOf };
  await graph.db.insert(KnownCover, { ...told, toldAt: null });
};

const returned = async (startsOn = '2026-02-10', kind: 'EMPLOYMENT' | 'TRAINING' = 'EMPLOYMENT') =>
  givenReturn(graph.db, (await givenJobSeeker(graph.db)).id, { kind, startsOn: day(startsOn) });

const followedUp = async (
  outcome: FollowUp['outcome'],
  startsOn = '2026-02-10',
  point: FollowUp['point'] = 'ONE_MONTH',
) => {
  const { id: returnId } = await returned(startsOn);
  const recordedAt = new Date('2026-04-01T10:00:00+02:00');
  await graph.db.insert(FollowUp, { id: newId(), returnId, point, outcome, recordedAt, recordedBy: 'test' });
};

const ofCover =
  (cover: string, share: 'attended' | 'missed' | 'missedForLackOfChildcare') =>
  ({ milestonesByCover }: Report): Share =>
    milestonesByCover.find((each: { cover: string }) => each.cover === cover)[share];

const missed = (missedReason: Milestone['missedReason']) => ({ status: 'MISSED' as const, missedReason });

describe('a milestone is counted', () => {
  it.each([
    ['attended', 'COVERED', () => held(), [1, 1]],
    ['attended', 'COVERED', () => held({ version: 2 }), [1, 1]],
    ['attended', 'COVERED', () => held(missed('HEALTH')), [0, 1]],
    ['missed', 'COVERED', () => held(missed('HEALTH')), [1, 1]],
    ['missedForLackOfChildcare', 'COVERED', () => held(missed('HEALTH')), [0, 1]],
    ['missedForLackOfChildcare', 'COVERED', () => held(missed('CHILDCARE')), [1, 1]],
    ['attended', 'COVERED', () => held({ status: 'EXCUSED' }), [0, 0]],
    ['attended', 'COVERED', () => held({ version: 3 }), [0, 0]],
    ['attended', 'NOT_TOLD', () => held({ version: 3 }), [1, 1]],
    ['attended', 'NOT_TOLD', () => held({}, 'NOT_TOLD'), [1, 1]],
    [
      'attended',
      'COVERED',
      () =>
        held({
          startsAt: new Date('2026-03-31T23:30:00+02:00'),
          endsAt: new Date('2026-03-31T23:45:00+02:00'),
        }),
      [1, 1],
    ],
    [
      'attended',
      'COVERED',
      () =>
        held({
          startsAt: new Date('2026-04-01T00:00:00+02:00'),
          endsAt: new Date('2026-04-01T00:15:00+02:00'),
        }),
      [0, 0],
    ],
  ] as const)('as %s, %s', async (share, cover, work, more) => {
    expect(await growth(ofCover(cover, share), work)).toEqual(more);
  });
});

const employed = ({ returnsByKind }: Report): Share => returnsByKind[0].jobSeekers;
const afterAMonth = ({ returnsFollowedUp }: Report): Share => returnsFollowedUp[0].stillThere;

describe('a return to work is counted', () => {
  it.each([
    ['in the quarter in which it starts', () => returned('2026-03-31'), [1, 1]],
    ['not in another', () => returned('2026-04-01'), [0, 1]],
    ['by its kind', () => returned('2026-02-10', 'TRAINING'), [0, 1]],
    ['of all files open in it', () => givenJobSeeker(graph.db), [0, 1]],
    [
      'not of one closed before',
      () => givenJobSeeker(graph.db, { registeredOn: day('2025-01-05'), closedOn: day('2025-12-31') }),
      [0, 0],
    ],
    ['not of one opened after', () => givenJobSeeker(graph.db, { registeredOn: day('2026-04-01') }), [0, 0]],
  ])('%s', async (_, work, more) => {
    expect(await growth(employed, work)).toEqual(more);
  });

  it.each([
    ['when it goes on', () => followedUp('GOES_ON'), [1, 1]],
    ['when another followed', () => followedUp('CHANGED'), [1, 1]],
    ['not when the person searches again', () => followedUp('SEARCHING_AGAIN'), [0, 1]],
    ['in neither number when nobody was reached', () => followedUp('NOT_REACHED'), [0, 0]],
    ['in the quarter in which the point is reached', () => followedUp('GOES_ON', '2025-12-01'), [1, 1]],
    ['not when it was reached before', () => followedUp('GOES_ON', '2025-11-30'), [0, 0]],
    ['at its own point only', () => followedUp('GOES_ON', '2025-12-01', 'THREE_MONTHS'), [0, 0]],
  ])('as still there %s', async (_, work, more) => {
    expect(await growth(afterAMonth, work)).toEqual(more);
  });
});

it('the figures are not shared with those who follow single families', async () => {
  const { milestonesByCover, returnsByKind, errors } = await report(advisor());
  expect([milestonesByCover, returnsByKind]).toEqual([null, null]);
  expect(new Set(errors.map(({ extensions }: Report) => extensions.code))).toEqual(new Set(['NOT_SHARED']));
});
