import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { departureReasons } from './professional.reasons.ts';
import { entryRefusal } from './professional.rules.ts';
import { publishProfessionals } from './publish-professional.ts';

@InputType({ description: 'An entry of the directory in the version that was seen.' })
export class EntryVersion {
  @Field(() => ID, { description: 'The professional, of your own agency.' })
  professionalId!: string;

  @Field(() => Int, { description: 'The version that was seen; a newer one on record refuses the change.' })
  version!: number;
}

const lockEntry = (tx: Transaction, id: string): Promise<Professional | null> =>
  tx.findOne(Professional, { where: { id }, lock: { mode: 'for_no_key_update' } });

type Decision<Reason extends string> = Partial<Professional> | Refused<Reason>;

/** The way of every change of an entry: of the own agency, in the version that was seen; the other agencies are told. */
export const changeEntry = async <Reason extends string>(
  tx: Transaction,
  { professionalId, version }: EntryVersion,
  { user }: ActingUser,
  decide: (entry: Professional) => Decision<Reason>,
): Promise<{ professional: Professional } | Refused<Reason | Word<typeof departureReasons>>> => {
  const entry = await lockEntry(tx, professionalId);
  const refusal = entryRefusal(entry, user.agency, version);
  if (!entry || refusal) return { refusal: refusal ?? 'UNKNOWN_PROFESSIONAL' };
  const decision = decide(entry);
  if ('refusal' in decision) return decision;
  if (!wouldChange(entry, decision)) return { professional: entry };
  const professional = await store(tx, Professional, entry, decision);
  await publishProfessionals(tx, [professional]);
  return { professional };
};
