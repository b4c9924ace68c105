import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf, isoWeekday, timeOf } from '@relais/platform/time/civil-time.ts';
import { isBefore, nextMonday } from '@relais/platform/time/days.rules.ts';
import {
  HALF_HOUR_MILLISECONDS,
  isOnTheHalfHour,
  runningHalfHour,
} from '@relais/platform/time/half-hours.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { Temporal } from 'temporal-polyfill';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import { type ClosedTime, isPartlyClosed } from '../../centres/centres/closed-time.rules.ts';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import type { CountedAge } from '../../families/families/age.rules.ts';
import type { cancelReasons, obstacles } from './booking.reasons.ts';
import type { BookingStatus } from './booking-status.ts';
import {
  type CentrePlaces,
  isCentreFull,
  isSectionFull,
  isTooFarAhead,
  isTooLong,
  type Stay,
} from './places.rules.ts';

/** All that decides whether care can be booked. */
export type BookingFacts = {
  readonly now: Date;
  readonly care: Stay;
  /** Care that a running contract promises already needs no notice. */
  readonly isPromised?: boolean;
  /** It may start in the half-hour that runs: whoever books it has kept what was known of times that are over. */
  readonly isAtOnce?: boolean;
  readonly familyId: string;
  readonly familiesOfChild: readonly string[];
  /** Family of the milestone it serves: `undefined` when it serves none, `null` when the milestone is not known. */
  readonly milestoneFamilyId: string | null | undefined;
  readonly age: CountedAge;
  readonly section: { readonly minAgeMonths: number; readonly maxAgeMonths: number; readonly places: number };
  readonly centre: CentrePlaces & {
    readonly careKinds: readonly CareKind[];
    readonly openingHours: readonly WeeklyHours[];
  };
  readonly closures: readonly ClosedTime[];
  /** What else is booked in the centre meanwhile. */
  readonly othersInCentre: readonly Stay[];
  /** What else is booked for the child meanwhile, wherever. */
  readonly othersOfChild: readonly Period[];
};

export const YOUNGEST = { weeks: 10 };
/** Care ends the day before the 6th birthday (code de la santé publique L2324-1). */
export const OLDEST = { years: 6 };

/** The centre is open without a break from the start to the end, on one day. */
export const isWithinHours = ({ startsAt, endsAt }: Period, hours: readonly WeeklyHours[]): boolean => {
  const day = dayOf(startsAt);
  if (!dayOf(endsAt).equals(day)) return false;
  return hours.some(
    ({ weekday, from, to }) =>
      weekday === isoWeekday(day) &&
      Temporal.PlainTime.compare(from, timeOf(startsAt)) <= 0 &&
      Temporal.PlainTime.compare(timeOf(endsAt), to) <= 0,
  );
};

const isClosedThen = ({ care, closures }: BookingFacts): boolean => isPartlyClosed(care, closures);

type AgeFacts = Pick<BookingFacts, 'age' | 'section'> & { readonly care: Pick<Stay, 'startsAt'> };

/** Whether a child has reached an age on the day of care; one that is expected, if born as expected. */
const hasReached = ({ age: { since }, care }: AgeFacts, age: Temporal.DurationLike): boolean =>
  !isBefore(dayOf(care.startsAt), since.add(age));

const isTooYoung = (facts: AgeFacts): boolean =>
  !hasReached(facts, YOUNGEST) || !hasReached(facts, { months: facts.section.minAgeMonths });

/** The first day on which a child has the age of a section. */
export const oldEnoughOn = (
  { since }: CountedAge,
  { minAgeMonths }: { readonly minAgeMonths: number },
): Temporal.PlainDate => {
  const [youngest, wanted] = [since.add(YOUNGEST), since.add({ months: minAgeMonths })];
  return isBefore(youngest, wanted) ? wanted : youngest;
};

const isTooOld = (facts: AgeFacts): boolean =>
  hasReached(facts, OLDEST) || hasReached(facts, { months: facts.section.maxAgeMonths });

/** Whether the child is of the age of the section on the day of care. */
export const isOfAge = (facts: AgeFacts): boolean => !isTooYoung(facts) && !isTooOld(facts);

export type BookingObstacle = Word<typeof obstacles>;

/** A stay that cannot be, and why. */
export type RefusedStay<Obstacle extends string> = Refused<Obstacle> & { readonly stay: Period };

const isBeforeNextMonday = ({ care, isPromised, now }: BookingFacts): boolean =>
  care.kind === 'LONG_TERM' && !isPromised && isBefore(dayOf(care.startsAt), nextMonday(dayOf(now)));

