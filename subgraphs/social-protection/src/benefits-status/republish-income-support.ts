import { publishAll } from '@relais/platform/events/publish.ts';
import type { Rebuild } from '@relais/platform/events/published-event.ts';
import { entitlementFilesOfFamilies } from '../entitlements/entitlement.queries.ts';
import { incomeSupportChanged } from './tell-income-support.ts';

const FAMILIES_AFTER = `
  select distinct family_id from entitlements
  where scheme = 'RSA' and family_id > $1 order by family_id limit $2`;

/** What the service point knows from here: when each family has income support. */
export const republishIncomeSupport: Rebuild = {
  async familiesAfter(db, after, most) {
    const rows: { family_id: string }[] = await db.query(FAMILIES_AFTER, [after, most]);
    return rows.map((row) => row.family_id);
  },
  async republish(tx, familyIds) {
    const files = await entitlementFilesOfFamilies(tx, [...familyIds]);
    await publishAll(
      tx,
      familyIds.map((id) =>
        incomeSupportChanged(
          id,
          files.filter(({ familyId }) => familyId === id),
        ),
      ),
    );
  },
};
