import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { refusalOf } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { Field, ObjectType } from 'type-graphql';
import { stayReasons } from './placement.reasons.ts';

const StayObstacle = refusalOf('StayObstacle', stayReasons);

/** A stretch that cannot be, and why. */
export type StayInTheWay = Refused<Word<typeof stayReasons>> & { readonly stay: Period };

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
