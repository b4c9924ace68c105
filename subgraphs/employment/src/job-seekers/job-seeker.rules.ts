import type { FollowedDays } from '@relais/platform/followers/follower.rules.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { colleagueRefusal } from '@relais/platform/professionals/colleague.rules.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import { Temporal } from 'temporal-polyfill';
import type {
  changeAdvisorReasons,
  changeCategoryReasons,
  closeReasons,
  openReasons,
} from './job-seeker.reasons.ts';
import type { JobSeeker, JobSeekerStatus } from './job-seeker.ts';

type Registration = Pick<JobSeeker, 'registeredOn' | 'closedOn'>;

/** The ROME directory: a letter for the field of work, two digits for the area, two for the trade. */
const ROME_CODE = /^[A-N][0-9]{4}$/;

/** The employment service began with ordonnance 67-578. */
const FIRST_REGISTRATION = Temporal.PlainDate.from('1967-07-13');

export const statusOn = (
  { closedOn }: Pick<Registration, 'closedOn'>,
  day: Temporal.PlainDate,
): JobSeekerStatus => (closedOn && Temporal.PlainDate.compare(closedOn, day) <= 0 ? 'CLOSED' : 'OPEN');

/** An end is dated ahead when a job starts soon; further away it is a guess. */
const LONGEST_NOTICE_DAYS = 92;

/** What became of a return to work is asked after six months, and written down in the next. */
export const FOLLOWED_AFTER_CLOSING_MONTHS = 7;

/** How long the advisor of a file follows the family; while it is at the desk nobody does. */
export const followedDays = ({
  adultId,
  advisorId,
  registeredOn,
  closedOn,
}: Registration & Pick<JobSeeker, 'adultId' | 'advisorId'>): FollowedDays[] =>
  advisorId === null
    ? []
    : [
        {
          sub: advisorId,
          adultId,
          relation: 'ADVISOR',
          from: registeredOn,
          to: closedOn?.add({ months: FOLLOWED_AFTER_CLOSING_MONTHS }) ?? null,
        },
      ];

export const closingRefusal = (
  { registeredOn }: Pick<Registration, 'registeredOn'>,
  closedOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Word<typeof closeReasons> | null => {
  if (Temporal.PlainDate.compare(closedOn, registeredOn) < 0) return 'CLOSES_BEFORE_REGISTRATION';
  if (today.until(closedOn).days > LONGEST_NOTICE_DAYS) return 'CLOSES_TOO_FAR_AHEAD';
  return null;
};

/** Why a file cannot go to whoever was found in the directory, or was not; or `null`. */
export const advisorRefusal = (
  file: Pick<JobSeeker, 'advisorId'>,
  advisor: Pick<Professional, 'sub' | 'role' | 'departedOn'> | null,
  today: Temporal.PlainDate,
): Word<typeof changeAdvisorReasons> | null => {
  const refusal = colleagueRefusal(advisor, today);
  if (refusal) return refusal;
  if (file.advisorId === advisor?.sub) return 'SAME_ADVISOR';
  return advisor?.role === 'EMPLOYMENT_ADVISOR' ? null : 'UNSUITABLE_ADVISOR';
};

type Categories = Pick<JobSeeker, 'category' | 'statisticalCategory'>;

export const categoryRefusal = (
  file: Categories,
  wanted: Categories,
): Word<typeof changeCategoryReasons> | null => {
  if (!isCategory(wanted.category)) return 'CATEGORY_OUT_OF_RANGE';
  const isSame = file.category === wanted.category && file.statisticalCategory === wanted.statisticalCategory;
  return isSame ? 'SAME_CATEGORY' : null;
};

const isCategory = (category: number): boolean => category >= 1 && category <= 10;

export const fileRefusal = (
  file: Pick<JobSeeker, 'category' | 'romeCode' | 'registeredOn'>,
  today: Temporal.PlainDate,
): Word<typeof openReasons> | null => {
  if (!isCategory(file.category)) return 'CATEGORY_OUT_OF_RANGE';
  if (file.romeCode !== null && !ROME_CODE.test(file.romeCode)) return 'MALFORMED_ROME_CODE';
  if (Temporal.PlainDate.compare(file.registeredOn, FIRST_REGISTRATION) < 0) return 'REGISTERED_TOO_EARLY';
  if (Temporal.PlainDate.compare(file.registeredOn, today) > 0) return 'REGISTERED_IN_THE_FUTURE';
  return null;
};

type FileContent = Pick<
  JobSeeker,
  'adultId' | 'category' | 'statisticalCategory' | 'romeCode' | 'advisorId' | 'registeredOn'
>;

/** The same request sent again asks for the same record; anything else under its id is a conflict. */
export const isSameFile = (a: FileContent, b: FileContent): boolean =>
  a.adultId === b.adultId &&
  a.category === b.category &&
  a.statisticalCategory === b.statisticalCategory &&
  a.romeCode === b.romeCode &&
  a.advisorId === b.advisorId &&
  a.registeredOn.equals(b.registeredOn);
