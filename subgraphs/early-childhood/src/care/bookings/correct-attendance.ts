import type { ActingUser } from '@relais/platform/acting.ts';
import { CorrectionInput, keepWhatWasSaid } from '@relais/platform/corrections/correct.ts';
import { movingAsService } from '@relais/platform/database/asking.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { recordStep } from '../../history/care-history/record-step.ts';
import { attendanceCorrectionRefusal } from './attendance.rules.ts';
import { AttendanceOutcome } from './attendance-outcome.ts';
import { correctAttendanceReasons } from './booking.reasons.ts';
import { Booking } from './booking.ts';
import { lockStay } from './record-attendance.ts';

@InputType({ description: 'Attendance that was noted wrongly.' })
export class CorrectAttendanceInput extends CorrectionInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Field(() => AttendanceOutcome, { description: 'Whether the child came.' })
  outcome!: AttendanceOutcome;
}

@ObjectType({ description: 'The booking with its attendance put right, or why it was not.' })
export class CorrectAttendancePayload extends payloadOf(
  'CorrectAttendance',
  correctAttendanceReasons,
  'Why nothing was corrected; absent when it was.',
) {
  @Field(() => Booking, {
    nullable: true,
    description: 'The booking; what was noted before is in its `corrections`. Absent when refused.',
  })
  booking?: Booking;
}

type Result = { readonly booking: Booking } | Refused<Word<typeof correctAttendanceReasons>>;

/** Puts right whether a child came. Either way the booking covers, so that what was known of past times stays true. */
export const correctAttendance = async (
  tx: Transaction,
  { bookingId, version, outcome, reason }: CorrectAttendanceInput,
  acting: ActingUser,
): Promise<Result> => {
  const { user, now } = acting;
  const booking = await lockStay(tx, bookingId, acting);
  if (!booking) return { refusal: 'UNKNOWN_BOOKING' };
  const refusal = attendanceCorrectionRefusal(booking, { version, reason });
  if (refusal) return { refusal };
  if (booking.status === outcome) return { booking };

  const { id, familyId, childId, startsAt, status } = booking;
  const corrected = await store(tx, Booking, booking, { status: outcome });
  const said = { before: { status }, after: { status: outcome }, reason };
  // A centre's staff put right what they noted, and see no family.
  await keepWhatWasSaid(movingAsService(tx), { id, familyId }, said, acting);
  await recordStep(tx, {
    kind: 'ATTENDANCE_CORRECTED',
    ...{ familyId, childId, subjectId: id, at: now, doneBy: user.sub },
    facts: { startsAt: startsAt.toISOString(), reason: reason.trim() },
  });
  return { booking: corrected };
};
