import { refusalOf } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ObjectType } from 'type-graphql';
import { obstacleMeanings } from '../bookings/book-care-payload.ts';
import type { ObstructedStay } from '../bookings/book-many.ts';
import type { BookingObstacle } from '../bookings/booking.rules.ts';
import { messages } from '../messages.ts';

const StayObstacle = refusalOf<BookingObstacle>('StayObstacle', obstacleMeanings, messages);

@ObjectType({ description: 'A stretch of care that cannot be booked, and what stands in the way.' })
export class LackingStay {
  @Field(() => DateTime, { description: 'When it would start.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it would end.' })
  endsAt!: Date;

  @Field(() => StayObstacle, { description: 'What stands in the way.' })
  obstacle!: InstanceType<typeof StayObstacle>;
}

/** Enough to see what is wrong. */
const MOST_SHOWN = 20;

export const lackingStays = (obstructed: readonly ObstructedStay[]): LackingStay[] =>
  obstructed
    .slice(0, MOST_SHOWN)
    .map(({ stay: { startsAt, endsAt }, refusal }) =>
      Object.assign(new LackingStay(), { startsAt, endsAt, obstacle: StayObstacle.of(refusal) }),
    );
