import type { Transaction } from '@relais/platform/database/transaction.ts';
import {
  type MergeFamily,
  markMerged,
  renameFamily,
} from '@relais/platform/known-families/merge-family.queries.ts';
import {
  type PartFamilies,
  partKnownFamilies,
} from '@relais/platform/known-families/part-families.queries.ts';
import { Any } from 'typeorm';
import { recordStep } from './job-search-steps/job-search-step.queries.ts';
import { JobSeeker } from './job-seekers/job-seeker.ts';
import { mergeFiles } from './job-seekers/merge-files.ts';
import { tellFollowersAnew } from './job-seekers/who-follows.ts';
import { Milestone } from './milestones/milestone.ts';
import { publishMilestones } from './milestones/publish-milestone.ts';

/** Files, milestones and returns of a merged family are the survivor's; early-childhood is told whose milestones they are. */
export const mergeFamily: MergeFamily = async (tx, merge, now) => {
  const familyId = await markMerged(tx, merge);
  // Milestones and steps follow their file by its key.
  await tx.update(JobSeeker, { familyId: merge.familyId }, { familyId });
  await renameFamily(tx, merge.familyId, familyId);
  for (const person of merge.mergedAdults) await mergeFiles(tx, person, now);
  await publishMilestones(tx, await tx.find(Milestone, { where: { familyId }, order: { id: 'ASC' } }));
  await tellFollowersAnew(tx, [merge.familyId, familyId], now);
};

/** What is still on its way to early-childhood of a milestone under the other family is older than this. */
const RAISE = 'update milestones set version = version + 1 where family_id = $1';

/**
 * Each of the two has its job searches again; what was planned since stays with the file in which it was planned. Which rows could
 * not be put back as they were, and why, is kept with the step that says so.
 */
export const partFamilies: PartFamilies = async (tx, parting, now) => {
  const both = [parting.familyId, parting.mergedInto];
  const { staying } = await partKnownFamilies(tx, parting, { histories: ['job_search_steps'], now });
  await tx.query(RAISE, [parting.familyId]);
  const where = { familyId: Any(both) };
  for (const { id, familyId } of await tx.find(JobSeeker, { where, order: { id: 'ASC' } }))
    await recordStep(tx, {
      jobSeekerId: id,
      familyId,
      at: now,
      doneBy: 'relais',
      facts: staying.length > 0 ? { staying } : {},
      kind: 'FILES_PARTED',
    });
  await publishMilestones(tx, await tx.find(Milestone, { where, order: { id: 'ASC' } }));
  await tellFollowersAnew(tx, both, now);
};

/** Who follows a file, for an agency that has learnt that it is a file of its own again. */
export const tellPartedAnew = (tx: Transaction, familyId: string, now: Date): Promise<void> =>
  tellFollowersAnew(tx, [familyId], now);
