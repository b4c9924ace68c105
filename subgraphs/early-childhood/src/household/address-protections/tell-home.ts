import type { Transaction } from '@relais/platform/database/transaction.ts';
import { holdFamilies } from '@relais/platform/events/publish.ts';
import { tellNow } from '@relais/platform/events/tell-now.ts';
import { Any } from 'typeorm';
import { Family } from '../../families/families/family.ts';
import { publishChildren } from '../../families/families/publish-children.ts';
import { familyChangedEvent, publishFamilies } from '../../families/families/publish-family.ts';
import {
  familiesProtected,
  forgetToldHomes,
} from '../../families/family-addresses/address-protection.queries.ts';

const idsOf = (families: readonly Family[]): string[] => families.map(({ id }) => id);

/**
 * Of the files whose home is protected nothing that was told of it stays in our post, for an event that waits or a replay to
 * tell. Whoever rebuilds meanwhile holds them too, and tells after it what may be told. Answers which they are.
 */
const forgetProtectedHomes = async (tx: Transaction, families: readonly Family[]): Promise<string[]> => {
  const hidden = [...(await familiesProtected(tx, idsOf(families)))];
  if (hidden.length === 0) return [];
  await holdFamilies(tx, hidden);
  await forgetToldHomes(tx, hidden, familyChangedEvent.type);
  return hidden;
};

/** Tells of files that are one from now on; a home that one of them hides is hidden everywhere before the answer. */
export const tellMerged = async (tx: Transaction, families: readonly Family[]): Promise<void> => {
  const hidden = await forgetProtectedHomes(tx, families);
  await publishFamilies(tx, families);
  await publishChildren(tx, families);
  for (const id of hidden) await tellNow(tx, id);
};

/** With whom a child lives by turns that was registered twice, or was not: of which of the two files it is has changed. */
export const tellThirds = async (
  tx: Transaction,
  familyIds: readonly string[],
  files: readonly string[],
): Promise<void> => {
  const others = familyIds.filter((id) => !files.includes(id));
  if (others.length > 0) await publishChildren(tx, await tx.findBy(Family, { id: Any(others) }));
};

/**
 * Tells the other agencies what they may know now of the home of a family, with the files that were merged into it. The
 * answer waits for them: by the district others see the family.
 */
export const tellHome = async (tx: Transaction, families: readonly Family[]): Promise<void> => {
  await forgetProtectedHomes(tx, families);
  await publishFamilies(tx, families);
  for (const id of idsOf(families)) await tellNow(tx, id);
};
