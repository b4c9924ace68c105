import { forgetJournaledOf } from '@relais/platform/known-families/forget-journaled.queries.ts';
import type { Keeper } from '@relais/platform/objections/tell-objections.ts';

const COVERS = 'delete from known_covers where family_id = $1';
const OFFERS = 'delete from known_offers where family_id = $1';

/** This agency and what it may have to forget: a cover says something of care and of a milestone, wherever it was made. */
export const keeper: Keeper = {
  kind: 'BENEFITS',
  async forget(tx, familyId, objects) {
    const losesCovers =
      objects('CARE', 'BENEFITS') || objects('JOB_SEARCH', 'BENEFITS') || objects('JOB_SEARCH', 'CARE');
    if (losesCovers) await tx.query(COVERS, [familyId]);
    if (losesCovers) await forgetJournaledOf(tx, familyId, ['known_covers']);
    if (!objects('CARE', 'BENEFITS')) return;
    await tx.query(OFFERS, [familyId]);
    await forgetJournaledOf(tx, familyId, ['known_offers']);
  },
};
