import { civilDate } from '@relais/platform/database/columns.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Centre } from './centre.ts';

@ObjectType({ description: 'Days on which a centre is closed.' })
@Entity('closures')
@Index('closures_of_centre', ['centreId', 'endsOn'])
@Check('closure_starts_before_it_ends', 'starts_on <= ends_on')
export class Closure {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Centre, { name: 'closure_of_a_known_centre' })
  @Column('uuid', { name: 'centre_id' })
  centreId!: string;

  @Field(() => CivilDate, { description: 'First closed day.' })
  @Column({ ...civilDate, name: 'starts_on' })
  startsOn!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'Last closed day.' })
  @Column({ ...civilDate, name: 'ends_on' })
  endsOn!: Temporal.PlainDate;

  @Field(() => String, { description: 'Why, in the words of the centre.' })
  @Column('text')
  reason!: string;
}
