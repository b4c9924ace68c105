import type { User } from '@relais/platform/auth/user.ts';
import { inTransaction, type Transaction } from '@relais/platform/database/transaction.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import {
  findProfessional,
  knowByToken,
  professionalsBySub,
  type Said,
} from '@relais/platform/professionals/professional.queries.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import type { SignIn } from '@relais/platform/subgraph.ts';
import { publishProfessionals } from './publish-professional.ts';

const ONE_VERSION = 1;

const keep = async (tx: Transaction, said: Said): Promise<void> => {
  if (!(await knowByToken(tx, said, ONE_VERSION))) return;
  await publishProfessionals(tx, await professionalsBySub(tx, [said.sub]));
};

/** Whoever signs in is in the directory from then on, as their own token says; the other agencies are told. */
export const keepSignedIn: SignIn = (db, user) => inTransaction(db, (tx) => keep(tx, user));

/** The entry of somebody, who is put into the directory as a token said when they are not there yet. */
export const professionalAsSaid = async (tx: Transaction, said: Said): Promise<Professional | null> => {
  const known = await findProfessional(tx, { sub: said.sub });
  if (known) return known;
  await keep(tx, said);
  return findProfessional(tx, { sub: said.sub });
};

/** The entry of who is signed in. It was noted when the request began, unless the database was away just then. */
export const signedInProfessional = async (tx: Transaction, user: User): Promise<Professional> => {
  const known = await professionalAsSaid(tx, user);
  if (known) return known;
  throw new RelaisError('FORBIDDEN', 'Your role does not follow families.');
};
