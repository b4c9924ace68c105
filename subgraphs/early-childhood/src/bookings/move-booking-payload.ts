import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { refusalOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import { UncoveredMilestone } from '../childcare-cover/uncovered-milestone.ts';
import { messages } from '../messages.ts';
import { obstacleMeanings } from './book-care-payload.ts';
import { Booking } from './booking.ts';
import type { MoveBookingRefusalReason } from './move-booking.rules.ts';

export const MoveBookingRefusal = refusalOf<MoveBookingRefusalReason>(
  'MoveBookingRefusal',
  {
    UNKNOWN_BOOKING: 'No booking has this id.',
    UNKNOWN_SECTION: 'No section has this id.',
    NOT_CONFIRMED: 'The place is only held for an offer, which is made for that time.',
    ALREADY_ATTENDED: 'Attendance or absence is noted already.',
    ALREADY_CANCELLED: 'It is cancelled already.',
    ALREADY_STARTED: 'Care has started, so that past cover stays true.',
    STALE_VERSION: 'The booking changed since it was read.',
    ...obstacleMeanings,
  },
  messages,
);

@ObjectType({ description: 'The moved booking, or why it stays where it is.' })
export class MoveBookingPayload {
  @Field(() => Booking, {
    nullable: true,
    description: 'The booking as moved, or as it would be in a preview; absent when refused.',
  })
  booking?: Booking;

  @ListSize(20)
  @Field(() => [UncoveredMilestone], {
    description: 'The upcoming milestones that lose cover, first to last; none when refused.',
  })
  uncoveredMilestones!: UncoveredMilestone[];

  @Field(() => MoveBookingRefusal, {
    nullable: true,
    description: 'Why it was not moved; absent when it was.',
  })
  refusal?: InstanceType<typeof MoveBookingRefusal>;
}
