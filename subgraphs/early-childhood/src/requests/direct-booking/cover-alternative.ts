import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ObjectType } from 'type-graphql';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { CareMiss, CareOption } from '../../options/care-options/care-option.ts';

@ObjectType({ description: 'What could be done for a stretch of time that lacks care.' })
export class CoverAlternative {
  childId!: string;

  @Field(() => CareKind, { description: 'The kind of care that its notice allows.' })
  kind!: CareKind;

  @Field(() => DateTime, { description: 'Start of what is missing, on the half-hour.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'End of what is missing, on the half-hour.' })
  endsAt!: Date;

  @ListSize(5)
  @Field(() => [CareOption], {
    description: 'Up to 5: those that fit it whole, then those that fit in part.',
  })
  options!: CareOption[];

  @ListSize(5)
  @Field(() => [CareMiss], {
    description:
      'Up to 5: what stands in the way elsewhere, one section of each centre, what can be changed first.',
  })
  nearestMisses!: CareMiss[];
}
