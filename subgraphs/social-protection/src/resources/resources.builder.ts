import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import { Resources } from './resources.ts';

/** Resources on record: 2,000 euros a month, one child. */
export const givenResources = async (
  db: Database,
  given: Partial<Resources> & Pick<Resources, 'familyId' | 'year'>,
): Promise<void> => {
  await db.insert(Resources, {
    id: newId(),
    yearlyAmountCents: 24_000_00,
    dependentChildren: 1,
    aeehChildren: 0,
    source: 'CAF',
    recordedAt: new Date(`${given.year + 1}-09-01T12:00:00Z`),
    recordedBy: 'test',
    ...given,
  });
};
