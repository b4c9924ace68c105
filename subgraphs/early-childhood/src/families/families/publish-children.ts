import type { Transaction } from '@relais/platform/database/transaction.ts';
import { publicationOf, publishAll } from '@relais/platform/events/publish.ts';
import { publishedEvent } from '@relais/platform/events/published-event.ts';
import { z } from 'zod';
import { childrenMergedInFamilies, childrenOfFamilies } from './family.queries.ts';
import type { Family } from './family.ts';

export const childrenChangedEvent = publishedEvent({
  type: 'relais.children.changed.v1',
  description:
    'Which children a family has, by their ids alone: a benefit that is due for a child names it. Never names, days or anything else of them.',
  subject: { kind: 'FAMILY', id: 'familyId' },
  about: 'familyId',
  data: z.object({
    familyId: z.uuid().describe('The family.'),
    childIds: z.array(z.uuid()).describe('All its children, those who live with it by turns included.'),
    mergedChildren: z
      .array(z.object({ childId: z.uuid(), mergedInto: z.uuid() }))
      .describe('Children who were registered twice, and who each of them is from then on.'),
  }),
  example: {
    familyId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001',
    childIds: ['0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0c01'],
    mergedChildren: [],
  },
});

/** Tells social protection which children these families have. Call it wherever that is, or may be, another than before. */
export const publishChildren = async (tx: Transaction, families: readonly Family[]): Promise<void> => {
  const familyIds = families.map(({ id }) => id);
  const children = await childrenOfFamilies(tx, familyIds);
  const twice = await childrenMergedInFamilies(tx, familyIds);
  await publishAll(
    tx,
    families.map((family, index) => {
      const own = children[index] ?? [];
      return publicationOf(childrenChangedEvent, family.id, {
        familyId: family.id,
        childIds: own.map(({ id }) => id),
        mergedChildren: twice
          .filter(({ familyId }) => familyId === family.id)
          .map(({ id: childId, mergedInto }) => ({ childId, mergedInto: mergedInto ?? '' })),
      });
    }),
  );
};
