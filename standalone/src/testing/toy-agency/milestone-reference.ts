import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A milestone is employment's; only the ride to it is added here. */
@Directive('@key(fields: "id")')
@ObjectType('Milestone', { description: 'A dated step of a job search, kept by the employment service.' })
export class MilestoneReference {
  @Field(() => ID, { description: 'Stable identifier.' })
  id!: string;
}
