import { id as anId, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Rebuild } from '@relais/platform/events/published-event.ts';
import { republishCovers } from './cover/childcare-cover/publish-cover.ts';
import { familiesByIds } from './families/families/family.queries.ts';
import { publishChildren } from './families/families/publish-children.ts';
import { publishFamilies } from './families/families/publish-family.ts';
import { republishOffers } from './requests/care-offers/publish-offers.ts';

const FamilyRow = rowOf({ familyId: ['id', anId] });
const FAMILIES_AFTER = `select ${FamilyRow.columns} from families where id > $1 order by id limit $2`;

/** What the other agencies know from here: who the families are, the cover of their milestones, the offers whose time is not over. */
export const republishFamilies: Rebuild = {
  async familiesAfter(db, after, most) {
    const rows = await rowsOf(db, FamilyRow, FAMILIES_AFTER, [after, most]);
    return rows.map(({ familyId }) => familyId);
  },
  async republish(tx, familyIds, now) {
    const families = await familiesByIds(tx, [...familyIds]);
    await publishFamilies(tx, families);
    await publishChildren(tx, families);
    await republishCovers(tx, familyIds, now);
    await republishOffers(tx, familyIds, now);
  },
};
