import type { Word } from '@relais/platform/graphql/reasons.ts';
import { refusalOf } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ObjectType } from 'type-graphql';
import type { RefusedStay } from '../bookings/booking.rules.ts';
import { stayReasons } from './placement.reasons.ts';

const StayObstacle = refusalOf('StayObstacle', stayReasons);

/** A stretch of a placement that cannot be, and why. */
export type RefusedPlacementStay = RefusedStay<Word<typeof stayReasons>>;

@ObjectType('LackingStay', {
  description: 'A stretch of care that cannot be booked, and what stands in the way.',
})
export class ObstructedStay {
  @Field(() => DateTime, { description: 'When it would start.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it would end.' })
  endsAt!: Date;

  @Field(() => StayObstacle, { description: 'What stands in the way.' })
  obstacle!: InstanceType<typeof StayObstacle>;
}

/** Enough to see what is wrong. */
const MOST_SHOWN = 20;

export const shownObstructed = (obstructed: readonly RefusedPlacementStay[]): ObstructedStay[] =>
  obstructed
    .slice(0, MOST_SHOWN)
    .map(({ stay: { startsAt, endsAt }, refusal, details }) =>
      Object.assign(new ObstructedStay(), { startsAt, endsAt, obstacle: StayObstacle.of(refusal, details) }),
    );