const isMilestoneOfAnother = ({ milestoneFamilyId, familiesOfChild }: BookingFacts): boolean =>
  typeof milestoneFamilyId === 'string' && !familiesOfChild.includes(milestoneFamilyId);

/** What may stand in the way of a booking; the first that does is told. */
const tests: readonly (readonly [BookingObstacle, (facts: BookingFacts) => boolean])[] = [
  ['CHILD_OF_ANOTHER_FAMILY', ({ familyId, familiesOfChild }) => !familiesOfChild.includes(familyId)],
  ['UNKNOWN_MILESTONE', ({ milestoneFamilyId }) => milestoneFamilyId === null],
  ['MILESTONE_OF_ANOTHER_FAMILY', isMilestoneOfAnother],
  ['ENDS_BEFORE_IT_STARTS', ({ care }) => care.endsAt <= care.startsAt],
  ['NOT_ON_THE_HALF_HOUR', ({ care }) => !isOnTheHalfHour(care.startsAt) || !isOnTheHalfHour(care.endsAt)],
  ['STAY_TOO_LONG', ({ care }) => isTooLong(care)],
  [
    'STARTS_IN_THE_PAST',
    ({ care, now, isAtOnce }) => care.startsAt < (isAtOnce ? runningHalfHour(now) : now),
  ],
  ['TOO_FAR_AHEAD', ({ care, now }) => isTooFarAhead(care, now)],
  ['STARTS_BEFORE_NEXT_MONDAY', isBeforeNextMonday],
  ['CARE_KIND_NOT_OFFERED', ({ care, centre }) => !centre.careKinds.includes(care.kind)],
  ['OUTSIDE_OPENING_HOURS', ({ care, centre }) => !isWithinHours(care, centre.openingHours)],
  ['CENTRE_CLOSED', isClosedThen],
  ['CHILD_TOO_YOUNG', isTooYoung],
  ['CHILD_TOO_OLD', isTooOld],
  ['CHILD_ALREADY_BOOKED', ({ othersOfChild }) => othersOfChild.length > 0],
  ['SECTION_FULL', isSectionFull],
  ['CENTRE_FULL', isCentreFull],
];

/** Why care cannot be booked, or `null` when it can. An emergency may start at once, but not in the past. */
export const refusalReason = (facts: BookingFacts): BookingObstacle | null =>
  tests.find(([, stands]) => stands(facts))?.[0] ?? null;

/** The life of a booking. */
export const nextStatuses = {
  HELD: ['CONFIRMED', 'CANCELLED'],
  CONFIRMED: ['ATTENDED', 'ABSENT', 'CANCELLED'],
  ATTENDED: [],
  ABSENT: [],
  CANCELLED: [],
} as const satisfies Record<BookingStatus, readonly BookingStatus[]>;

export const mayBecome = (from: BookingStatus, to: BookingStatus): boolean =>
  nextStatuses[from].some((status) => status === to);

type CancellableBooking = Period & { readonly status: BookingStatus; readonly version: number };
type Cancellation = { readonly version: number; readonly reason: string };

type GivenBack = Pick<CancellableBooking, 'status' | 'startsAt'> & { readonly bookedAt: Date | null };

/** What was booked to begin at once can be put right at once. */
const isJustBooked = ({ startsAt, bookedAt }: GivenBack, now: Date): boolean =>
  bookedAt !== null && bookedAt >= startsAt && now.getTime() - bookedAt.getTime() < HALF_HOUR_MILLISECONDS;

/**
 * Whether care that is cancelled is due as an absence is: it was confirmed, and has begun. Offers cost nobody anything, nor does a
 * mistake of the desk that booked care which began already, within half an hour.
 */
export const isDueAllTheSame = (booking: GivenBack, now: Date): boolean =>
  booking.status === 'CONFIRMED' && booking.startsAt <= now && !isJustBooked(booking, now);

/** A booking cannot be cancelled once it is over, so that past cover stays true. */
export const cancelRefusal = (
  booking: CancellableBooking,
  { version, reason }: Cancellation,
  now: Date,
): Word<typeof cancelReasons> | null => {
  if (!reason.trim()) return 'REASON_MISSING';
  if (booking.status === 'CANCELLED') return 'ALREADY_CANCELLED';
  if (booking.endsAt <= now) return 'ALREADY_ENDED';
  if (!mayBecome(booking.status, 'CANCELLED')) return 'ALREADY_ATTENDED';
  return booking.version === version ? null : 'STALE_VERSION';
};
