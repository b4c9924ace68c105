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
import { holdObjections } from '@relais/platform/objections/objection.queries.ts';
import { publishIncomeSupport } from './benefits-status/publish-income-support.ts';
import { renameHolders } from './entitlements/rename-holders.queries.ts';
import { tellFollowersAnew } from './followers/who-follows.ts';
import { renameInformed } from './information-given/information-given.queries.ts';
import { renameSpeakers } from './objections/objection.queries.ts';
import { publishObjections, publishObjectionsAnew } from './objections/publish-objections.ts';
import { bindsEach, holdForBoth, recordParted } from './parted-files/parted-file.queries.ts';
import { republishIncomeSupport } from './republish-families.ts';
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

/** Each of the two has what was its own again; the others are told of both. */
export const partFamilies: PartFamilies = async (tx, parting, now) => {
  const { familyId, mergedInto } = parting;
  const both = [familyId, mergedInto];
  await holdObjections(tx, both);
  const { journal, staying } = await partKnownFamilies(tx, parting, { histories: [], now });
  await holdForBoth(tx, mergedInto, familyId, journal);
  await recordParted(tx, parting, staying, now);
  await publishObjections(tx, both);
  for (const id of both.toSorted()) await publishIncomeSupport(tx, id);
  await tellFollowersAnew(tx, both, now);
};

/** What binds a file alone and who follows it, for an agency that has learnt that it is a file of its own again. */
export const tellPartedAnew = async (tx: Transaction, familyId: string, now: Date): Promise<void> => {
  await holdObjections(tx, [familyId]);
  await bindsEach(tx, familyId);
  await publishObjectionsAnew(tx, familyId);
  await republishIncomeSupport(tx, [familyId]);
  await tellFollowersAnew(tx, [familyId], now);
};
