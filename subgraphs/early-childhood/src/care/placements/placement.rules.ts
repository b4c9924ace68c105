import { reasonRefusal } from '@relais/platform/corrections/correction.rules.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { type Days, isBefore, isDuring, laterOf } from '@relais/platform/time/days.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import { firstOrdinaryDay } from './familiarisation.rules.ts';
import type {
  absenceReasons,
  correctAbsenceReasons,
  dayReasons,
  endPlacementReasons,
  standingReasons,
  termsReasons,
  weekReasons,
} from './placement.reasons.ts';
import type { PauseKind } from './placement-pause.ts';
import type { PlacementStatus } from './placement-status.ts';

const MINUTES_PER_HOUR = 60;

/** Hours of care in an ordinary week. */
export const hoursPerWeek = (pattern: readonly WeeklyHours[]): number =>
  pattern.reduce((sum, { from, to }) => sum + from.until(to).total('minutes'), 0) / MINUTES_PER_HOUR;

export const isSuspension = ({ kind }: { readonly kind: PauseKind }): boolean => kind === 'SUSPENSION';

/** Where a placement stands on a day. It follows from its dates, so that nothing has to run when a day begins. */
export const statusOn = (
  placement: Days,
  suspensions: readonly Days[],
  day: Temporal.PlainDate,
): PlacementStatus => {
  const wasCalledOff = isBefore(placement.endsOn, placement.startsOn);
  if (wasCalledOff || isBefore(placement.endsOn, day)) return 'ENDED';
  if (isBefore(day, placement.startsOn)) return 'PLANNED';
  return suspensions.some((suspension) => isDuring(day, suspension)) ? 'SUSPENDED' : 'ACTIVE';
};

export type PlacementStep =
  | 'CHANGE'
  | 'END'
  | 'SUSPEND'
  | 'RESUME'
  | 'ANNOUNCE_ABSENCE'
  | 'CORRECT_ABSENCE'
  | 'SEND_WEEK'
  | 'RENEW';

/** What may be done in each state; the rest is refused. A suspension that is yet to come may be called off as well. */
export const possibleSteps = {
  PLANNED: [
    'CHANGE',
    'END',
    'SUSPEND',
    'RESUME',
    'ANNOUNCE_ABSENCE',
    'CORRECT_ABSENCE',
    'SEND_WEEK',
    'RENEW',
  ],
  ACTIVE: ['CHANGE', 'END', 'SUSPEND', 'RESUME', 'ANNOUNCE_ABSENCE', 'CORRECT_ABSENCE', 'SEND_WEEK', 'RENEW'],
  SUSPENDED: ['CHANGE', 'END', 'RESUME', 'RENEW'],
  ENDED: [],
} as const satisfies Record<PlacementStatus, readonly PlacementStep[]>;

type StandingRefusal = Word<typeof standingReasons>;

/** No step is refused for its state to a placement that runs or is to come: what is known before is arranged before. */
const refusalsByStatus = {
  PLANNED: null,
  ACTIVE: null,
  SUSPENDED: 'IS_SUSPENDED',
  ENDED: 'ALREADY_ENDED',
} as const satisfies Record<PlacementStatus, StandingRefusal | null>;

/** Whoever saw an older version is told so before being told that the step is not possible. */
export const standingRefusal = (
  step: PlacementStep,
  placement: { readonly status: PlacementStatus; readonly version: number },
  seenVersion: number,
): StandingRefusal | null => {
  if (placement.version !== seenVersion) return 'STALE_VERSION';
  const isPossible = possibleSteps[placement.status].some((possible) => possible === step);
  return isPossible ? null : refusalsByStatus[placement.status];
};

const LONGEST = { months: 12 };
/** An insertion contract lasts 6 months and is once renewable (charter of the AVIP centres). */
const LONGEST_INSERTION = { months: 6 };

/** Why a placement cannot last from the first to the last day, or `null`. */
export const periodProblem = (
  { startsOn, endsOn }: Days,
  isInsertionContract: boolean,
): Word<typeof termsReasons> | null => {
  if (isBefore(endsOn, startsOn)) return 'PERIOD_ENDS_BEFORE_IT_STARTS';
  if (!isBefore(endsOn, startsOn.add(LONGEST))) return 'OVER_TWELVE_MONTHS';
  if (isInsertionContract && !isBefore(endsOn, startsOn.add(LONGEST_INSERTION))) return 'OVER_SIX_MONTHS';
  return null;
};

