import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Family } from '../families/family.ts';
import { SharedResidence } from './shared-residence.ts';

@ObjectType({
  description: 'A stretch of time that a child in shared residence spends with one of its families.',
})
@Entity('residence_periods')
@Index('residence_periods_of_family', ['familyId'])
@Check('residence_period_starts_before_it_ends', 'starts_at < ends_at')
@Exclusion(
  'residence_with_one_family_at_a_time',
  'using gist (child_id with =, tstzrange(starts_at, ends_at) with &&)',
)
export class ResidencePeriod {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => SharedResidence, 'childId', { name: 'residence_period_of_a_shared_residence' })
  @Column('uuid', { name: 'child_id' })
  childId!: string;

  @ForeignKey(() => Family, { name: 'residence_period_with_a_known_family' })
  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Field(() => DateTime, { description: 'When the child comes.' })
  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When the child leaves.' })
  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;
}
