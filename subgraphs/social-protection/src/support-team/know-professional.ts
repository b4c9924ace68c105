import type { User } from '@relais/platform/auth/user.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import { newId } from '@relais/platform/ids.ts';
import { Field, InputType } from 'type-graphql';
import { type Professional, ProfessionalRole } from './professional.ts';
import { knowProfessional } from './support-team.queries.ts';

@InputType({ description: 'A professional who may not have signed in yet.' })
export class ProfessionalInput {
  @Field(() => String, { description: 'The sign-in, as the `sub` of the token says it.' })
  sub!: string;

  @Field(() => String, { description: 'First and last name.' })
  name!: string;

  @Field(() => ProfessionalRole, { description: 'What the professional does.' })
  role!: ProfessionalRole;

  @Field(() => String, { description: 'The agency the professional works for.' })
  agency!: string;
}

export const isProfessionalRole = (role: string): role is ProfessionalRole =>
  Object.hasOwn(ProfessionalRole, role);

/** The record of who is signed in. */
export const signedInProfessional = async (tx: Transaction, user: User): Promise<Professional> => {
  const { sub, name, role, agency } = user;
  if (!isProfessionalRole(role)) throw new RelaisError('FORBIDDEN', 'Your role does not follow families.');
  return knowProfessional(tx, { id: newId(), sub, name: name || sub, role, agency }, true);
};

/** The record of who is named, or else of who is signed in. */
export const namedProfessional = async (
  tx: Transaction,
  named: ProfessionalInput | null,
  user: User,
): Promise<Professional> => {
  if (!named || named.sub === user.sub) return signedInProfessional(tx, user);
  const { sub, name, role, agency } = named;
  return knowProfessional(tx, { id: newId(), sub, name, role, agency }, false);
};
