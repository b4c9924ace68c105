import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Field, Int, ObjectType } from 'type-graphql';
import { Adult } from '../../families/families/adult.ts';
import { Child } from '../../families/families/child.ts';
import { HouseholdKind } from '../../families/families/household-kind.ts';

@ObjectType({
  description: 'One of the two files once they are two: who is in it, and what care goes with them.',
})
export class FileAfterSplit {
  @Field(() => HouseholdKind, { description: 'Who brings up its children.' })
  householdKind!: HouseholdKind;

  @ListSize(2)
  @Field(() => [Adult], { description: 'Its adults.' })
  adults!: Adult[];

  @ListSize(3)
  @Field(() => [Child], { description: 'Its children, those who live there by turns included.' })
  children!: Child[];

  @Field(() => Int, { description: 'Placements of its children that have not ended.' })
  placements!: number;

  @Field(() => Int, { description: 'Care requests of its children that are open, with their offers.' })
  openCareRequests!: number;

  @Field(() => Int, { description: 'Bookings of its children that are not over, held ones included.' })
  bookingsToCome!: number;

  @Field(() => Int, {
    description:
      'How many of these were made for a milestone. They stand, and are given back with it no longer: of a child who leaves at once, of one who stays when the milestone goes.',
  })
  bookingsForMilestones!: number;

  @Field(() => Int, {
    description:
      'Stays of the children who leave, of this month and the last, that are over or due already: this file goes on paying them (`Family.careLeftToPay`). 0 in the new file.',
  })
  careLeftToPay!: number;
}
