import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ObjectType } from 'type-graphql';
import { Booking } from '../../care/bookings/booking.ts';

@ObjectType({
  description: 'Care that a closure took from a child, and that nothing stands in for all through yet.',
})
export class LostStay {
  readonly childId!: string;

  readonly familyId!: string;

  @Field(() => Booking, { description: 'The booking that was given back, or shortened.' })
  booking!: Booking;

  @Field(() => DateTime, { description: 'When the lost care would have started.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When the lost care would have ended.' })
  endsAt!: Date;
}
