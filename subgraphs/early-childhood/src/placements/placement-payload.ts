import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { meaningsOf } from '@relais/platform/graphql/reasons.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import { obstacles } from '../bookings/booking.reasons.ts';
import type { BookingObstacle } from '../bookings/booking.rules.ts';
import { UncoveredMilestone } from '../childcare-cover/uncovered-milestone.ts';
import type { WouldBe } from './as-it-would-be.ts';
import { LackingStay, lackingStays, type StayInTheWay } from './lacking-stay.ts';
import { type PlacementReason, placementMessages } from './placement.messages.ts';
import { Placement } from './placement.ts';

/** A placement as changed, and the milestones that its change leaves without care. */
export type ChangedPlacement = {
  readonly placement: Placement;
  readonly uncoveredMilestones: UncoveredMilestone[];
  /** Of a preview: what the fields of the placement would answer. */
  readonly wouldBe?: WouldBe;
};

export type PlacementResult<Reason extends PlacementReason> =
  | ChangedPlacement
  | { readonly refusal: Reason; readonly obstructed?: readonly StayInTheWay[] };

/** What every step of a placement may be refused for. */
export const standingMeanings = {
  UNKNOWN_PLACEMENT: 'No placement has this id.',
  STALE_VERSION: 'The placement changed since it was read.',
  NOT_STARTED_YET: 'The placement has not started.',
  IS_SUSPENDED: 'The placement is suspended.',
  ALREADY_ENDED: 'The placement is over.',
} as const;

export const dayMeanings = {
  IN_THE_PAST: 'The day has passed.',
  OUTSIDE_PLACEMENT: 'The day is not one of the placement.',
} as const;

export const patternMeanings = {
  PATTERN_EMPTY: 'No hours were given.',
  WEEKDAY_UNKNOWN: 'A weekday of the pattern is not 1 to 7.',
  LINE_ENDS_BEFORE_IT_STARTS: 'The end of a pattern line does not follow its start.',
  NOT_ON_THE_HALF_HOUR: 'A start or end is not on the hour or half-hour.',
  LINES_OVERLAP: 'Two lines of the pattern overlap.',
} as const;

export const bookingMeanings: Readonly<Record<BookingObstacle | 'UNKNOWN_SECTION', string>> = {
  ...meaningsOf(obstacles),
  UNKNOWN_SECTION: 'No section has this id.',
};

/** The payload of a mutation that changes a placement; `name` is that of the mutation, in capitals as types are. */
export const placementPayloadOf = <Reason extends PlacementReason>(
  name: string,
  reasons: Readonly<Record<Reason, string>>,
) => {
  const Refusal = refusalOfCatalogue<Reason>(`${name}Refusal`, reasons, placementMessages);

  @ObjectType(`${name}Payload`, { description: 'The placement as changed, or why it stays as it was.' })
  class Payload {
    @Field(() => Placement, {
      nullable: true,
      description: 'The placement as changed, or as it would be in a preview; absent when refused.',
    })
    placement?: Placement;

    @ListSize(20)
    @Field(() => [UncoveredMilestone], {
      description: 'The upcoming milestones that lose cover, first to last; none when refused.',
    })
    uncoveredMilestones!: UncoveredMilestone[];

    @ListSize(30)
    @Field(() => [LackingStay], {
      description:
        'With a refusal for lack of a place, a day without care or another obstacle: up to 20 of the stretches it concerns.',
    })
    lackingStays!: LackingStay[];

    @Field(() => Refusal, { nullable: true, description: 'Why nothing was changed; absent when it was.' })
    refusal?: InstanceType<typeof Refusal>;

    static of(result: PlacementResult<Reason>): Payload {
      if (!('refusal' in result)) return { ...result, lackingStays: [] };
      const { refusal, obstructed = [] } = result;
      return {
        refusal: Refusal.of(refusal, obstructed[0]?.details),
        uncoveredMilestones: [],
        lackingStays: lackingStays(obstructed),
      };
    }
  }
  return Payload;
};
