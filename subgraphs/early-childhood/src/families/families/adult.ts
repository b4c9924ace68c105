import { civilDate } from '@relais/platform/database/columns.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Authorized, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Permission } from '../../permissions.ts';
import { Family } from './family.ts';

/** Other agencies point at adults: what only this one knows is nullable, so that its absence takes nothing else along. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A parent, or an adult who stands in for one.' })
@Entity('adults')
@Index('adults_of_family', ['familyId'])
@Index('adults_by_phone', ['phone'], { where: 'phone is not null' })
@Check('adult_joins_before_leaving', 'joined_on <= left_on')
@Index('adults_merged', ['mergedInto'], { where: 'merged_into is not null' })
@Check('adult_not_merged_into_itself', 'merged_into <> id')
export class Adult {
  @Field(() => ID, { description: 'Stable identifier, the same in the three agencies.' })
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Family, { name: 'adult_of_a_known_family' })
  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Field(() => String, { nullable: true, description: 'First name.' })
  @Column('text', { name: 'first_name' })
  firstName!: string;

  @Field(() => String, { nullable: true, description: 'Last name.' })
  @Column('text', { name: 'last_name' })
  lastName!: string;

  @Authorized<Permission>('family:details')
  @Field(() => CivilDate, { nullable: true, description: 'Day of birth; absent when not known.' })
  @Column({ ...civilDate, name: 'birth_date', nullable: true })
  birthDate!: Temporal.PlainDate | null;

  @Authorized<Permission>('adult:phone')
  @Field(() => String, {
    nullable: true,
    description: 'Telephone in international form, for example `+33612345678`.',
  })
  @Column('text', { nullable: true })
  phone!: string | null;

  @Authorized<Permission>('adult:contact')
  @Field(() => String, {
    nullable: true,
    description: 'Language to speak in, as a BCP 47 tag, for example `fr`, `ar`.',
  })
  @Column('text', { name: 'preferred_language' })
  preferredLanguage!: string;

  @Authorized<Permission>('adult:contact')
  @Field(() => Boolean, { nullable: true, description: 'An interpreter is needed to understand each other.' })
  @Column('boolean', { name: 'needs_interpreter' })
  needsInterpreter!: boolean;

  @Authorized<Permission>('family:details')
  @Field(() => CivilDate, {
    nullable: true,
    description: 'First day in the family; absent for who was there when it was registered.',
  })
  @Column({ ...civilDate, name: 'joined_on', nullable: true })
  joinedOn!: Temporal.PlainDate | null;

  @Authorized<Permission>('family:details')
  @Field(() => CivilDate, {
    nullable: true,
    description:
      'The day the adult left the family, from which the adult no longer counts; absent while in it.',
  })
  @Column({ ...civilDate, name: 'left_on', nullable: true })
  leftOn!: Temporal.PlainDate | null;

  /** The adult that stays, when this one was registered twice; never one that is merged itself. */
  @ForeignKey(() => Adult, { name: 'adult_merged_into_a_known_one' })
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @Field(() => Int, { nullable: true, description: 'Rises with every change.' })
  @Column('integer')
  version!: number;
}
