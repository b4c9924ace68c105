import { reasonRefusal } from '@relais/platform/corrections/correction.rules.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { type AttendedBooking, type Times, timesProblem } from '../attendance/attendance-times.rules.ts';
import type { AttendanceOutcome } from './attendance-outcome.ts';
import type { attendanceReasons, correctAttendanceReasons } from './booking.reasons.ts';
import { mayBecome } from './booking.rules.ts';
import type { BookingStatus } from './booking-status.ts';

type ExpectedBooking = {
  readonly status: BookingStatus;
  readonly startsAt: Date;
  readonly version: number;
};
type Attendance = { readonly outcome: AttendanceOutcome; readonly version: number };

const isRecorded = (status: BookingStatus): boolean => status === 'ATTENDED' || status === 'ABSENT';

type Correction = {
  readonly outcome: AttendanceOutcome;
  /** As before where it is not said; `null` where nothing is known of it. */
  readonly arrivedAt?: Date | null | undefined;
  readonly leftAt?: Date | null | undefined;
};

/** What was noted as it is said now: an absent child neither came nor went. */
export const corrected = (
  booking: AttendedBooking,
  { outcome, arrivedAt, leftAt }: Correction,
): Times & { readonly status: AttendanceOutcome } =>
  outcome === 'ABSENT'
    ? { status: outcome, arrivedAt: null, leftAt: null }
    : {
        status: outcome,
        arrivedAt: arrivedAt === undefined ? booking.arrivedAt : arrivedAt,
        leftAt: leftAt === undefined ? booking.leftAt : leftAt,
      };

/** What was noted can be put right, with the reason; what was not is noted first. */
export const attendanceCorrectionRefusal = (
  booking: AttendedBooking & Pick<ExpectedBooking, 'version'>,
  { version, reason, ...said }: Correction & { readonly version: number; readonly reason: string },
  now: Date,
): Word<typeof correctAttendanceReasons> | null => {
  if (booking.version !== version) return 'STALE_VERSION';
  if (!isRecorded(booking.status)) return 'NOT_RECORDED';
  if (said.outcome === 'ABSENT' && (said.arrivedAt || said.leftAt)) return 'TIMES_OF_AN_ABSENCE';
  return reasonRefusal(reason) ?? timesProblem(booking, corrected(booking, said), now);
};

/** Whether a child came is known once care has started; what was noted stays, so that past cover stays true. */
export const attendanceRefusal = (
  booking: ExpectedBooking,
  { outcome, version }: Attendance,
  now: Date,
): Word<typeof attendanceReasons> | null => {
  if (isRecorded(booking.status)) return 'ALREADY_ATTENDED';
  if (!mayBecome(booking.status, outcome)) return 'NOT_CONFIRMED';
  if (now < booking.startsAt) return 'NOT_STARTED_YET';
  return booking.version === version ? null : 'STALE_VERSION';
};
