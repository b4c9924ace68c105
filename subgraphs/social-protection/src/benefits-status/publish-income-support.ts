import { readingAsService } from '@relais/platform/database/asking.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { holdFamilies, type Publication, publicationOf, publish } from '@relais/platform/events/publish.ts';
import { publishedEvent } from '@relais/platform/events/published-event.ts';
import { z } from 'zod';
import { entitlementFilesOfFamilies } from '../entitlements/entitlement.queries.ts';
import { onRecord } from '../entitlements/entitlement.rules.ts';
import type { EntitlementFile } from '../entitlements/entitlement.ts';
import { incomeSupportPeriods } from './benefits-status.rules.ts';

export const incomeSupportChangedEvent = publishedEvent({
  type: 'relais.income-support.changed.v1',
  description:
    'The days on which a family has income support (RSA) are others than before. Always all of them; never amounts.',
  subject: { kind: 'FAMILY', id: 'familyId' },
  about: 'familyId',
  data: z.object({
    familyId: z.uuid().describe('The family.'),
    periods: z
      .array(
        z.object({
          status: z.enum(['RECEIVING', 'SUSPENDED', 'PENDING', 'NONE', 'UNKNOWN']),
          from: z.iso.date(),
          to: z.iso.date().nullable(),
        }),
      )
      .describe(
        'In order, without holes; `to` is the first day it no longer stands thus, `null` while it does.',
      ),
  }),
  example: {
    familyId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001',
    periods: [
      { status: 'RECEIVING', from: '2026-01-01', to: '2026-09-01' },
      { status: 'SUSPENDED', from: '2026-09-01', to: null },
    ],
  },
});

/** When a family has income support: days only, never amounts. */
export const incomeSupportChanged = (familyId: string, files: readonly EntitlementFile[]): Publication => {
  const periods = incomeSupportPeriods(onRecord(files)).map(({ status, from, to }) => ({
    status,
    from: from.toString(),
    to: to?.toString() ?? null,
  }));
  return publicationOf(incomeSupportChangedEvent, familyId, { familyId, periods });
};

/** Tells the service point when a family has income support. Call it last. */
export const publishIncomeSupport = async (tx: Transaction, familyId: string): Promise<void> => {
  await holdFamilies(tx, [familyId]);
  const files = await entitlementFilesOfFamilies(readingAsService(tx), [familyId]);
  await publish(tx, incomeSupportChanged(familyId, files));
};
