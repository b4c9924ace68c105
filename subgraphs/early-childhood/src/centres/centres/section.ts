import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Centre } from './centre.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'An age group inside a centre, with its places.' })
@Entity('sections')
@Index('sections_of_centre', ['centreId'])
@Unique('section_id_with_its_centre', ['id', 'centreId'])
@Check('section_has_places', 'places > 0')
@Check('section_staff_is_counted', 'staff >= 0')
@Check('section_ages_in_order', 'min_age_months >= 0 and min_age_months < max_age_months')
export class Section {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Centre, { name: 'section_of_a_known_centre' })
  @Column('uuid', { name: 'centre_id' })
  centreId!: string;

  @Field(() => String, { description: 'Name, for example “Les petits”.' })
  @Column('text')
  name!: string;

  @Field(() => Int, { description: 'Youngest age in completed months.' })
  @Column('integer', { name: 'min_age_months' })
  minAgeMonths!: number;

  @Field(() => Int, { description: 'Age in months from which a child is too old for it.' })
  @Column('integer', { name: 'max_age_months' })
  maxAgeMonths!: number;

  @Field(() => Int, { description: 'Children who may be in it at once, emergencies apart.' })
  @Column('integer')
  places!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Professionals beside the children, as far as the records know them.',
  })
  @Column('integer', { nullable: true })
  staff!: number | null;
}

/** A section with its centre. */
export type SectionOfCentre = { readonly centre: Centre; readonly section: Section };
