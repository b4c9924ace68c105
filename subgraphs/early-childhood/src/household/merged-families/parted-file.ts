import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One of two files that were merged by mistake and are two again, or would be.' })
export class PartedFile {
  @Field(() => ID, { description: 'The family.' })
  familyId!: string;

  @Field(() => String, { description: 'What professionals call it by.' })
  reference!: string;

  @Field(() => Int, { description: 'Its version from now on.' })
  version!: number;

  @Field(() => Int, { description: 'The adults in it, also those who left.' })
  adults!: number;

  @Field(() => Int, { description: 'The children in it, also those who left.' })
  children!: number;

  @Field(() => Int, { description: 'Its bookings, past and cancelled ones included.' })
  bookings!: number;

  @Field(() => Int, { description: 'Its placements.' })
  placements!: number;

  @Field(() => Int, { description: 'Its care requests.' })
  careRequests!: number;

  @Field(() => Int, { description: 'Its milestones of the job search.' })
  milestones!: number;
}
