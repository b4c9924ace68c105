import type { Word } from '@relais/platform/graphql/reasons.ts';
import { Temporal } from 'temporal-polyfill';
import type { JobSeeker } from '../job-seekers/job-seeker.ts';
import type { KnownCover } from '../known-covers/known-cover.ts';
import type { Milestone } from '../milestones/milestone.ts';
import type { agreeReasons, reduceReasons } from './engagement-contract.reasons.ts';
import type { EngagementContract } from './engagement-contract.ts';
import type { HoursReduction, ReductionEvidence } from './hours-reduction.ts';

/** At least 15 hours of activity a week (service-public F14926; code du travail L5411-6). */
const FEWEST_CONTRACT_HOURS = 15;
/** A full-time week (code du travail L3121-27). */
const MOST_CONTRACT_HOURS = 35;
/** Ours: whoever still lacks childcare then is heard again. */
const LONGEST_REDUCTION_MONTHS = 6;

const { compare } = Temporal.PlainDate;

type Agreement = Pick<EngagementContract, 'signedOn' | 'weeklyHours'>;

export const contractRefusal = (
  { signedOn, weeklyHours }: Agreement,
  { registeredOn }: Pick<JobSeeker, 'registeredOn'>,
  former: Pick<Agreement, 'signedOn'> | null,
  today: Temporal.PlainDate,
): Word<typeof agreeReasons> | null => {
  if (compare(signedOn, registeredOn) < 0) return 'SIGNED_BEFORE_REGISTRATION';
  if (compare(signedOn, today) > 0) return 'SIGNED_IN_THE_FUTURE';
  if (!isContractual(weeklyHours)) return 'CONTRACT_HOURS_OUT_OF_RANGE';
  if (former && compare(signedOn, former.signedOn) <= 0) return 'CONTRACT_NOT_NEWER';
  return null;
};

const isContractual = (hours: number): boolean =>
  hours >= FEWEST_CONTRACT_HOURS && hours <= MOST_CONTRACT_HOURS;

type Period = Pick<HoursReduction, 'startsOn' | 'endsOn'>;

/** What is owed on a day: the agreed hours, or fewer while a reduction holds. */
export const weeklyHoursOn = (
  contract: Pick<EngagementContract, 'weeklyHours'>,
  reductions: readonly (Period & Pick<HoursReduction, 'weeklyHours'>)[],
  day: Temporal.PlainDate,
): number => {
  const reduction = reductions.find(
    ({ startsOn, endsOn }) => compare(startsOn, day) <= 0 && compare(day, endsOn) <= 0,
  );
  return (reduction ?? contract).weeklyHours;
};

type Evidence = { evidence: ReductionEvidence } | { refusal: Word<typeof reduceReasons> };

/** A cover computed for other times than the milestone has now says nothing of it. */
const isOf = (
  milestone: Pick<Milestone, 'version'>,
  cover: Pick<KnownCover, 'milestoneVersion'> | null,
): boolean => cover !== null && cover.milestoneVersion >= milestone.version;

/** What a milestone proves of the lack of childcare: a missed one by its reason, one to come by its cover. */
export const evidenceOf = (
  milestone: Pick<Milestone, 'status' | 'missedReason' | 'version'>,
  cover: Pick<KnownCover, 'status' | 'milestoneVersion'> | null,
): Evidence => {
  if (milestone.missedReason === 'CHILDCARE') return { evidence: 'MISSED_FOR_CHILDCARE' };
  if (!isAhead(milestone)) return { refusal: 'CHILDCARE_NOT_LACKING' };
  if (!isOf(milestone, cover)) return { refusal: 'COVER_NOT_KNOWN_YET' };
  if (cover?.status === 'UNCOVERED') return { evidence: 'UNCOVERED' };
  if (cover?.status === 'PARTIAL') return { evidence: 'PARTIALLY_COVERED' };
  return { refusal: 'CHILDCARE_NOT_LACKING' };
};

const isAhead = ({ status }: Pick<Milestone, 'status'>): boolean =>
  status === 'PLANNED' || status === 'CONFIRMED';

export const reductionRefusal = (
  wanted: Period & Pick<HoursReduction, 'weeklyHours'> & { readonly isLoneParent: boolean },
  contract: Agreement,
): Word<typeof reduceReasons> | null => {
  if (!wanted.isLoneParent) return 'ONLY_FOR_LONE_PARENTS';
  if (wanted.weeklyHours < 0 || wanted.weeklyHours >= contract.weeklyHours) return 'HOURS_NOT_REDUCED';
  return isSuitablePeriod(wanted, contract) ? null : 'REDUCTION_PERIOD_UNSUITABLE';
};

const isSuitablePeriod = ({ startsOn, endsOn }: Period, { signedOn }: Pick<Agreement, 'signedOn'>): boolean =>
  compare(signedOn, startsOn) <= 0 &&
  compare(startsOn, endsOn) <= 0 &&
  compare(endsOn, startsOn.add({ months: LONGEST_REDUCTION_MONTHS })) < 0;

/** The same request sent again asks for the same record; anything else under its id is a conflict. */
export const isSameContract = (
  a: Omit<EngagementContract, 'id'>,
  b: Omit<EngagementContract, 'id'>,
): boolean =>
  a.jobSeekerId === b.jobSeekerId && a.signedOn.equals(b.signedOn) && a.weeklyHours === b.weeklyHours;

type Wish = Period & Pick<HoursReduction, 'milestoneId' | 'weeklyHours'>;

export const isSameReduction = (a: Wish, b: Wish): boolean =>
  a.milestoneId === b.milestoneId &&
  a.weeklyHours === b.weeklyHours &&
  a.startsOn.equals(b.startsOn) &&
  a.endsOn.equals(b.endsOn);
