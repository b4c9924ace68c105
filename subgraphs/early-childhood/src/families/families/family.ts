import type { User } from '@relais/platform/auth/user.ts';
import { civilDate, oneOf } from '@relais/platform/database/columns.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { District } from '../../centres/districts/district.ts';
import type { FamilyHome } from '../family-addresses/family-home.ts';
import { HouseholdKind } from './household-kind.ts';

/** Whoever registered a family is the first who follows it. */
export type RegisteredBy = Pick<User, 'sub' | 'name' | 'role' | 'agency'>;

/** Other agencies point at families: what only this one knows is nullable, so that its absence takes nothing else along. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'Adults and dependent children known to the service point.' })
@Entity('families')
@Index('families_by_name', { synchronize: false })
@Index('families_of_district', ['districtId'])
@Unique('family_reference_is_unique', ['reference'])
@Check('family_household_kind_is_known', oneOf('household_kind', HouseholdKind))
@Index('families_merged', ['mergedInto'], { where: 'merged_into is not null' })
@Index('families_split', ['splitFromFamilyId'], { where: 'split_from_family_id is not null' })
@Check('family_not_merged_into_itself', 'merged_into <> id')
export class Family {
  @Field(() => ID, { description: 'Stable identifier, the same in the three agencies.' })
  @PrimaryColumn('uuid')
  id!: string;

  @Directive('@shareable')
  @Field(() => String, {
    nullable: true,
    description:
      'What professionals say to each other, for example `NAN-000143`. `NOT_SHARED` where the family is out of reach.',
  })
  @Column('text', { default: () => 'next_family_reference()' })
  reference!: string;

  @Field(() => String, { nullable: true, description: 'Name of the family in lists.' })
  @Column('text', { name: 'display_name' })
  displayName!: string;

  @Field(() => HouseholdKind, { nullable: true, description: 'Who brings the children up.' })
  @Column('text', { name: 'household_kind' })
  householdKind!: HouseholdKind;

  @ForeignKey(() => District, { name: 'family_in_a_known_district' })
  @Column('uuid', { name: 'district_id', nullable: true })
  districtId!: string | null;

  /** First day at the present address; `null` when the family was registered there. */
  @Column({ ...civilDate, name: 'address_since', nullable: true })
  addressSince!: Temporal.PlainDate | null;

  @Field(() => DateTime, { nullable: true, description: 'When the service point registered the family.' })
  @Column('timestamptz', { name: 'registered_at' })
  registeredAt!: Date;

  /** As the sign-in named them then; `null` when it was registered before this was kept. */
  @Column('jsonb', { name: 'registered_by', nullable: true })
  registeredBy!: RegisteredBy | null;

  /** The family that stays, when this one was registered twice; never one that is merged itself. */
  @ForeignKey(() => Family, { name: 'family_merged_into_a_known_one' })
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  /** The file that it was split off, when a couple separated. */
  @ForeignKey(() => Family, { name: 'family_split_from_a_known_one' })
  @Column('uuid', { name: 'split_from_family_id', nullable: true })
  splitFromFamilyId!: string | null;

  @Field(() => Int, { nullable: true, description: 'Rises with every change of the family or its members.' })
  @Column('integer')
  version!: number;

  /** Where it lives, as it was read with what ties the reader to it: `null` where they may not know. */
  readonly home?: FamilyHome | null;
}
