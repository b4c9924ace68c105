import { reasonRefusal } from '@relais/platform/corrections/correction.rules.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf, minutesBetween } from '@relais/platform/time/civil-time.ts';
import type {
  correctOutcomeReasons,
  moveReasons,
  outcomeReasons,
  stepReasons,
  timeReasons,
} from './milestone.reasons.ts';
import type { Milestone, MissedReason } from './milestone.ts';
import type { MilestoneStatus } from './milestone-status.ts';

const LONGEST_MILESTONE_MINUTES = 14 * 60;
export const LONGEST_TRAVEL_MINUTES = 240;
export const LONGEST_PERIOD_DAYS = 92;

const nextStatuses = {
  PLANNED: ['CONFIRMED', 'ATTENDED', 'MISSED', 'EXCUSED', 'CANCELLED'],
  CONFIRMED: ['ATTENDED', 'MISSED', 'EXCUSED', 'CANCELLED'],
  ATTENDED: [],
  MISSED: [],
  EXCUSED: [],
  CANCELLED: [],
} satisfies Record<MilestoneStatus, readonly MilestoneStatus[]>;

export const mayBecome = (from: MilestoneStatus, to: MilestoneStatus): boolean => {
  const next: readonly MilestoneStatus[] = nextStatuses[from];
  return next.includes(to);
};

/** Nothing follows: its outcome is known, or it was called off. */
export const isSettled = (status: MilestoneStatus): boolean => nextStatuses[status].length === 0;

type Times = Pick<Milestone, 'startsAt' | 'endsAt' | 'travelMinutes'>;

/** Midnight still belongs to the day it ends. */
const lastInstantOf = ({ endsAt }: Times): Date => new Date(endsAt.getTime() - 1);

export const timeRefusal = (times: Times, now: Date): Word<typeof timeReasons> | null => {
  const { startsAt, endsAt, travelMinutes } = times;
  if (endsAt <= startsAt) return 'ENDS_BEFORE_IT_STARTS';
  if (minutesBetween(startsAt, endsAt) > LONGEST_MILESTONE_MINUTES) return 'LONGER_THAN_14_HOURS';
  if (!dayOf(startsAt).equals(dayOf(lastInstantOf(times)))) return 'NOT_WITHIN_ONE_DAY';
  if (travelMinutes < 0 || travelMinutes > LONGEST_TRAVEL_MINUTES) return 'TRAVEL_OUT_OF_RANGE';
  if (startsAt < now) return 'STARTS_IN_THE_PAST';
  return null;
};

/** What has started keeps its time: it is dated evidence of what was covered and what was not. */
export const moveRefusal = (
  milestone: Pick<Milestone, 'status' | 'startsAt'>,
  times: Times,
  now: Date,
): Word<typeof moveReasons> | null => {
  if (isSettled(milestone.status)) return 'STEP_NOT_ALLOWED';
  if (milestone.startsAt <= now) return 'ALREADY_STARTED';
  return timeRefusal(times, now);
};

/** Why a milestone cannot be confirmed or called off. What is over has an outcome, which is evidence of how it went. */
export const stepRefusal = (
  milestone: Pick<Milestone, 'status' | 'endsAt'>,
  step: Extract<MilestoneStatus, 'CONFIRMED' | 'CANCELLED'>,
  now: Date,
): Word<typeof stepReasons> | null => {
  if (!mayBecome(milestone.status, step)) return 'STEP_NOT_ALLOWED';
  return milestone.endsAt <= now ? 'ALREADY_OVER' : null;
};

export type MilestoneOutcomeStatus = Extract<MilestoneStatus, 'ATTENDED' | 'MISSED' | 'EXCUSED'>;

/** Why a milestone cannot have ended so, or `null`. */
export const missedRefusal = (
  outcome: MilestoneOutcomeStatus,
  missedReason: MissedReason | null,
): 'MISSED_NEEDS_A_REASON' | 'REASON_ONLY_WHEN_MISSED' | null => {
  if (outcome === 'MISSED' && !missedReason) return 'MISSED_NEEDS_A_REASON';
  return outcome !== 'MISSED' && missedReason ? 'REASON_ONLY_WHEN_MISSED' : null;
};

export const outcomeRefusal = (
  milestone: Pick<Milestone, 'status' | 'startsAt'>,
  outcome: MilestoneOutcomeStatus,
  missedReason: MissedReason | null,
  now: Date,
): Word<typeof outcomeReasons> | null => {
  if (!mayBecome(milestone.status, outcome)) return 'STEP_NOT_ALLOWED';
  if (now < milestone.startsAt) return 'NOT_STARTED_YET';
  return missedRefusal(outcome, missedReason);
};

const outcomes: readonly MilestoneStatus[] = ['ATTENDED', 'MISSED', 'EXCUSED'];

type Correcting = {
  readonly version: number;
  readonly outcome: MilestoneOutcomeStatus;
  readonly missedReason: MissedReason | null;
  readonly reason: string;
};

/** Why an outcome that was recorded cannot be put right so, or `null`. */
export const correctOutcomeRefusal = (
  milestone: Pick<Milestone, 'status' | 'version'>,
  { version, outcome, missedReason, reason }: Correcting,
): Word<typeof correctOutcomeReasons> | null => {
  if (milestone.version !== version) return 'STALE_VERSION';
  if (!outcomes.includes(milestone.status)) return 'NO_OUTCOME_YET';
  return reasonRefusal(reason) ?? missedRefusal(outcome, missedReason);
};

/** Whether an outcome is what lets hours be reduced. */
export const isMissedForChildcare = ({ missedReason }: Pick<Milestone, 'missedReason'>): boolean =>
  missedReason === 'CHILDCARE';

type Content = Omit<
  Milestone,
  'id' | 'isException' | 'familyId' | 'seriesId' | 'status' | 'missedReason' | 'version'
>;

/** The same request sent again asks for the same record. Once it was moved, its first times are not known any more. */
export const isSameMilestone = (stored: Content & Pick<Milestone, 'version'>, wanted: Content): boolean => {
  const { jobSeekerId, kind, title, place, isRemote } = stored;
  const isSameStep =
    jobSeekerId === wanted.jobSeekerId &&
    kind === wanted.kind &&
    title === wanted.title &&
    place === wanted.place &&
    isRemote === wanted.isRemote;
  return isSameStep && (stored.version > 1 || hasSameTimes(stored, wanted));
};

export const hasSameTimes = (a: Times, b: Times): boolean =>
  a.startsAt.getTime() === b.startsAt.getTime() &&
  a.endsAt.getTime() === b.endsAt.getTime() &&
  a.travelMinutes === b.travelMinutes;

export type PeriodProblem = 'ENDS_BEFORE_IT_STARTS' | 'SPAN_TOO_LONG';

/** A list is asked over a bounded period, so that its cost is bounded too. */
export const periodProblem = (from: Date, to: Date): PeriodProblem | null => {
  if (to <= from) return 'ENDS_BEFORE_IT_STARTS';
  if (dayOf(from).until(dayOf(to)).days > LONGEST_PERIOD_DAYS) return 'SPAN_TOO_LONG';
  return null;
};
