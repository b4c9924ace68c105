import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InformationSource } from '../entitlements/information-source.ts';

/** Rows are only added: a trigger refuses to change or delete them; the newest of a year counts. */
@ObjectType({
  description: 'Resources of a family in one year, before tax abatements. Not the quotient familial.',
})
@Entity('resources')
@Index('resources_by_family', ['familyId', 'year', 'recordedAt'])
@Check('resources_amount_not_negative', 'yearly_amount_cents >= 0')
@Check('resources_year_plausible', 'year between 2000 and 2100')
@Check(
  'resources_children_plausible',
  'dependent_children between 0 and 30 and aeeh_children between 0 and dependent_children',
)
@Check('resources_source_known', `source in ('CAF', 'MSA', 'TYPED_IN')`)
export class Resources {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'resources_pkey' })
  id!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Field(() => Int, { description: 'The year in which they were had.' })
  @Column('integer')
  year!: number;

  @Field(() => Int, { description: 'Euro cents in that year, before tax abatements.' })
  @Column('integer', { name: 'yearly_amount_cents' })
  yearlyAmountCents!: number;

  @Field(() => Int, { description: 'Dependent children, for the rate of the fee.' })
  @Column('integer', { name: 'dependent_children' })
  dependentChildren!: number;

  @Field(() => Int, { description: 'How many of them have the AEEH; each gives the next lower rate.' })
  @Column('integer', { name: 'aeeh_children' })
  aeehChildren!: number;

  @Field(() => InformationSource, { description: 'Who told us.' })
  @Column('text')
  source!: InformationSource;

  @Field(() => DateTime, { description: 'When it was recorded here.' })
  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;
}
