import type { Acting, ActingUser } from '@relais/platform/acting.ts';
import { centreStaff } from '@relais/platform/auth/user.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { mayActForCentre } from '../../centres/centres/centre-staff.rules.ts';
import { publishCoverOfFamilies } from '../../cover/childcare-cover/publish-cover.ts';
import { Child } from '../../families/families/child.ts';
import { recordStep } from '../../history/care-history/record-step.ts';
import { attendanceRefusal } from './attendance.rules.ts';
import { AttendanceOutcome } from './attendance-outcome.ts';
import { familiesOfChild, lockBooking, lockBookingFor, lockCentres } from './booking.queries.ts';
import { attendanceReasons } from './booking.reasons.ts';
import { Booking } from './booking.ts';

@InputType({ description: 'Whether a child who was expected came.' })
export class RecordAttendanceInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => AttendanceOutcome, { description: 'Whether the child came.' })
  outcome!: AttendanceOutcome;
}

@ObjectType({ description: 'The booking with its attendance, or why it was not noted.' })
export class RecordAttendancePayload extends payloadOf(
  'RecordAttendance',
  attendanceReasons,
  'Why nothing was noted; absent when it was.',
) {
  @Field(() => Booking, { nullable: true, description: 'The booking; absent when refused.' })
  booking?: Booking;
}

/** The booking, held after its centre, as whoever books does; whoever receives the child need not see its family. */
export const lockStay = async (
  tx: Transaction,
  bookingId: string,
  acting: ActingUser,
): Promise<Booking | null> => {
  const found = await tx.findOneBy(Booking, { id: bookingId });
  if (!found) return null;
  await lockCentres(tx, [found.centreId]);
  if (!centreStaff(acting.user)) return lockBookingFor(tx, bookingId, acting);
  const booking = await lockBooking(tx, bookingId);
  return booking && mayActForCentre(acting.user, booking.centreId) ? booking : null;
};

/** That a child came is the ordinary course of things, no step of its own. */
export const recordAbsence = async (
  tx: Transaction,
  booking: Booking,
  { user, now }: Acting,
): Promise<void> => {
  if (booking.status !== 'ABSENT') return;
  await recordStep(tx, {
    familyId: booking.familyId,
    childId: booking.childId,
    subjectId: booking.id,
    kind: 'CHILD_ABSENT',
    at: now,
    doneBy: user.sub,
    facts: { startsAt: booking.startsAt.toISOString() },
  });
};

/** Notes that the child came or not. Either way the booking still covers, so that the past stays true. */
export const recordAttendance = async (
  tx: Transaction,
  input: RecordAttendanceInput,
  acting: ActingUser,
): Promise<{ booking: Booking } | Refused<Word<typeof attendanceReasons>>> => {
  const { user, now } = acting;
  const booking = await lockStay(tx, input.bookingId, acting);
  if (!booking) return { refusal: 'UNKNOWN_BOOKING' };
  const refusal = attendanceRefusal(booking, input, now);
  if (refusal) return { refusal };

  const attended = await store(tx, Booking, booking, { status: input.outcome });
  await recordAbsence(tx, attended, { user, now });
  const child = await tx.findOneByOrFail(Child, { id: booking.childId });
  await publishCoverOfFamilies(tx, await familiesOfChild(tx, child), now);
  return { booking: attended };
};
