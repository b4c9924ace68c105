import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { HALF_HOUR_MILLISECONDS, roundedOutward } from '@relais/platform/time/half-hours.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { timeReasons } from '../bookings/booking.reasons.ts';
import type { BookingStatus } from '../bookings/booking-status.ts';
import type { wordReasons } from './attendance-times.reasons.ts';

export type Times = { readonly arrivedAt: Date | null; readonly leftAt: Date | null };
export type AttendedBooking = Period & Times & { readonly status: BookingStatus };
type BookingDue = AttendedBooking & { readonly cancelledAfterStart: boolean };
/** One of the same child that the same family pays. */
export type BookingBeside = BookingDue & { readonly id: string };

type WordAtTheDoor = { readonly kind: 'ARRIVED' | 'LEFT' | 'ABSENT'; readonly at: Date };

/** The clock of a tablet may go a little ahead of ours. */
const CLOCKS_DIFFER_MILLISECONDS = 300_000;

const isInTheFuture = (at: Date, now: Date): boolean =>
  at.getTime() > now.getTime() + CLOCKS_DIFFER_MILLISECONDS;

/** Why times at which a child came and went cannot be true, or `null`. */
export const timesProblem = (
  { startsAt }: Pick<Period, 'startsAt'>,
  { arrivedAt, leftAt }: Times,
  now: Date,
): Word<typeof timeReasons> | null => {
  const times = [arrivedAt, leftAt].filter((each) => each !== null);
  if (times.some((each) => isInTheFuture(each, now))) return 'IN_THE_FUTURE';
  if (times.some((each) => !dayOf(each).equals(dayOf(startsAt)))) return 'ANOTHER_DAY';
  return leftAt && leftAt <= (arrivedAt ?? startsAt) ? 'LEFT_BEFORE_ARRIVAL' : null;
};

/** What a word makes of a booking: nothing of what was noted before is written over, that is for a correction. */
export const noted = (
  { status, arrivedAt, leftAt }: AttendedBooking,
  { kind, at }: WordAtTheDoor,
): Times & Pick<AttendedBooking, 'status'> => {
  if (kind === 'ARRIVED') return { status: 'ATTENDED', arrivedAt: at, leftAt };
  if (kind === 'LEFT') return { status, arrivedAt, leftAt: at };
  return { status: 'ABSENT', arrivedAt: null, leftAt: null };
};

const isExpected = ({ status }: AttendedBooking): boolean => status === 'CONFIRMED';
const didCome = ({ status }: AttendedBooking): boolean => status === 'ATTENDED';

const arrivalProblem = (booking: AttendedBooking, at: Date): Word<typeof wordReasons> | null => {
  if (!isExpected(booking) && !(didCome(booking) && !booking.arrivedAt)) return 'ALREADY_ATTENDED';
  return at >= booking.endsAt ? 'CARE_IS_OVER' : null;
};

const departureProblem = (booking: AttendedBooking): Word<typeof wordReasons> | null => {
  if (isExpected(booking)) return 'NOT_ARRIVED';
  return didCome(booking) && !booking.leftAt ? null : 'ALREADY_ATTENDED';
};

const absenceProblem = (booking: AttendedBooking, at: Date): Word<typeof wordReasons> | null => {
  if (!isExpected(booking)) return 'ALREADY_ATTENDED';
  return at < booking.startsAt ? 'NOT_STARTED_YET' : null;
};

const problems = { ARRIVED: arrivalProblem, LEFT: departureProblem, ABSENT: absenceProblem };

/** Why what is said at the door is not noted, or `null`. A child may come before the hour that was booked. */
export const wordRefusal = (
  booking: AttendedBooking,
  word: WordAtTheDoor,
  now: Date,
): Word<typeof wordReasons> | null => {
  if (booking.status === 'HELD' || booking.status === 'CANCELLED') return 'NOT_CONFIRMED';
  const stands = problems[word.kind](booking, word.at);
  if (stands) return stands;
  const said = word.kind === 'ABSENT' ? { arrivedAt: word.at, leftAt: null } : noted(booking, word);
  return timesProblem(booking, said, now);
};

const isDue = ({ status, cancelledAfterStart }: BookingDue): boolean =>
  status !== 'HELD' && (status !== 'CANCELLED' || cancelledAfterStart);

const timeDue = ({ startsAt, endsAt, arrivedAt, leftAt }: BookingDue): Period =>
  roundedOutward({
    startsAt: arrivedAt && arrivedAt < startsAt ? arrivedAt : startsAt,
    endsAt: leftAt && leftAt > endsAt ? leftAt : endsAt,
  });

const isWithin = (at: Date, { startsAt, endsAt }: Period): boolean => startsAt <= at && at < endsAt;

/**
 * Whether a half-hour of it may be due with another booking of the child: what was booked and stands never is, for a child has one
 * place at a time.
 */
export const mayShareHours = (booking: BookingDue): boolean => {
  const due = timeDue(booking);
  return (
    isDue(booking) &&
    (booking.status === 'CANCELLED' || due.startsAt < booking.startsAt || due.endsAt > booking.endsAt)
  );
};

const order = (one: number | string, other: number | string): number =>
  Number(one > other) - Number(one < other);

/** Care that stands before what was cancelled, hours that were booked before those begun before or after them, then the first. */
const PRECEDENCE: readonly ((booking: BookingBeside, at: Date) => number | string)[] = [
  ({ status }) => Number(status === 'CANCELLED'),
  (booking, at) => Number(!isWithin(at, booking)),
  ({ startsAt }) => startsAt.getTime(),
  ({ id }) => id,
];

const comesBefore = (one: BookingBeside, other: BookingBeside, at: Date): boolean =>
  PRECEDENCE.map((rank) => order(rank(one, at), rank(other, at))).find((each) => each !== 0) === -1;

/**
 * The half-hours due: those booked, for the place was kept, and every one that was begun before or after them. None of a booking
 * that is only held, or was given back before it began; given back afterwards it is due as an absence is. A half-hour of one child is
 * due from one family once: with that of its bookings `beside` this one which comes first.
 */
export const halfHoursDue = (booking: BookingBeside, beside: readonly BookingBeside[]): number => {
  if (!isDue(booking)) return 0;
  const { startsAt, endsAt } = timeDue(booking);
  const count = (endsAt.getTime() - startsAt.getTime()) / HALF_HOUR_MILLISECONDS;
  const halfHours = Array.from(
    { length: count },
    (_, index) => new Date(startsAt.getTime() + index * HALF_HOUR_MILLISECONDS),
  );
  const others = beside.filter(isDue);
  const isOthers = (at: Date) =>
    others.some((other) => isWithin(at, timeDue(other)) && comesBefore(other, booking, at));
  return halfHours.filter((at) => !isOthers(at)).length;
};
