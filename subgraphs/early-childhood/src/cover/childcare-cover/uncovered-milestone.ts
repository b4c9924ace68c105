import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ObjectType } from 'type-graphql';
import { CoverStatus } from './cover-status.ts';
import { MilestoneReference } from './milestone-reference.ts';

@ObjectType({ description: 'An upcoming milestone that loses cover by a change.' })
export class UncoveredMilestone {
  @Field(() => MilestoneReference, {
    nullable: true,
    description: 'The milestone; what it shows of its cover is read anew, so a preview does not change it.',
  })
  milestone!: MilestoneReference;

  @Field(() => DateTime, { description: 'When it starts, as last told here.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends, as last told here.' })
  endsAt!: Date;

  @Field(() => CoverStatus, { description: 'Its cover once the change is made: the worst of its children.' })
  status!: CoverStatus;
}
