import { civilDate, oneOf } from '@relais/platform/database/columns.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Placement } from './placement.ts';

export const PauseKind = enumOf('PauseKind', 'Why care of a placement does not take place on some days.', {
  SUSPENSION: 'The placement is suspended and can run again.',
  ABSENCE: 'The child’s absence was announced.',
});
export type PauseKind = keyof typeof PauseKind;

@ObjectType({
  description: 'Days on which care of a placement does not take place; its hours are free for others.',
})
@Entity('placement_pauses')
@Index('pauses_of_placement', ['placementId', 'startsOn'])
@Check('pause_kind_is_known', oneOf('kind', PauseKind))
@Check('pause_starts_before_it_ends', 'starts_on <= ends_on')
@Exclusion(
  'placement_suspended_once_at_a_time',
  "using gist (placement_id with =, daterange(starts_on, ends_on, '[]') with &&) where (kind = 'SUSPENSION')",
)
export class PlacementPause {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Placement, { name: 'pause_of_a_known_placement' })
  @Column('uuid', { name: 'placement_id' })
  placementId!: string;

  @Field(() => PauseKind, { description: 'Suspension or announced absence.' })
  @Column('text')
  kind!: PauseKind;

  @Field(() => CivilDate, { description: 'First day without care.' })
  @Column({ ...civilDate, name: 'starts_on' })
  startsOn!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'Last day without care.' })
  @Column({ ...civilDate, name: 'ends_on' })
  endsOn!: Temporal.PlainDate;

  @Field(() => String, { description: 'Why, in the words of whoever recorded it.' })
  @Column('text')
  reason!: string;
}
