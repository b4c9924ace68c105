import { Temporal } from 'temporal-polyfill';
import type { FileClosingReason, JobSeeker } from '../job-seekers/job-seeker.ts';
import { isSuitableText } from '../text.rules.ts';
import type { ReturnKind, ReturnToWork } from './return-to-work.ts';

/** 60 hours are the most a week may ever have (code du travail L3121-20 and L3121-21). */
const MOST_WEEKLY_HOURS = 60;
const FEWEST_WEEKLY_HOURS = 1;

export type ReturnProblem = 'STARTS_BEFORE_REGISTRATION' | 'HOURS_OUT_OF_RANGE' | 'UNSUITABLE_TEXT';

const areHoursPossible = (hours: number): boolean =>
  hours >= FEWEST_WEEKLY_HOURS && hours <= MOST_WEEKLY_HOURS;

export const returnProblem = (
  { startsOn, title, weeklyHours }: Pick<ReturnToWork, 'startsOn' | 'title' | 'weeklyHours'>,
  { registeredOn }: Pick<JobSeeker, 'registeredOn'>,
): ReturnProblem | null => {
  if (Temporal.PlainDate.compare(startsOn, registeredOn) < 0) return 'STARTS_BEFORE_REGISTRATION';
  if (weeklyHours !== null && !areHoursPossible(weeklyHours)) return 'HOURS_OUT_OF_RANGE';
  if (title !== null && !isSuitableText(title)) return 'UNSUITABLE_TEXT';
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

/** The same request sent again asks for the same record; anything else under its id is a conflict. */
export const isSameReturn = (a: Omit<ReturnToWork, 'id'>, b: Omit<ReturnToWork, 'id'>): boolean =>
  a.jobSeekerId === b.jobSeekerId &&
  a.kind === b.kind &&
  a.startsOn.equals(b.startsOn) &&
  a.title === b.title &&
  a.weeklyHours === b.weeklyHours;
