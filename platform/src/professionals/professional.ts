import type { Temporal } from 'temporal-polyfill';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { FollowerRole } from '../auth/user.ts';
import { civilDate, oneOf } from '../database/columns.ts';
import { enumOf } from '../graphql/enums.ts';
import { ListSize } from '../graphql/list-size.ts';
import { CivilDate } from '../graphql/scalars.ts';

const meanings = {
  CASEWORKER: 'Social worker of the département or the CAF.',
  EMPLOYMENT_ADVISOR: 'Advisor of the employment service.',
  CARE_COORDINATOR: 'Coordinator at the early-childhood service point.',
} satisfies Record<FollowerRole, string>;
export const ProfessionalRole = enumOf(
  'ProfessionalRole',
  'What a professional does for families.',
  meanings,
);
export type ProfessionalRole = keyof typeof ProfessionalRole;

/**
 * An entry of the directory, of which every agency has a copy: social-protection keeps it and tells the others. Each knows
 * whoever signs in there as well, who may not have been told of yet; such a row has the version 0.
 */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'Somebody who works for families at one of the agencies, as the directory says.' })
@Entity('professionals')
@Unique('professionals_one_per_sign_in', ['sub'])
@Index('professionals_by_name', ['name', 'id'])
@Check('professionals_role_known', oneOf('role', ProfessionalRole))
@Check(
  'professional_absence_has_a_beginning',
  'absent_from is not null or (absent_to is null and stand_in_sub is null)',
)
export class Professional {
  @Field(() => ID, { description: 'Identifies the professional, wherever a colleague is named.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'professionals_pkey' })
  id!: string;

  @Field(() => String, { description: 'The sign-in, as the `sub` of the token says it.' })
  @Column('text')
  sub!: string;

  @Field(() => String, { description: 'First and last name.' })
  @Column('text')
  name!: string;

  @Field(() => ProfessionalRole, { description: 'What the professional does.' })
  @Column('text')
  role!: ProfessionalRole;

  @Field(() => String, { description: 'The agency the professional works for.' })
  @Column('text')
  agency!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where the professional works; absent when nobody said.',
  })
  @Column('text', { nullable: true })
  place!: string | null;

  @ListSize(3)
  @Field(() => [ID], {
    description: 'The districts whose families the professional works for, by their ids.',
  })
  @Column('uuid', { name: 'district_ids', array: true })
  districtIds!: string[];

  @Field(() => String, { nullable: true, description: 'The telephone at work; absent when nobody said.' })
  @Column('text', { nullable: true })
  phone!: string | null;

  @Field(() => CivilDate, { nullable: true, description: 'First day away; absent when no absence is known.' })
  @Column({ ...civilDate, name: 'absent_from', nullable: true })
  absentFrom!: Temporal.PlainDate | null;

  @Field(() => CivilDate, { nullable: true, description: 'First day back; absent while nobody knows it.' })
  @Column({ ...civilDate, name: 'absent_to', nullable: true })
  absentTo!: Temporal.PlainDate | null;

  @Column('text', { name: 'stand_in_sub', nullable: true })
  standInSub!: string | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'First day on which the professional no longer works there.',
  })
  @Column({ ...civilDate, name: 'departed_on', nullable: true })
  departedOn!: Temporal.PlainDate | null;

  @Field(() => Int, { description: 'The version to send with a change.' })
  @Column('integer')
  version!: number;
}
