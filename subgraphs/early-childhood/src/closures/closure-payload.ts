import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Authorized, Field, Int, ObjectType } from 'type-graphql';
import { Centre } from '../centres/centre.ts';
import { Closure } from '../centres/closure.ts';
import { UncoveredMilestone } from '../childcare-cover/uncovered-milestone.ts';
import type { Permission } from '../permissions.ts';
import type { CloseCentreRefusalReason, CloseCentreResult } from './close-centre.ts';
import { closureMessages } from './closure.messages.ts';
import type { WithdrawClosureRefusalReason } from './withdraw-closure.ts';

const CloseCentreRefusal = refusalOfCatalogue<CloseCentreRefusalReason>(
  'CloseCentreRefusal',
  {
    UNKNOWN_CENTRE: 'A centre does not exist, or is not one of the staff member’s.',
    REASON_MISSING: 'No reason was given.',
    CENTRES_OR_ALL: 'Neither centres nor all municipal ones were named, or both.',
    PERIOD_ENDS_BEFORE_IT_STARTS: 'The last day comes before the first.',
    IN_THE_PAST: 'The first day has passed.',
    TOO_MUCH_AT_ONCE: 'More than 184 days, or more than forty centres for a month (1,240 days of centres).',
    OVERLAPPING_CLOSURE:
      'A centre is closed on some of these days already (`alreadyClosed`); the others would be closed.',
    ALREADY_CLOSED: 'All of these centres are closed on all of these days already.',
    CONFLICT: 'This id was already used for another closure.',
  },
  closureMessages,
  ['OVERLAPPING_CLOSURE'],
);

export const WithdrawClosureRefusal = refusalOfCatalogue<WithdrawClosureRefusalReason>(
  'WithdrawClosureRefusal',
  {
    UNKNOWN_CLOSURE: 'No closure has this id, or it is of a centre that is not the staff member’s.',
    IN_THE_PAST: 'The closure is over.',
  },
  closureMessages,
);

@ObjectType({ description: 'The closures, and what they take away, or why nothing was closed.' })
export class CloseCentrePayload {
  @ListSize(60)
  @Field(() => [Closure], {
    nullable: true,
    description:
      'One closure per centre and stretch of days that was not closed, as made or as they would be in a preview; absent when refused.',
  })
  closures?: readonly Closure[];

  @Field(() => Int, { description: 'How many bookings are given back.' })
  freedBookings!: number;

  @Authorized<Permission>('care:read')
  @ListSize(20)
  @Field(() => [UncoveredMilestone], {
    nullable: true,
    description: 'The upcoming milestones that lose cover, first to last; not shared with centre staff.',
  })
  uncoveredMilestones!: readonly UncoveredMilestone[];

  @ListSize(60)
  @Field(() => [Closure], {
    description: 'With `OVERLAPPING_CLOSURE` and `ALREADY_CLOSED`: the closures that are there.',
  })
  alreadyClosed!: readonly Closure[];

  @Field(() => CloseCentreRefusal, {
    nullable: true,
    description: 'Why nothing was closed; absent when it was.',
  })
  refusal?: InstanceType<typeof CloseCentreRefusal>;
}

@ObjectType({ description: 'The centre, open again, or why it stays closed.' })
export class WithdrawClosurePayload {
  @Field(() => Centre, { nullable: true, description: 'The centre; absent when refused.' })
  centre?: Centre | null;

  @Field(() => Int, { description: 'How many stretches of its placements are booked again.' })
  bookedAgain!: number;

  @Field(() => Int, {
    description: 'How many of them are not, because the child is looked after elsewhere or there is no room.',
  })
  notBookedAgain!: number;

  @Field(() => WithdrawClosureRefusal, {
    nullable: true,
    description: 'Why it stays closed; absent when it does not.',
  })
  refusal?: InstanceType<typeof WithdrawClosureRefusal>;
}

export const closedPayload = (result: CloseCentreResult): CloseCentrePayload => {
  if (!('refusal' in result)) return { ...result, alreadyClosed: [] };
  const { refusal, alreadyClosed = [] } = result;
  return {
    refusal: CloseCentreRefusal.of(refusal),
    freedBookings: 0,
    uncoveredMilestones: [],
    alreadyClosed,
  };
};
