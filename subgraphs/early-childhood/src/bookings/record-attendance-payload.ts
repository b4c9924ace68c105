import { refusalOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import { messages } from '../messages.ts';
import type { RecordAttendanceRefusalReason } from './attendance.rules.ts';
import { Booking } from './booking.ts';

export const RecordAttendanceRefusal = refusalOf<RecordAttendanceRefusalReason>(
  'RecordAttendanceRefusal',
  {
    UNKNOWN_BOOKING: 'No booking has this id, or it is of a centre that the staff member is not of.',
    ALREADY_ATTENDED: 'Attendance or absence is noted already.',
    NOT_CONFIRMED: 'The child is not expected: the booking is only held, or cancelled.',
    NOT_STARTED_YET: 'Care has not started: whether the child comes is not known.',
    STALE_VERSION: 'The booking changed since it was read.',
  },
  messages,
);

@ObjectType({ description: 'The booking with its attendance, or why it was not noted.' })
export class RecordAttendancePayload {
  @Field(() => Booking, { nullable: true, description: 'The booking; absent when refused.' })
  booking?: Booking;

  @Field(() => RecordAttendanceRefusal, {
    nullable: true,
    description: 'Why nothing was noted; absent when it was.',
  })
  refusal?: InstanceType<typeof RecordAttendanceRefusal>;
}
