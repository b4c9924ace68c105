import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How much of the duplicate is the survivor’s now, or would be.' })
export class MovedRecords {
  @Field(() => Int, { description: 'Adults, those who were in both files included.' })
  adults!: number;

  @Field(() => Int, { description: 'Children, those who were in both files included.' })
  children!: number;

  @Field(() => Int, { description: 'Bookings, past and cancelled ones included.' })
  bookings!: number;

  @Field(() => Int, { description: 'Placements.' })
  placements!: number;

  @Field(() => Int, { description: 'Care requests.' })
  careRequests!: number;

  @Field(() => Int, { description: 'Milestones of the job search.' })
  milestones!: number;
}
