import {
  type MergeFamily,
  markMerged,
  renameFamily,
} from '@relais/platform/known-families/merge-family.queries.ts';
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