/** Why something cannot begin on a day of a placement, or `null`; today is not past. */
export const dayProblem = (
  placement: Days,
  day: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Word<typeof dayReasons> | null => {
  if (isBefore(day, today)) return 'IN_THE_PAST';
  return isDuring(day, placement) ? null : 'OUTSIDE_PLACEMENT';
};

/** Why a placement cannot end on a day, or `null`; a day before the first calls it off. */
export const endProblem = (
  { endsOn }: Pick<Days, 'endsOn'>,
  lastDay: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Word<typeof endPlacementReasons> | null => {
  if (isBefore(lastDay, today)) return 'IN_THE_PAST';
  return isBefore(lastDay, endsOn) ? null : 'ENDS_BY_THEN';
};

type FlexibleTerms = Days & {
  readonly kind: CareKind;
  readonly weeklyPattern: readonly WeeklyHours[];
  readonly familiarisation?: readonly Period[];
  readonly ordinaryFrom?: Temporal.PlainDate | null;
};
type SentHours = { readonly monday: Temporal.PlainDate; readonly hours: readonly WeeklyHours[] };

const DAYS_TO_SUNDAY = 6;

/** Why these hours cannot stand for a week, or `null`: a coming week of a flexible contract, within its hours. */
export const weekProblem = (
  { kind, weeklyPattern, startsOn, endsOn, ...beginning }: FlexibleTerms,
  { monday, hours }: SentHours,
  today: Temporal.PlainDate,
): Word<typeof weekReasons> | null => {
  if (kind !== 'FLEXIBLE') return 'NOT_FLEXIBLE';
  if (monday.dayOfWeek !== 1) return 'NOT_A_MONDAY';
  if (!isBefore(today, monday)) return 'WEEK_STARTED';
  const isOutside = isBefore(monday.add({ days: DAYS_TO_SUNDAY }), startsOn) || isBefore(endsOn, monday);
  if (isOutside) return 'OUTSIDE_PLACEMENT';
  // A week that has begun when the placement does takes its own days of it; so does one that continues another.
  const firstDay = laterOf(monday, startsOn);
  if (isBefore(firstDay, firstOrdinaryDay({ startsOn, ...beginning }))) return 'FAMILIARISATION_THEN';
  return hoursPerWeek(hours) > hoursPerWeek(weeklyPattern) ? 'MORE_HOURS_THAN_AGREED' : null;
};

const LONGEST_ABSENCE_DAYS = 31;

/** Why a child cannot be announced absent on these days, or `null`. */
export const absenceProblem = (
  placement: Days,
  { startsOn, endsOn }: Days,
  today: Temporal.PlainDate,
): Word<typeof absenceReasons> | null => {
  if (isBefore(endsOn, startsOn)) return 'PERIOD_ENDS_BEFORE_IT_STARTS';
  if (startsOn.until(endsOn).days >= LONGEST_ABSENCE_DAYS) return 'ABSENCE_TOO_LONG';
  return dayProblem(placement, startsOn, today) ?? dayProblem(placement, endsOn, today);
};

/** Whether an absence that was announced covers these days already: saying so again changes nothing. */
export const isAnnounced = (
  pauses: readonly (Days & { readonly kind: PauseKind })[],
  { startsOn, endsOn }: Days,
): boolean =>
  pauses.some((pause) => pause.kind === 'ABSENCE' && isDuring(startsOn, pause) && isDuring(endsOn, pause));

type AbsenceCorrection = { readonly to: Temporal.PlainDate | null; readonly reason: string };

/** Why an announced absence cannot end earlier, or be taken back; `null` when it can. Days that have passed stay. */
export const absenceCorrectionProblem = (
  absence: Days | undefined,
  { to, reason }: AbsenceCorrection,
  today: Temporal.PlainDate,
): Word<typeof correctAbsenceReasons> | null => {
  const refusal = reasonRefusal(reason);
  if (refusal) return refusal;
  if (!absence) return 'UNKNOWN_ABSENCE';
  if (isBefore(absence.endsOn, today)) return 'ABSENCE_OVER';
  const isShorter = !to || (isDuring(to, absence) && isBefore(to, absence.endsOn));
  return isShorter ? null : 'NOT_SHORTER';
};
