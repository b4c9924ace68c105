import { reasonRefusal } from '@relais/platform/corrections/correction.rules.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { Temporal } from 'temporal-polyfill';
import type { FileClosingReason, JobSeeker } from '../job-seekers/job-seeker.ts';
import { isSuitableText } from '../text.rules.ts';
import type { correctReturnReasons, returnTimesReasons } from './return-to-work.reasons.ts';
import type { ReturnKind, ReturnToWork } from './return-to-work.ts';

/** 60 hours are the most a week may ever have (code du travail L3121-20 and L3121-21). */
const MOST_WEEKLY_HOURS = 60;
const FEWEST_WEEKLY_HOURS = 1;

const MOST_TRAINING_HOURS = 5000;

const isBetween = (value: number | null, least: number, most: number): boolean =>
  value === null || (value >= least && value <= most);

type Content = Omit<ReturnToWork, 'id' | 'jobSeekerId' | 'version'>;

export const returnRefusal = (
  made: Content,
  { registeredOn }: Pick<JobSeeker, 'registeredOn'>,
): Word<typeof returnTimesReasons> | null => {
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

type OfJobSeeker = Content & Pick<ReturnToWork, 'jobSeekerId'>;

const contentOf = (made: OfJobSeeker): string =>
  JSON.stringify([
    ...[made.jobSeekerId, made.kind, made.startsOn, made.endsOn, made.title],
    ...[made.contract, made.weeklyHours, made.trainingHours],
  ]);

/** The same request sent again asks for the same record; anything else under its id is a conflict. */
export const isSameReturn = (a: OfJobSeeker, b: OfJobSeeker): boolean => contentOf(a) === contentOf(b);

type Correcting = { readonly version: number; readonly reason: string; readonly made: Content };

/** Why a return that was recorded cannot be put right so, or `null`. */
export const correctReturnRefusal = (
  recorded: Pick<ReturnToWork, 'version'>,
  { version, reason, made }: Correcting,
  file: Pick<JobSeeker, 'registeredOn'>,
): Word<typeof correctReturnReasons> | null => {
  if (recorded.version !== version) return 'STALE_VERSION';
  return reasonRefusal(reason) ?? returnRefusal(made, file);
};

/** What becomes of a file that the return closed, by its day and its reason; one that ended otherwise stays. */
export const closingCorrected = (
  file: Pick<JobSeeker, 'closedOn' | 'closingReason'>,
  before: Pick<ReturnToWork, 'startsOn' | 'kind'>,
  after: Pick<ReturnToWork, 'startsOn' | 'kind'>,
): Partial<Pick<JobSeeker, 'closedOn' | 'closingReason'>> => {
  const isClosedByIt =
    file.closedOn?.equals(before.startsOn) && file.closingReason === closingReasonOf(before.kind);
  return isClosedByIt ? { closedOn: after.startsOn, closingReason: closingReasonOf(after.kind) } : {};
};
