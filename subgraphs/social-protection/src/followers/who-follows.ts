import type { Transaction } from '@relais/platform/database/transaction.ts';
import { type FollowedDays, followersFrom } from '@relais/platform/followers/follower.rules.ts';
import {
  followersChanged,
  republishFollowers,
  type WhoFollows,
} from '@relais/platform/followers/tell-followers.ts';
import { professionals } from '@relais/platform/professionals/professional.queries.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { referralsOfFamilies } from '../referrals/referral.queries.ts';
import { readingOf } from '../referrals/referral.rules.ts';
import { supportTeamOfFamilies } from '../support-team/support-team.queries.ts';

type OfFamily = FollowedDays & { readonly familyId: string };

const teamsOf = async (tx: Transaction, familyIds: readonly string[]): Promise<OfFamily[]> => {
  const members = await supportTeamOfFamilies(tx, [...familyIds]);
  const people = await professionals(tx, [...new Set(members.map(({ professionalId }) => professionalId))]);
  const subs = new Map(people.map(({ id, sub }) => [id, sub]));
  return members.map(({ familyId, professionalId, from, to }) => ({
    ...{ familyId, sub: subs.get(professionalId) ?? '', relation: 'TEAM', from, to },
  }));
};

const referredOf = async (tx: Transaction, familyIds: readonly string[]): Promise<OfFamily[]> => {
  const referrals = await referralsOfFamilies(tx, [...familyIds]);
  return referrals.flatMap((referral) => {
    const reading = readingOf(referral);
    return reading ? [{ ...reading, relation: 'REFERRAL', familyId: referral.familyId }] : [];
  });
};

/** The team, and who is asked by a referral: what this agency says of who follows a family. */
const whoFollows: WhoFollows = async (tx, familyIds, now) => {
  const all = [...(await teamsOf(tx, familyIds)), ...(await referredOf(tx, familyIds))];
  return familyIds.map((familyId) => ({
    familyId,
    relations: ['TEAM', 'REFERRAL'],
    followers: followersFrom(
      all.filter((each) => each.familyId === familyId),
      dayOf(now),
    ),
  }));
};

/** Tells who follows a family now, where that is another than before. Call it last. */
export const tellFollowers = (tx: Transaction, familyId: string, now: Date): Promise<void> =>
  followersChanged(tx, [familyId], whoFollows, now);

/** The same of many families at once. */
export const tellFollowersOfAll = (tx: Transaction, familyIds: readonly string[], now: Date): Promise<void> =>
  followersChanged(tx, familyIds, whoFollows, now);

export const tellFollowersAnew = (tx: Transaction, familyIds: readonly string[], now: Date): Promise<void> =>
  republishFollowers(tx, familyIds, whoFollows, now);
