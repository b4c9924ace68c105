import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InformationSource } from '../entitlements/information-source.ts';

/** Rows are only added: a trigger refuses to change or delete them. Each names those it replaces. */
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
  @Field(() => ID, { description: 'Identifies the statement.' })
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

  @Column('uuid', { array: true, default: '{}' })
  replaces!: string[];

  @Field(() => Boolean, {
    description:
      'Whether the fee follows from it. Of two statements of one year that a merge of files left, the one recorded last does until one is chosen.',
  })
  prevails!: boolean;

  @Field(() => Int, {
    description: 'The version to send with a choice: how many statements of this year were ever recorded.',
  })
  version!: number;
}
