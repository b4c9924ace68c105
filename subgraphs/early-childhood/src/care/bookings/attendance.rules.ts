import { reasonRefusal } from '@relais/platform/corrections/correction.rules.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
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

/** What was noted can be put right, with the reason; what was not is noted first. */
export const attendanceCorrectionRefusal = (
  booking: Pick<ExpectedBooking, 'status' | 'version'>,
  { version, reason }: { readonly version: number; readonly reason: string },
): Word<typeof correctAttendanceReasons> | null => {
  if (booking.version !== version) return 'STALE_VERSION';
  return isRecorded(booking.status) ? reasonRefusal(reason) : 'NOT_RECORDED';
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
