import { Confirmable } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Days on which centres are to be closed.' })
export class CloseCentreInput extends Confirmable {
  @Field(() => ID, {
    nullable: true,
    description: 'Made by the client, so that sending again closes once, and goes on where it broke off.',
  })
  id?: string | null;

  @Field(() => [ID], {
    defaultValue: [],
    description: 'The centres, or none when all municipal ones are meant.',
  })
  centreIds!: string[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'All centres that the city runs, as on a public holiday.',
  })
  allMunicipal!: boolean;

  @Field(() => CivilDate, { description: 'First closed day, today at the earliest.' })
  from!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'Last closed day.' })
  to!: Temporal.PlainDate;

  @Field(() => String, { description: 'Why, as families may read it.' })
  reason!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only show what it would answer; nothing is changed.',
  })
  preview!: boolean;
}
