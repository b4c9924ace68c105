import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'Children and adults of a centre during half an hour, at the moment of it that takes most adults: those who are there as was noted, and those who are expected where nothing was noted yet.',
})
export class StaffedHalfHour {
  @Field(() => DateTime, { description: 'When it starts.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => Int, { description: 'Children who are there.' })
  children!: number;

  @Field(() => Int, {
    description: 'Of them, those who do not walk, or of whom nobody said that they do.',
  })
  notWalking!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Adults that it takes: by the ratio that the centre chose (code de la santé publique R2324-46-4), in a kindergarten one for six children under three and one for fifteen from three on (R2324-47-4); two at least, in a micro-crèche from the fourth child on (R2324-43-1). Absent in a family crèche, where no such ratio holds.',
  })
  adultsNeeded!: number | null;

  @Field(() => Int, { nullable: true, description: 'Adults that are noted; absent where nobody noted any.' })
  adultsPresent!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Adults that lack; 0 when there are enough, absent where nobody noted any or no ratio holds.',
  })
  adultsLacking!: number | null;
}
