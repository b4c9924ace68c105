import type { Transaction } from '@relais/platform/database/transaction.ts';
import { whoIsOwed } from '@relais/platform/events/owed.queries.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { filesOf, unansweredIn } from './split-family.queries.ts';
import type { splitReasons } from './split-family.reasons.ts';
import { type Household, leavingRefusal } from './split-family.rules.ts';

type Leaving = { readonly adultIds: readonly string[]; readonly childIds: readonly string[] };

/**
 * Events keep the order of their family only: an agency that has not taken all that was told of the file, or of one that was merged
 * into it or has been parted from it, may hear of the new file first, and give it what is another's.
 */
const notTakenYet = async (tx: Transaction, familyId: string): Promise<Refused<'NOT_TAKEN_YET'> | null> => {
  const waitingFor = await whoIsOwed(tx, await filesOf(tx, familyId));
  if (waitingFor.length === 0) return null;
  return { refusal: 'NOT_TAKEN_YET', details: () => ({ agencies: waitingFor.join(', ') }) };
};

/** Why the household, whose members are held, cannot part like this. */
export const hindranceTo = async (
  tx: Transaction,
  familyId: string,
  leaving: Leaving,
  members: Household,
): Promise<Refused<Word<typeof splitReasons>> | null> => {
  const refusal = leavingRefusal(leaving, members) ?? (await unansweredIn(tx, familyId, leaving.childIds));
  return refusal ? { refusal } : notTakenYet(tx, familyId);
};
