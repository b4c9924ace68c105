import { ArgsType, Field } from 'type-graphql';
// brings the metadata type-graphql needs
import 'typeorm';
import { PageArguments } from '../graphql/connection.ts';
import { DateTime } from '../graphql/scalars.ts';
import { DeskOrder, DeskUrgency } from './desk-words.ts';

/** What every desk can be asked; each agency adds its kinds. */
@ArgsType()
export class DeskArguments extends PageArguments {
  @Field(() => [DeskUrgency], { nullable: true, description: 'Only what is so urgent; all when left out.' })
  urgencies?: DeskUrgency[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Only what is due before then.' })
  dueBefore?: Date | null;

  @Field(() => DeskOrder, {
    defaultValue: DeskOrder.MOST_URGENT_FIRST,
    description: 'How it is sorted.',
  })
  order!: DeskOrder;
}
