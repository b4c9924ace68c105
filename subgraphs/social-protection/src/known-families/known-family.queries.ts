import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { KnownAdult } from '@relais/platform/known-families/known-adult.ts';
import { KnownFamily } from '@relais/platform/known-families/known-family.ts';
import { Any } from 'typeorm';

export const knownAdults = (db: Database, ids: string[]): Promise<KnownAdult[]> =>
  db.findBy(KnownAdult, { id: Any(ids) });

const held = { lock: { mode: 'for_no_key_update' } } as const;

const lockByIds = (tx: Transaction, ids: string[]): Promise<KnownFamily[]> =>
  tx.find(KnownFamily, { where: { id: Any(ids) }, order: { id: 'ASC' }, ...held });

const lockByReferences = (tx: Transaction, references: string[]): Promise<KnownFamily[]> =>
  tx.find(KnownFamily, { where: { reference: Any(references) }, order: { id: 'ASC' }, ...held });

/**
 * Holds the families until commit, in id order: two that lock in other orders would block each other. The reference of a
 * merged one stands for the one that stays.
 */
export const lockFamiliesByReference = async (
  tx: Transaction,
  references: string[],
): Promise<KnownFamily[]> => {
  const found = await lockByReferences(tx, references);
  const survivorIds = found.flatMap(({ mergedInto }) => mergedInto ?? []);
  if (survivorIds.length === 0) return found;
  const survivors = new Map((await lockByIds(tx, survivorIds)).map((family) => [family.id, family]));
  return found.map((family) => {
    const survivor = survivors.get(family.mergedInto ?? '');
    return survivor ? { ...survivor, reference: family.reference } : family;
  });
};

/** Holds the family until commit, so that its benefits change one at a time; of a merged one, the one that stays. */
export const lockKnownFamily = async (tx: Transaction, id: string): Promise<KnownFamily | null> => {
  const family = await tx.findOne(KnownFamily, { where: { id }, ...held });
  return family?.mergedInto ? lockKnownFamily(tx, family.mergedInto) : family;
};

/** What is asked for a merged family is meant for the one that stays, which is held: no merge comes between. */
export const forSurvivor = async <Input extends { readonly familyId: string }>(
  tx: Transaction,
  input: Input,
): Promise<Input> => {
  const family = await lockKnownFamily(tx, input.familyId);
  return { ...input, familyId: family?.id ?? input.familyId };
};
