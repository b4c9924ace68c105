import { oneOf } from '@relais/platform/database/columns.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Family } from '../families/family.ts';
import { ResidenceSource } from './residence-kinds.ts';
import { SharedResidence } from './shared-residence.ts';

const STORED_SOURCES = Object.keys(ResidenceSource).filter((source) => source !== 'UNKNOWN');

@ObjectType({
  description:
    'A stretch of time that a child in shared residence spends with one of its families, or of which nobody knows with which.',
})
@Entity('residence_periods')
@Index('residence_periods_of_family', ['familyId'])
@Check('residence_period_starts_before_it_ends', 'starts_at < ends_at')
@Check('residence_period_source_is_known', oneOf('source', STORED_SOURCES))
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

  @Field(() => ResidenceSource, {
    description: 'Why it is with this family then; `UNKNOWN` when nobody knows.',
  })
  @Column('text', { default: 'CALENDAR' })
  source!: ResidenceSource;
}
