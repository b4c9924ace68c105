import { civilDate, localTime } from '@relais/platform/database/columns.ts';
import { CivilDate, LocalTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Centre } from './centre.ts';

@ObjectType({
  description: 'Days on which a centre is closed, or opens later or closes earlier than on others.',
})
@Entity('closures')
@Index('closures_of_centre', ['centreId', 'endsOn'])
@Check('closure_starts_before_it_ends', 'starts_on <= ends_on')
@Check('closure_opens_before_it_closes', 'opening_time < closing_time')
@Check(
  'closure_on_the_half_hour',
  'extract(epoch from opening_time)::numeric % 1800 = 0 and extract(epoch from closing_time)::numeric % 1800 = 0',
)
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

  @Field(() => LocalTime, {
    nullable: true,
    description:
      'On these days it opens at this time only; absent where it opens as usual, or, `closesAt` being absent too, not at all.',
  })
  @Column({ ...localTime, name: 'opening_time', nullable: true })
  opensAt!: Temporal.PlainTime | null;

  @Field(() => LocalTime, {
    nullable: true,
    description:
      'On these days it closes at this time already; absent where it closes as usual, or, `opensAt` being absent too, is closed all day.',
  })
  @Column({ ...localTime, name: 'closing_time', nullable: true })
  closesAt!: Temporal.PlainTime | null;

  @Field(() => String, { description: 'Why, in the words of the centre.' })
  @Column('text')
  reason!: string;

  @Field(() => Boolean, {
    description:
      'Whether the centre is not open yet, or closed for good: such days are not opened by withdrawing the closure.',
  })
  @Column('boolean', { name: 'is_lasting', default: false })
  isLasting!: boolean;
}
