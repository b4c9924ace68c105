import type { Transaction } from '@relais/platform/database/transaction.ts';
import { type FollowedDays, followersFrom } from '@relais/platform/followers/follower.rules.ts';
import type { Follower } from '@relais/platform/followers/follower.ts';
import {
  followersChanged,
  republishFollowers,
  type WhoFollows,
} from '@relais/platform/followers/tell-followers.ts';
import { professionals } from '@relais/platform/professionals/professional.queries.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { breakGlassesOfFamilies } from '../break-glasses/break-glass.queries.ts';
import { followerBy } from '../break-glasses/break-glass.rules.ts';
import type { BreakGlassAccess } from '../break-glasses/break-glass-access.ts';
import { referralsOfFamilies } from '../referrals/referral.queries.ts';
import { readingOf } from '../referrals/referral.rules.ts';
import { restrictionsInForce } from '../restricted-files/restriction.queries.ts';
import type { Restriction } from '../restricted-files/restriction.ts';
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

/** Whom a restriction names and bars, from the day on which it began. */
const restrictedTo = ({ familyId, namedSubs, barredSubs, beganAt }: Restriction): OfFamily[] => {
  const days = { familyId, from: dayOf(beganAt), to: null };
  return [
    ...namedSubs.map((sub) => ({ ...days, sub, relation: 'NAMED' as const })),
    ...barredSubs.map((sub) => ({ ...days, sub, relation: 'BARRED' as const })),
  ];
};

/** Of a restricted file nobody reads by a referral that names nobody. */
const referredOf = async (
  tx: Transaction,
  familyIds: readonly string[],
  restrictions: readonly Restriction[],
): Promise<OfFamily[]> => {
  const referrals = await referralsOfFamilies(tx, [...familyIds]);
  return referrals.flatMap((referral) => {
    const isRestricted = restrictions.some((each) => each.familyId === referral.familyId);
    const reading = isRestricted && referral.addresseeSub === null ? null : readingOf(referral);
    return reading ? [{ ...reading, relation: 'REFERRAL', familyId: referral.familyId }] : [];
  });
};

/** Who reads a file in an emergency at that moment. */
const inEmergency = (all: readonly BreakGlassAccess[], familyId: string, now: Date): Follower[] =>
  all.filter((each) => each.familyId === familyId).flatMap((each) => followerBy(each, now) ?? []);

/** The team, who is asked by a referral, who reads in an emergency, and to whom the file is restricted: what this agency says of who follows a family. */
const whoFollows: WhoFollows = async (tx, familyIds, now) => {
  const restrictions = await restrictionsInForce(tx, familyIds);
  const all = [
    ...(await teamsOf(tx, familyIds)),
    ...(await referredOf(tx, familyIds, restrictions)),
    ...restrictions.flatMap(restrictedTo),
  ];
  const broken = await breakGlassesOfFamilies(tx, familyIds);
  return familyIds.map((familyId) => ({
    familyId,
    relations: ['TEAM', 'REFERRAL', 'NAMED', 'BARRED', 'BREAK_GLASS'],
    followers: [
      ...followersFrom(
        all.filter((each) => each.familyId === familyId),
        dayOf(now),
      ),
      ...inEmergency(broken, familyId, now),
    ],
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
