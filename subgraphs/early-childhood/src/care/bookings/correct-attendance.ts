import type { ActingUser } from '@relais/platform/acting.ts';
import { CorrectionInput, keepWhatWasSaid } from '@relais/platform/corrections/correct.ts';
import { movingAsService } from '@relais/platform/database/asking.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { recordStep } from '../../history/care-history/record-step.ts';
import { attendanceCorrectionRefusal, corrected } from './attendance.rules.ts';
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

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it really arrived; left out, that stays as it is, `null` where it is not known after all.',
  })
  arrivedAt?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it really left; left out, that stays as it is, `null` where it is not known after all.',
  })
  leftAt?: Date | null;
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

/** Puts right whether a child came, and when. Either way the booking covers, so that what was known of past times stays true. */
export const correctAttendance = async (
  tx: Transaction,
  input: CorrectAttendanceInput,
  acting: ActingUser,
): Promise<Result> => {
  const { user, now } = acting;
  const booking = await lockStay(tx, input.bookingId, acting);
  if (!booking) return { refusal: 'UNKNOWN_BOOKING' };
  const refusal = attendanceCorrectionRefusal(booking, input, now);
  if (refusal) return { refusal };
  const after = corrected(booking, input);
  if (!wouldChange(booking, after)) return { booking };

  const { id, familyId, childId, startsAt, status, arrivedAt, leftAt } = booking;
  const stored = await store(tx, Booking, booking, after);
  const said = { before: { status, arrivedAt, leftAt }, after, reason: input.reason };
  // A centre's staff put right what they noted, and see no family.
  await keepWhatWasSaid(movingAsService(tx), { id, familyId }, said, acting);
  await recordStep(tx, {
    kind: 'ATTENDANCE_CORRECTED',
    ...{ familyId, childId, subjectId: id, at: now, doneBy: user.sub },
    facts: { startsAt: startsAt.toISOString(), reason: input.reason.trim() },
  });
  return { booking: stored };
};
