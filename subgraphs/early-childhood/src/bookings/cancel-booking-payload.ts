import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { refusalOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import { UncoveredMilestone } from '../childcare-cover/uncovered-milestone.ts';
import { messages } from '../messages.ts';
import type { CancelBookingRefusalReason } from './booking.rules.ts';
import { Booking } from './booking.ts';

export const CancelBookingRefusal = refusalOf<CancelBookingRefusalReason>(
  'CancelBookingRefusal',
  {
    UNKNOWN_BOOKING: 'No booking has this id.',
    REASON_MISSING: 'No reason was given.',
    STALE_VERSION: 'The booking changed since it was read.',
    ALREADY_CANCELLED: 'It is cancelled already.',
    ALREADY_ENDED: 'The care is over, so that past cover stays true.',
    ALREADY_ATTENDED: 'Attendance or absence is noted already.',
  },
  messages,
);

@ObjectType({ description: 'The cancelled booking, or why it stands.' })
export class CancelBookingPayload {
  @Field(() => Booking, {
    nullable: true,
    description: 'The booking as cancelled, or as it would be in a preview; absent when refused.',
  })
  booking?: Booking;

  @ListSize(20)
  @Field(() => [UncoveredMilestone], {
    description: 'The upcoming milestones that lose cover, first to last; none when refused.',
  })
  uncoveredMilestones!: UncoveredMilestone[];

  @Field(() => CancelBookingRefusal, {
    nullable: true,
    description: 'Why it was not cancelled; absent when it was.',
  })
  refusal?: InstanceType<typeof CancelBookingRefusal>;
}
