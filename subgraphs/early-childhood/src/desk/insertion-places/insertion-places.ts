import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('AvipShare', {
  description:
    'How far an AVIP centre (à vocation d’insertion professionnelle) kept, in a month, at least 20 % of its children for parents looking for work.',
})
export class InsertionPlaces {
  @Field(() => CivilDate, { description: 'First day of the month.' })
  from!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'Last day of the month.' })
  to!: Temporal.PlainDate;

  @Field(() => Int, {
    description:
      'Of `children`, those with a placement there, marked as insertion contract, that holds on a day of the month.',
  })
  insertionChildren!: number;

  @Field(() => Int, {
    description:
      'Children with care there that starts in the month: booked and confirmed, whether they came or not; held and cancelled places do not count.',
  })
  children!: number;

  @Field(() => Float, {
    nullable: true,
    description: '`insertionChildren` out of `children`; absent when there are none.',
  })
  share!: number | null;

  @Field(() => Float, { description: 'The share to keep.' })
  leastShare!: number;

  @Field(() => Boolean, { description: 'Whether the share is kept; yes as well when there are no children.' })
  isKept!: boolean;
}
