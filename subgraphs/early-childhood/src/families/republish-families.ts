import type { Rebuild } from '@relais/platform/events/published-event.ts';
import { republishOffers } from '../care-offers/publish-offers.ts';
import { republishCovers } from '../childcare-cover/publish-cover.ts';
import { familiesByIds } from './family.queries.ts';
import { publishFamilies } from './publish-family.ts';

const FAMILIES_AFTER = 'select id from families where id > $1 order by id limit $2';

/** What the other agencies know from here: who the families are, the cover of their upcoming milestones, the offers that wait. */
export const republishFamilies: Rebuild = {
  async familiesAfter(db, after, most) {
    const rows: { id: string }[] = await db.query(FAMILIES_AFTER, [after, most]);
    return rows.map(({ id }) => id);
  },
  async republish(tx, familyIds, now) {
    await publishFamilies(tx, await familiesByIds(tx, [...familyIds]));
    await republishCovers(tx, familyIds, now);
    await republishOffers(tx, familyIds, now);
  },
};
