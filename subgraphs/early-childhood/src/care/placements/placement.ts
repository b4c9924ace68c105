import { civilDate, oneOf } from '@relais/platform/database/columns.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { Section } from '../../centres/centres/section.ts';
import { weeklyHoursColumn } from '../../centres/centres/weekly-hours.ts';
import { Child } from '../../families/families/child.ts';
import { Family } from '../../families/families/family.ts';
import { type FamiliarisationStay, familiarisationColumn } from './familiarisation.ts';
import { PatternLine } from './pattern-line.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A child’s agreed weekly hours in a section over a period (contrat d’accueil).' })
@Entity('placements')
@Index('placements_of_child', ['childId', 'startsOn'])
@Index('placements_of_family', ['familyId'])
@Index('placements_of_section', ['sectionId'])
@Check('placement_kind_is_known', oneOf('kind', CareKind))
@Check(
  'placement_ends_at_the_earliest_before_it_starts',
  'starts_on <= ends_on or (ends_on = starts_on - 1 and end_reason is not null)',
)
@Check('placement_familiarisation_is_a_list', "jsonb_typeof(familiarisation) = 'array'")
@Unique('placement_continued_once', ['continuesId'])
@Check('placement_lasts_a_year_at_most', "ends_on < starts_on + interval '12 months'")
export class Placement {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Child, { name: 'placement_of_a_known_child' })
  @Column('uuid', { name: 'child_id' })
  childId!: string;

  @ForeignKey(() => Family, { name: 'placement_of_a_known_family' })
  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @ForeignKey(() => Section, { name: 'placement_in_a_known_section' })
  @Column('uuid', { name: 'section_id' })
  sectionId!: string;

  @Field(() => CareKind, { description: 'The kind of care agreed.' })
  @Column('text')
  kind!: CareKind;

  @Field(() => CivilDate, { description: 'First day.' })
  @Column({ ...civilDate, name: 'starts_on' })
  startsOn!: Temporal.PlainDate;

  @Field(() => CivilDate, {
    description:
      'Last day, less than 12 months after the first; the day before the first when it was called off.',
  })
  @Column({ ...civilDate, name: 'ends_on' })
  endsOn!: Temporal.PlainDate;

  @ListSize(5)
  @Field(() => [PatternLine], { description: 'The agreed hours of an ordinary week.' })
  @Column(weeklyHoursColumn('weekly_pattern', () => new PatternLine()))
  weeklyPattern!: PatternLine[];

  /** As agreed; after a change of hours both placements hold them, each shows those on its days. */
  @Column(familiarisationColumn)
  familiarisation!: FamiliarisationStay[];

  /** First day of the agreed hours, where days of familiarisation come before them; else they begin with the placement. */
  @Column({ ...civilDate, name: 'ordinary_from', nullable: true })
  ordinaryFrom!: Temporal.PlainDate | null;

  @Field(() => Boolean, {
    description: 'A place kept for a parent who looks for work: 6 months, once renewable (AVIP charter).',
  })
  @Column('boolean', { name: 'is_insertion_contract' })
  isInsertionContract!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why it ends earlier than agreed; absent when it does not.',
  })
  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: string | null;

  @ForeignKey(() => Placement, { name: 'placement_continues_a_known_one' })
  @Column('uuid', { name: 'continues_id', nullable: true })
  continuesId!: string | null;

  @Field(() => Int, { description: 'How often what was first agreed has been renewed.' })
  @Column('integer')
  renewals!: number;

  @Field(() => Int, { description: 'Rises with every change.' })
  @Column('integer')
  version!: number;
}
