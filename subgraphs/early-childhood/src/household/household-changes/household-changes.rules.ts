import type { Word } from '@relais/platform/graphql/reasons.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { type BookingFacts, isOfAge } from '../../care/bookings/booking.rules.ts';
import type { CountedAge } from '../../families/families/age.rules.ts';
import type { childReasons } from '../../families/families/child.reasons.ts';
import { type ChildFacts, childRefusal } from '../registration/family.rules.ts';
import type {
  adultDepartureReasons,
  childDepartureReasons,
  departureReasons,
} from './household-changes.reasons.ts';

type Departure = {
  /** The first day the member no longer counts; `null` takes a departure back. */
  readonly leftOn: Temporal.PlainDate | null;
  readonly joinedOn: Temporal.PlainDate | null;
};

const dateRefusal = (
  { leftOn, joinedOn }: Departure,
  today: Temporal.PlainDate,
): Word<typeof departureReasons> | null => {
  if (leftOn === null) return null;
  if (isBefore(today, leftOn)) return 'LEAVES_ON_A_COMING_DAY';
  return joinedOn && isBefore(leftOn, joinedOn) ? 'LEAVES_BEFORE_JOINING' : null;
};

/** Somebody must answer for the children. */
export const adultDepartureRefusal = (
  departure: Departure & { readonly otherAdults: number },
  today: Temporal.PlainDate,
): Word<typeof adultDepartureReasons> | null => {
  if (departure.leftOn && departure.otherAdults === 0) return 'LAST_ADULT';
  return dateRefusal(departure, today);
};

/** A place that is kept for the child is given back or handed on first, by somebody who knows it. */
export const childDepartureRefusal = (
  departure: Departure & { readonly isShared: boolean; readonly careToCome: number },
  today: Temporal.PlainDate,
): Word<typeof childDepartureReasons> | null => {
  if (departure.leftOn && departure.isShared) return 'SHARED_RESIDENCE';
  if (departure.leftOn && departure.careToCome > 0) return 'CARE_TO_COME';
  return dateRefusal(departure, today);
};

/** What passes with time (a birth overdue, a child of age) hinders no other correction. */
export const childCorrectionRefusal = (
  corrected: ChildFacts,
  isDateGiven: boolean,
  today: Temporal.PlainDate,
): Word<typeof childReasons> | null => {
  const refusal = childRefusal(corrected, today);
  const isOfTime = refusal === 'EXPECTED_DATE_NOT_PLAUSIBLE' || refusal === 'NOT_A_CHILD';
  return isOfTime && !isDateGiven ? null : refusal;
};

export type AgedCare = Pick<BookingFacts, 'section'> & { readonly care: Pick<Period, 'startsAt'> };

/** Whether a child whose age counts from then is of the right age for all of this care. */
export const doesCareFit = (age: CountedAge, booked: readonly AgedCare[]): boolean =>
  booked.every((each) => isOfAge({ ...each, age }));
