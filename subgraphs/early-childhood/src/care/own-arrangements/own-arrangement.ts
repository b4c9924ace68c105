import { civilDate, localTime, oneOf } from '@relais/platform/database/columns.ts';
import { CivilDate, DateTime, LocalTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Child } from '../../families/families/child.ts';
import { OwnArrangementKind } from './own-arrangement-kind.ts';

@ObjectType({
  description:
    'Time when a child is looked after otherwise (solution familiale). Either dated (`startsAt`, `endsAt`) or weekly (`weekday`, `from`, `to`, `startsOn`, `endsOn`).',
})
@Entity('own_arrangements')
@Index('own_arrangements_of_child', ['childId'])
@Check('own_arrangement_kind_is_known', oneOf('kind', OwnArrangementKind))
@Check(
  'own_arrangement_is_dated_or_weekly',
  `num_nonnulls(starts_at, ends_at) in (0, 2)
    and num_nonnulls(weekday, from_time, to_time, starts_on, ends_on) in (0, 5)
    and num_nonnulls(starts_at, weekday) = 1`,
)
@Check(
  'own_arrangement_starts_before_it_ends',
  'starts_at < ends_at or (from_time < to_time and starts_on <= ends_on)',
)
@Check('own_arrangement_weekday_is_iso', 'weekday between 1 and 7')
@Check('own_arrangement_school_is_weekly', "kind <> 'SCHOOL' or weekday is not null")
export class OwnArrangement {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Child, { name: 'own_arrangement_of_a_known_child' })
  @Column('uuid', { name: 'child_id' })
  childId!: string;

  @Field(() => OwnArrangementKind, { description: 'Who looks after the child.' })
  @Column('text')
  kind!: OwnArrangementKind;

  @Field(() => DateTime, { nullable: true, description: 'When it starts; absent when weekly.' })
  @Column('timestamptz', { name: 'starts_at', nullable: true })
  startsAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ends; absent when weekly.' })
  @Column('timestamptz', { name: 'ends_at', nullable: true })
  endsAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: '1 (Monday) to 7 (Sunday), as ISO 8601; absent when dated.',
  })
  @Column('integer', { nullable: true })
  weekday!: number | null;

  @Field(() => LocalTime, {
    nullable: true,
    description: 'Starts at, on each such weekday; absent when dated.',
  })
  @Column({ ...localTime, name: 'from_time', nullable: true })
  from!: Temporal.PlainTime | null;

  @Field(() => LocalTime, {
    nullable: true,
    description: 'Ends at, on each such weekday; absent when dated.',
  })
  @Column({ ...localTime, name: 'to_time', nullable: true })
  to!: Temporal.PlainTime | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'First day on which it may hold; absent when dated.',
  })
  @Column({ ...civilDate, name: 'starts_on', nullable: true })
  startsOn!: Temporal.PlainDate | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'Last day on which it may hold; absent when dated.',
  })
  @Column({ ...civilDate, name: 'ends_on', nullable: true })
  endsOn!: Temporal.PlainDate | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  @Column('integer')
  version!: number;

  /** A removed one stays, so that sending it again does not bring it back; nothing counts or shows it. */
  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;
}
