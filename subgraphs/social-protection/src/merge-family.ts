import {
  type MergeFamily,
  markMerged,
  renameFamily,
} from '@relais/platform/known-families/merge-family.queries.ts';
import { publishIncomeSupport } from './benefits-status/publish-income-support.ts';
import { renameHolders } from './entitlements/rename-holders.queries.ts';
import { tellFollowersAnew } from './followers/who-follows.ts';
import { mergeSupportTeams } from './support-team/merge-support-teams.queries.ts';

/** Benefits, resources, team, referrals, notes and tasks of a merged family are the survivor's; the others are told of both. */
export const mergeFamily: MergeFamily = async (tx, merge, now) => {
  const survivorId = await markMerged(tx, merge);
  await renameHolders(tx, merge.mergedAdults);
  await mergeSupportTeams(tx, merge.familyId, survivorId);
  await renameFamily(tx, merge.familyId, survivorId);
  await publishIncomeSupport(tx, survivorId);
  await tellFollowersAnew(tx, [merge.familyId, survivorId], now);
};
