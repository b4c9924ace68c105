import { enumOf } from '@relais/platform/graphql/enums.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ObjectType } from 'type-graphql';
import { CoverStatus } from './cover-status.ts';
import { MilestoneReference } from './milestone-reference.ts';

export const WithoutCareOrder = enumOf('WithoutCareOrder', 'How milestones without care are sorted.', {
  SOONEST_FIRST: 'By when they start.',
  WORST_FIRST:
    'Those without any care, those that cannot be judged, those with some; of each the soonest first.',
});
export type WithoutCareOrder = keyof typeof WithoutCareOrder;

@ObjectType({ description: 'An upcoming milestone whose children lack care, wholly or in part.' })
export class MilestoneWithoutCare {
  @Field(() => MilestoneReference, { nullable: true, description: 'The milestone.' })
  milestone!: MilestoneReference;

  @Field(() => DateTime, { description: 'When it starts, as last told here.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends, as last told here.' })
  endsAt!: Date;

  @Field(() => CoverStatus, { description: 'Its cover: the worst of its children.' })
  status!: CoverStatus;
}
