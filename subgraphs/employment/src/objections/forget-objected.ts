import { forgetJournaledOf } from '@relais/platform/known-families/forget-journaled.queries.ts';
import type { Keeper } from '@relais/platform/objections/tell-objections.ts';

const COVERS = 'delete from known_covers where family_id = $1';

/** This agency and what it may have to forget: covers, also those that early-childhood may not work out any more. */
export const keeper: Keeper = {
  kind: 'JOB_SEARCH',
  async forget(tx, familyId, objects) {
    if (!objects('CARE', 'JOB_SEARCH') && !objects('JOB_SEARCH', 'CARE')) return;
    await tx.query(COVERS, [familyId]);
    await forgetJournaledOf(tx, familyId, ['known_covers']);
  },
};
