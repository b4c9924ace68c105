import { refusalOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import { messages } from '../messages.ts';
import type { BookCareRefusalReason, BookingObstacle } from './booking.rules.ts';
import { Booking } from './booking.ts';

/** What stands in the way of care at some time and place. */
export const obstacleMeanings: Readonly<Record<BookingObstacle, string>> = {
  CHILD_OF_ANOTHER_FAMILY: 'The family that pays is not one of the child’s.',
  UNKNOWN_MILESTONE: 'The milestone is not known here, or not yet: it may be worth trying again.',
  MILESTONE_OF_ANOTHER_FAMILY: 'The milestone is not of one of the child’s families.',
  ENDS_BEFORE_IT_STARTS: 'The end does not follow the start.',
  NOT_ON_THE_HALF_HOUR: 'Start or end is not on the hour or half-hour.',
  STAY_TOO_LONG: 'Care would last over 12 hours.',
  TOO_FAR_AHEAD: 'Care would start over two years from now.',
  STARTS_IN_THE_PAST: 'The start has passed; an emergency may start at once, not earlier.',
  STARTS_BEFORE_NEXT_MONDAY: 'Long-term care starts on the next Monday or later.',
  CARE_KIND_NOT_OFFERED: 'The centre does not offer this kind of care.',
  OUTSIDE_OPENING_HOURS: 'The centre is not open all the while.',
  CENTRE_CLOSED: 'The day is a closure of the centre.',
  CHILD_TOO_YOUNG: 'Not born yet, under 10 weeks, or too young for the section.',
  CHILD_TOO_OLD: '6 years or older, or too old for the section.',
  CHILD_ALREADY_BOOKED: 'The child is booked at that time, here or elsewhere.',
  SECTION_FULL: 'No place is free in the section.',
  CENTRE_FULL: 'The centre has reached its authorised places, or 115 % of them for an emergency.',
  CENTRE_WEEK_FULL: 'The child-hours of the week would exceed authorised places × opening hours (R2324-27).',
};

export const BookCareRefusal = refusalOf<BookCareRefusalReason>(
  'BookCareRefusal',
  {
    UNKNOWN_SECTION: 'No section has this id.',
    UNKNOWN_CHILD: 'No child has this id.',
    CONFLICT: 'This id was already used for other care.',
    ...obstacleMeanings,
  },
  messages,
);

@ObjectType({ description: 'The booking, or why there is none.' })
export class BookCarePayload {
  @Field(() => Booking, { nullable: true, description: 'The booking; absent when refused.' })
  booking?: Booking;

  @Field(() => BookCareRefusal, {
    nullable: true,
    description: 'Why care was not booked; absent when it was.',
  })
  refusal?: InstanceType<typeof BookCareRefusal>;
}
