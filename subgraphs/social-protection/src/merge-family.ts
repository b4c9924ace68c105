import {
  type MergeFamily,
  markMerged,
  renameFamily,
} from '@relais/platform/known-families/merge-family.queries.ts';
import { holdObjections } from '@relais/platform/objections/objection.queries.ts';
import { publishIncomeSupport } from './benefits-status/publish-income-support.ts';
import { renameHolders } from './entitlements/rename-holders.queries.ts';
import { tellFollowersAnew } from './followers/who-follows.ts';
import { renameInformed } from './information-given/information-given.queries.ts';
import { renameSpeakers } from './objections/objection.queries.ts';
import { publishObjections } from './objections/publish-objections.ts';
import { mergeSupportTeams } from './support-team/merge-support-teams.queries.ts';

/** Benefits, resources, team, referrals, notes and tasks of a merged family are the survivor's; the others are told of both. */
export const mergeFamily: MergeFamily = async (tx, merge, now) => {
  // Before the file is held for update: whoever takes an event of it meanwhile holds them first.
  await holdObjections(tx, [merge.familyId, merge.mergedInto]);
  const survivorId = await markMerged(tx, merge);
  await renameHolders(tx, merge.mergedAdults);
  await renameInformed(tx, merge.mergedAdults);
  await renameSpeakers(tx, merge.mergedAdults);
  await mergeSupportTeams(tx, merge.familyId, survivorId);
  await renameFamily(tx, merge.familyId, survivorId);
  await publishObjections(tx, [survivorId]);
  await publishIncomeSupport(tx, survivorId);
  await tellFollowersAnew(tx, [merge.familyId, survivorId], now);
};
