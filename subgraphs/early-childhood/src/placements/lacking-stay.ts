import { meaningsOf } from '@relais/platform/graphql/reasons.ts';
import { type RefusalDetails, refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ObjectType } from 'type-graphql';
import { obstacles } from '../bookings/booking.reasons.ts';
import type { BookingObstacle } from '../bookings/booking.rules.ts';
import type { Period } from '../bookings/places.rules.ts';
import type { LossReason } from './lost-hours.rules.ts';
import { placementMessages } from './placement.messages.ts';

export const lossMeanings = {
  OUTSIDE_PLACEMENT: 'The day is not one of the placement.',
  CARE_RESTS: 'The placement is suspended then, or an absence was announced.',
} as const;

const StayObstacle = refusalOfCatalogue<BookingObstacle | LossReason>(
  'StayObstacle',
  { ...meaningsOf(obstacles), ...lossMeanings },
  placementMessages,
);

/** A stretch that cannot be, and why: no place, or hours that were asked for on a day without care. */
export type StayInTheWay = {
  readonly stay: Period;
  readonly refusal: BookingObstacle | LossReason;
  readonly details?: RefusalDetails;
};

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

export const lackingStays = (obstructed: readonly StayInTheWay[]): LackingStay[] =>
  obstructed
    .slice(0, MOST_SHOWN)
    .map(({ stay: { startsAt, endsAt }, refusal, details }) =>
      Object.assign(new LackingStay(), { startsAt, endsAt, obstacle: StayObstacle.of(refusal, details) }),
    );
