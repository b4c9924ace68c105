import type { Transaction } from '@relais/platform/database/transaction.ts';
import { publicationOf, publishAll } from '@relais/platform/events/publish.ts';
import { keepObjections, objectionsChangedEvent } from '@relais/platform/objections/tell-objections.ts';
import { keeper } from './forget-objected.ts';
import { objectionsOfFamilies } from './objection.queries.ts';
import { objectionsTold } from './objection.rules.ts';

/** Holds to all that the families object to, here at once, and tells the other agencies. */
export const publishObjections = async (tx: Transaction, familyIds: readonly string[]): Promise<void> => {
  const records = await objectionsOfFamilies(tx, [...familyIds]);
  for (const familyId of [...familyIds].sort()) {
    const ofFamily = records.filter((each) => each.familyId === familyId);
    if (ofFamily.length === 0) continue;
    const told = { familyId, ...objectionsTold(ofFamily) };
    await keepObjections(tx, told, keeper);
    await publishAll(tx, [publicationOf(objectionsChangedEvent, familyId, told)]);
  }
};
