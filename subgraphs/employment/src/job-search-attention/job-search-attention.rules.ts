import type { Attention } from '@relais/platform/graphql/attention.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import type { MilestoneKind } from '../milestones/milestone.ts';
import type { FollowUpPoint } from '../returns-to-work/follow-up.ts';
import type { EndingReduction, OwedFollowUp, PendingMilestone } from './job-search-attention.queries.ts';

export type CoverToTell = 'UNCOVERED' | 'PARTIAL' | 'UNKNOWN';
export type JobSearchAttentionKind =
  | `MILESTONE_${CoverToTell}`
  | 'MILESTONE_TWICE'
  | 'OUTCOME_MISSING'
  | 'FOLLOW_UP_DUE'
  | 'HOURS_REDUCTION_ENDS';

export type JobSearchMatter = Attention<JobSearchAttentionKind> & {
  readonly milestoneKind?: MilestoneKind;
  readonly point?: FollowUpPoint;
};

/** What the reader may know of a family. */
export type JobSearchFacts = {
  readonly milestones: readonly PendingMilestone[];
  readonly followUps: readonly OwedFollowUp[];
  readonly reductions: readonly EndingReduction[];
};

const NOTICE_DAYS = 14;

/** The days on which the end of a reduction is told: early enough to look for care or to decide anew. */
export const noticePeriod = (today: Temporal.PlainDate) => ({
  from: today,
  to: today.add({ days: NOTICE_DAYS }),
});

const ONE = { one: 'MILESTONE_WITHOUT_CARE' } as const;

const coverMatter = ({ id, kind, startsAt, cover }: PendingMilestone, now: Date): JobSearchMatter[] =>
  cover && startsAt > now
    ? [{ kind: `MILESTONE_${cover}`, ...ONE, subjectId: id, at: startsAt, milestoneKind: kind }]
    : [];

const outcomeMatter = ({ id, kind, startsAt, endsAt }: PendingMilestone, now: Date): JobSearchMatter[] =>
  endsAt <= now ? [{ kind: 'OUTCOME_MISSING', subjectId: id, at: startsAt, milestoneKind: kind }] : [];

const repeatedMatter = (
  { id, kind, startsAt, isRepeated }: PendingMilestone,
  now: Date,
): JobSearchMatter[] =>
  isRepeated && startsAt > now
    ? [{ kind: 'MILESTONE_TWICE', subjectId: id, at: startsAt, milestoneKind: kind }]
    : [];

/** The milestones that lack care. */
const coverMatters = (milestones: readonly PendingMilestone[], now: Date): JobSearchMatter[] =>
  milestones.flatMap((milestone) => coverMatter(milestone, now));

/** The milestones that lack care, to whoever plans care: when they are, not what they are about. */
export const coverTimes = (milestones: readonly PendingMilestone[], now: Date): JobSearchMatter[] =>
  coverMatters(milestones, now).map(({ kind, subjectId, at }) => ({ kind, subjectId, at, ...ONE }));

/** What needs somebody in a family's job search. */
export const jobSearchMatters = (
  { milestones, followUps, reductions }: JobSearchFacts,
  now: Date,
): JobSearchMatter[] => [
  ...coverMatters(milestones, now),
  ...milestones.flatMap((milestone) => [...repeatedMatter(milestone, now), ...outcomeMatter(milestone, now)]),
  ...followUps.map(
    ({ returnId, point, dueOn }): JobSearchMatter => ({
      kind: 'FOLLOW_UP_DUE',
      subjectId: returnId,
      part: point,
      at: startOfDay(dueOn),
      point,
    }),
  ),
  ...reductions.map(
    ({ id, endsOn }): JobSearchMatter => ({
      kind: 'HOURS_REDUCTION_ENDS',
      subjectId: id,
      at: startOfDay(endsOn),
    }),
  ),
];
