import type { Transaction } from '@relais/platform/database/transaction.ts';
import { publicationOf, publishAll } from '@relais/platform/events/publish.ts';
import { publishedEvent } from '@relais/platform/events/published-event.ts';
import { z } from 'zod';
import { adultsMergedInFamilies, adultsOfFamilies } from './family.queries.ts';
import type { Family } from './family.ts';

export const familyChangedEvent = publishedEvent({
  type: 'relais.family.changed.v1',
  description:
    'A family was registered or merged into another, or its reference, adults or district changed. Never names, addresses or children.',
  about: 'familyId',
  data: z.object({
    familyId: z.uuid().describe('The family.'),
    reference: z.string().describe('What professionals call it by.'),
    version: z.int().positive().describe('Rises with every change of the family; an older one is ignored.'),
    adultIds: z.array(z.uuid()).describe('All its adults.'),
    districtId: z.uuid().nullable().describe('The district it lives in, when known.'),
    mergedInto: z
      .uuid()
      .optional()
      .describe(
        'The family that stays, when this one was registered twice: all that is kept for this one is its.',
      ),
    mergedAdults: z
      .array(z.object({ adultId: z.uuid(), mergedInto: z.uuid() }))
      .optional()
      .describe('With `mergedInto`: adults registered twice, and who each of them is from now on.'),
  }),
  example: {
    familyId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001',
    reference: 'NAN-0000042',
    version: 3,
    adultIds: ['0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0a01', '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0a02'],
    districtId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0fd001',
  },
});

/** Tells the other agencies who these families are now; never more than ids, reference and district. */
export const publishFamilies = async (tx: Transaction, families: readonly Family[]): Promise<void> => {
  const adults = await adultsOfFamilies(
    tx,
    families.map(({ id }) => id),
  );
  const twice = await adultsMergedInFamilies(
    tx,
    families.flatMap(({ mergedInto }) => mergedInto ?? []),
  );
  await publishAll(
    tx,
    families.map(({ id, reference, version, districtId, mergedInto }) =>
      publicationOf(familyChangedEvent, id, {
        familyId: id,
        reference,
        version,
        adultIds: adults.filter(({ familyId }) => familyId === id).map((adult) => adult.id),
        districtId,
        ...(mergedInto && {
          mergedInto,
          mergedAdults: twice
            .filter(({ familyId }) => familyId === mergedInto)
            .map((adult) => ({ adultId: adult.id, mergedInto: adult.mergedInto ?? '' })),
        }),
      }),
    ),
  );
};

export const publishFamily = (tx: Transaction, family: Family): Promise<void> =>
  publishFamilies(tx, [family]);

/** Counts the change on the family, which its caller holds, and tells of it. */
export const familyChanged = async (tx: Transaction, family: Family): Promise<void> => {
  family.version += 1;
  await tx.save(family);
  await publishFamily(tx, family);
};
