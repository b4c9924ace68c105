import type { Transaction } from '@relais/platform/database/transaction.ts';
import { publish } from '@relais/platform/events/publish.ts';
import { adultsOfFamilies } from './family.queries.ts';
import type { Family } from './family.ts';

/** Tells the other agencies who the family is now; never more than ids, reference and district. */
export const publishFamily = async (
  tx: Transaction,
  { id, reference, version, districtId }: Family,
): Promise<void> => {
  const adults = await adultsOfFamilies(tx, [id]);
  await publish(tx, {
    type: 'relais.family.changed.v1',
    familyId: id,
    data: { familyId: id, reference, version, adultIds: adults.map((adult) => adult.id), districtId },
  });
};

/** Counts the change on the family, which its caller holds, and tells of it. */
export const familyChanged = async (tx: Transaction, family: Family): Promise<void> => {
  family.version += 1;
  await tx.save(family);
  await publishFamily(tx, family);
};
