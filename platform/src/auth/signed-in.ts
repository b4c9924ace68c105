import { Directive, Field, ObjectType } from 'type-graphql';
import { enumOf } from '../graphql/enums.ts';
import type { Role, User } from './user.ts';

const meanings = {
  CASEWORKER: 'Social worker of the département or the CAF.',
  EMPLOYMENT_ADVISOR: 'Advisor of the employment service.',
  CARE_COORDINATOR: 'Coordinator at the early-childhood service point.',
  CENTRE_STAFF: 'Staff of a centre.',
  INTEGRATOR: 'A system.',
  AUDITOR: 'Checks how the practice works, and who reads what.',
} satisfies Record<Role, string>;
export const SignedInRole = enumOf('SignedInRole', 'What somebody is here for, as the token says.', meanings);

/** Who asks, as every agency reads the token; each adds what it lets this person do. */
@ObjectType()
export abstract class SignedIn {
  @Directive('@shareable')
  @Field(() => String, { description: 'As the sign-in service knows the person, or the system.' })
  sub!: string;

  @Directive('@shareable')
  @Field(() => String, { description: 'First and last name; empty where the token tells none.' })
  name!: string;

  @Directive('@shareable')
  @Field(() => SignedInRole, { description: 'The one role.' })
  role!: Role;

  @Directive('@shareable')
  @Field(() => String, { description: 'The agency this person works for, as tokens name it.' })
  agency!: string;

  @Directive('@shareable')
  @Field(() => Boolean, { description: 'Whether this person keeps the directory of the agency as well.' })
  isAdministrator!: boolean;
}

/** Whoever asks, whatever key was sent: nobody is told of another here. */
export const signedInAs = <Me extends SignedIn>(me: Me, { sub, name, role, agency, admin }: User): Me =>
  Object.assign(me, { sub, name, role, agency, isAdministrator: admin });

export const ME = 'Who asks, as the token says, and what each agency lets this person do.';
export const PERMISSIONS =
  'What this agency may let the role do, by the names in its table. What is of a family depends on whether this person follows it as well, and a change on the agency this person works for.';
