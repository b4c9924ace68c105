import type { Word } from '@relais/platform/graphql/reasons.ts';
import { Temporal } from 'temporal-polyfill';
import type { FileClosingReason, JobSeeker } from '../job-seekers/job-seeker.ts';
import { isSuitableText } from '../text.rules.ts';
import type { returnReasons } from './return-to-work.reasons.ts';
import type { ReturnKind, ReturnToWork } from './return-to-work.ts';

/** 60 hours are the most a week may ever have (code du travail L3121-20 and L3121-21). */
const MOST_WEEKLY_HOURS = 60;
const FEWEST_WEEKLY_HOURS = 1;

const MOST_TRAINING_HOURS = 5000;

const isBetween = (value: number | null, least: number, most: number): boolean =>
  value === null || (value >= least && value <= most);

type Content = Omit<ReturnToWork, 'id' | 'jobSeekerId'>;

export const returnRefusal = (
  made: Content,
  { registeredOn }: Pick<JobSeeker, 'registeredOn'>,
): Word<typeof returnReasons> | null => {
  const { startsOn, endsOn } = made;
  if (Temporal.PlainDate.compare(startsOn, registeredOn) < 0) return 'STARTS_BEFORE_REGISTRATION';
  if (endsOn && Temporal.PlainDate.compare(endsOn, startsOn) < 0) return 'RETURN_ENDS_BEFORE_IT_STARTS';
  if (made.contract && made.kind !== 'EMPLOYMENT') return 'CONTRACT_ONLY_FOR_A_JOB';
  if (!isBetween(made.weeklyHours, FEWEST_WEEKLY_HOURS, MOST_WEEKLY_HOURS)) return 'HOURS_OUT_OF_RANGE';
  if (!isBetween(made.trainingHours, 1, MOST_TRAINING_HOURS)) return 'TRAINING_HOURS_OUT_OF_RANGE';
  if (made.title !== null && !isSuitableText(made.title)) return 'UNSUITABLE_TEXT';
  return null;
};

const closingReasons = {
  EMPLOYMENT: 'EMPLOYMENT_FOUND',
  TRAINING: 'TRAINING_STARTED',
  EDUCATION: 'TRAINING_STARTED',
  OTHER: 'OTHER',
} as const satisfies Record<ReturnKind, FileClosingReason>;

/** Why the registration of one who returns to this ends. */
export const closingReasonOf = (kind: ReturnKind): FileClosingReason => closingReasons[kind];

const contentOf = (made: Omit<ReturnToWork, 'id'>): string =>
  JSON.stringify([
    ...[made.jobSeekerId, made.kind, made.startsOn, made.endsOn, made.title],
    ...[made.contract, made.weeklyHours, made.trainingHours],
  ]);

/** The same request sent again asks for the same record; anything else under its id is a conflict. */
export const isSameReturn = (a: Omit<ReturnToWork, 'id'>, b: Omit<ReturnToWork, 'id'>): boolean =>
  contentOf(a) === contentOf(b);
