import { readingAsService } from '@relais/platform/database/asking.ts';
import { id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { publishAll } from '@relais/platform/events/publish.ts';
import type { Rebuild } from '@relais/platform/events/published-event.ts';
import { professionals } from '@relais/platform/professionals/professional.queries.ts';
import { incomeSupportChanged } from './benefits-status/publish-income-support.ts';
import { entitlementFilesOfFamilies } from './entitlements/entitlement.queries.ts';
import { tellFollowersAnew } from './followers/who-follows.ts';
import { publishObjections } from './objections/publish-objections.ts';
import { publishProfessionals } from './professionals/publish-professional.ts';

const FamilyRow = rowOf({ familyId: ['family_id', id] });
const FAMILIES_AFTER = `
  select ${FamilyRow.columns} from (
    select family_id from entitlements where scheme = 'RSA'
    union select family_id from support_team_members
    union select family_id from referrals
    union select family_id from family_objections
    union select family_id from restrictions
    union select family_id from break_glasses
    union select id from professionals
  ) told where family_id > $1 order by family_id limit $2`;

/** What the others know of benefits: when each family has income support. */
export const republishIncomeSupport = async (
  tx: Transaction,
  familyIds: readonly string[],
): Promise<void> => {
  const files = await entitlementFilesOfFamilies(readingAsService(tx), [...familyIds]);
  const told = familyIds.map((familyId) => ({
    id: familyId,
    files: files.filter((file) => file.familyId === familyId),
  }));
  const withIncomeSupport = told.filter((family) => family.files.some(({ scheme }) => scheme === 'RSA'));
  await publishAll(
    tx,
    withIncomeSupport.map((family) => incomeSupportChanged(family.id, family.files)),
  );
};

/** What the other agencies know from here: when each family has income support, who follows it, and the directory. */
export const republishFamilies: Rebuild = {
  async familiesAfter(db, after, most) {
    const rows = await rowsOf(db, FamilyRow, FAMILIES_AFTER, [after, most]);
    return rows.map(({ familyId }) => familyId);
  },
  async republish(tx, ids, now) {
    const entries = await professionals(tx, ids);
    await publishProfessionals(tx, entries);
    const familyIds = ids.filter((each) => !entries.some(({ id }) => id === each));
    // First: what is no longer objected to is taken only once that is known.
    await publishObjections(tx, familyIds);
    await republishIncomeSupport(tx, familyIds);
    await tellFollowersAnew(tx, familyIds, now);
  },
};
