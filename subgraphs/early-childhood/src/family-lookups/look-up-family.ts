import type { User } from '@relais/platform/auth/user.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { addMinutes, dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, InputType } from 'type-graphql';
import { countAnswered, familiesWithFile } from './family-lookup.queries.ts';
import { type LookUpFamilyRefusalReason, lookupRefusal, mayLookUpAgain } from './family-lookup.rules.ts';
import { FamilyLookup, type LookupOutcome } from './family-lookup.ts';

@InputType({ description: 'Whom a professional is about to register.' })
export class LookUpFamilyInput {
  @Field(() => String, {
    description:
      'Last name of the child or of an adult, in full. Case, accents, blanks, hyphens and apostrophes do not matter.',
  })
  surname!: string;

  @Field(() => CivilDate, { description: 'Day on which a child of the family was born, or is expected.' })
  childBirthDate!: Temporal.PlainDate;
}

export type LookUpFamilyResult = { exists: boolean } | { refusal: LookUpFamilyRefusalReason };

type Asker = Pick<User, 'sub'>;

export const keepLookup = async (
  tx: Transaction,
  { sub }: Asker,
  now: Date,
  outcome: LookupOutcome,
  foundFamilyIds: string[] = [],
): Promise<void> => {
  await tx.insert(FamilyLookup, { id: newId(), askedBy: sub, askedAt: now, outcome, foundFamilyIds });
};

/** Whether somebody who asks once more within the hour is answered; who is not is kept too. */
export const mayLookUp = async (tx: Transaction, asker: Asker, now: Date): Promise<boolean> => {
  const answered = await countAnswered(tx, asker.sub, addMinutes(now, -60));
  const may = mayLookUpAgain(answered);
  if (!may) await keepLookup(tx, asker, now, 'TURNED_AWAY');
  return may;
};

/** Says whether a file exists and shows nothing of it. Who asked is stored with the answer, before it leaves. */
export const lookUpFamily = async (
  tx: Transaction,
  input: LookUpFamilyInput,
  asker: Asker,
  now: Date,
): Promise<LookUpFamilyResult> => {
  const refusal = lookupRefusal(input, dayOf(now));
  if (refusal) return { refusal };

  if (!(await mayLookUp(tx, asker, now))) return { refusal: 'TOO_MANY_LOOKUPS' };
  const found = await familiesWithFile(tx, input);
  await keepLookup(tx, asker, now, found.length > 0 ? 'FOUND' : 'NOT_FOUND', found);
  return { exists: found.length > 0 };
};
