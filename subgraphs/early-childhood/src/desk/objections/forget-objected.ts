import type { Transaction } from '@relais/platform/database/transaction.ts';
import { holdFamilies } from '@relais/platform/events/publish.ts';
import { forgetJournaled } from '@relais/platform/merge-journals/merge-journal.queries.ts';
import type { Keeper } from '@relais/platform/objections/tell-objections.ts';
import { sealCovers } from '../../cover/childcare-cover/sealed-cover.queries.ts';
import { forgetPrints } from '../../household/merged-families/file-prints.queries.ts';

/** As who covers a milestone holds it: the row first, then what is told of the family. */
const HOLD_MILESTONES = 'select from known_milestones where family_id = $1 order by id for no key update';

/** What was made of milestones goes with them; what was kept of those that are over, as evidence, is closed first. */
const OF_MILESTONES = [
  `delete from cover_notes using known_milestones milestone
   where milestone.id = cover_notes.milestone_id and milestone.family_id = $1`,
  `delete from settled_covers using known_milestones milestone
   where milestone.id = settled_covers.milestone_id and milestone.family_id = $1`,
  `delete from published_covers using known_milestones milestone
   where milestone.id = published_covers.milestone_id and milestone.family_id = $1`,
  'delete from known_milestones where family_id = $1',
];

/** Nor is it kept of merges, to be undone. */
const forgetMerged = async (tx: Transaction, familyId: string, tables: readonly string[]): Promise<void> => {
  await forgetJournaled(tx, familyId, tables);
  await forgetPrints(tx, familyId, tables);
};

const forgetMilestones = async (tx: Transaction, familyId: string): Promise<void> => {
  await tx.query(HOLD_MILESTONES, [familyId]);
  // Nobody works out a cover of them from here on.
  await holdFamilies(tx, [familyId]);
  await sealCovers(tx, familyId);
  for (const statement of OF_MILESTONES) await tx.query(statement, [familyId]);
  await forgetMerged(tx, familyId, ['known_milestones', 'settled_covers', 'cover_notes']);
};

const INCOME_SUPPORT = 'delete from known_income_support where family_id = $1';

/** This agency and what it may have to forget. The care that it booked for a milestone is its own and stays. */
export const keeper: Keeper = {
  kind: 'CARE',
  async forget(tx, familyId, objects) {
    if (objects('JOB_SEARCH', 'CARE')) await forgetMilestones(tx, familyId);
    if (!objects('BENEFITS', 'CARE')) return;
    await tx.query(INCOME_SUPPORT, [familyId]);
    await forgetMerged(tx, familyId, ['known_income_support']);
  },
};
