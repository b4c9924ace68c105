import type { Database } from '@relais/platform/database/database.ts';
import { loaderBy, type Waves } from '@relais/platform/database/loaders.ts';
import type { Quarter } from '@relais/platform/statistics/quarter.rules.ts';
import { benefitsStatus } from '../benefits-status/benefits-status.rules.ts';
import { entitlementFilesOfFamilies } from '../entitlements/entitlement.queries.ts';
import { filesByFamily } from '../entitlements/files-by-family.ts';
import { incomeSupportOn } from './income-support-figures.queries.ts';
import { type IncomeSupportFigures, incomeSupportFigures } from './income-support-figures.rules.ts';

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

const loadFigures = async (db: Database, quarter: Quarter): Promise<IncomeSupportFigures> => {
  const rows = await incomeSupportOn(db, quarter.to);
  const disputedIds = rows.flatMap((row) => row.disputedIds);
  return incomeSupportFigures(rows, await receivingAmong(db, disputedIds, quarter));
};

/** Counted once per quarter and request, for all districts: what is withheld in one depends on the others. */
export const incomeSupportFiguresLoader = (db: Database, waves: Waves) =>
  loaderBy(
    waves,
    (quarters: readonly Quarter[]) => Promise.all(quarters.map((quarter) => loadFigures(db, quarter))),
    ({ from }) => from.toString(),
  );
