import { oneOf } from '@relais/platform/database/columns.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

export const ProfessionalRole = enumOf('ProfessionalRole', 'What a professional does for families.', {
  CASEWORKER: 'Social worker of the département or the CAF.',
  EMPLOYMENT_ADVISOR: 'Advisor of the employment service.',
  CARE_COORDINATOR: 'Coordinator at the early-childhood service point.',
});
export type ProfessionalRole = keyof typeof ProfessionalRole;

/** Known by the sign-in (`sub`); whoever is named before having signed in is kept as named. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'Somebody who works for families at one of the agencies.' })
@Entity('professionals')
@Unique('professionals_one_per_sign_in', ['sub'])
@Check('professionals_role_known', oneOf('role', ProfessionalRole))
export class Professional {
  @Field(() => ID, { description: 'Identifies the professional.' })
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
}
