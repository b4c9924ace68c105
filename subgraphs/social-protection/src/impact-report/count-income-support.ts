import type { Database } from '@relais/platform/database/database.ts';
import type { Counting } from '@relais/platform/statistics/closed-quarters.ts';
import type { Quarter } from '@relais/platform/statistics/quarter.rules.ts';
import { z } from 'zod';
import { benefitsStatus } from '../benefits-status/benefits-status.rules.ts';
import { entitlementFilesOfFamilies } from '../entitlements/entitlement.queries.ts';
import { filesByFamily } from '../entitlements/files-by-family.ts';
import { incomeSupportOn } from './income-support-figures.queries.ts';
import type { IncomeSupportCount } from './income-support-figures.rules.ts';

const receivingAmong = async (
  db: Database,
  familyIds: string[],
  { to }: Quarter,
): Promise<ReadonlySet<string>> => {
  if (familyIds.length === 0) return new Set();
  const files = await entitlementFilesOfFamilies(db, familyIds);
  const receiving = [...filesByFamily(files)].filter(
    ([, own]) => benefitsStatus(own, to).incomeSupport === 'RECEIVING',
  );
  return new Set(receiving.map(([familyId]) => familyId));
};

/** Disputed families count when they receive it by the source that prevails. */
const count = async (db: Database, quarter: Quarter): Promise<IncomeSupportCount[]> => {
  const rows = await incomeSupportOn(db, quarter.to);
  const disputed = rows.flatMap((row) => row.disputedIds);
  const areReceiving = await receivingAmong(db, disputed, quarter);
  return rows.map(({ districtId, families, receiving, disputedIds }) => ({
    districtId,
    families,
    receiving: receiving + disputedIds.filter((id) => areReceiving.has(id)).length,
  }));
};

export const countingIncomeSupport: Counting<IncomeSupportCount[]> = {
  version: 1,
  shape: z.array(z.object({ districtId: z.string().nullable(), families: z.int(), receiving: z.int() })),
  count,
};
