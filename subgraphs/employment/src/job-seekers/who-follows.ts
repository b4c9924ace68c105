import type { Transaction } from '@relais/platform/database/transaction.ts';
import { followersFrom } from '@relais/platform/followers/follower.rules.ts';
import {
  followersChanged,
  republishFollowers,
  type WhoFollows,
} from '@relais/platform/followers/tell-followers.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Any } from 'typeorm';
import { followedDays } from './job-seeker.rules.ts';
import { JobSeeker } from './job-seeker.ts';

/** The advisors of a family's job seekers: what this agency says of who follows it. */
const whoFollows: WhoFollows = async (tx, familyIds, now) => {
  const files = await tx.findBy(JobSeeker, { familyId: Any([...familyIds]) });
  return familyIds.map((familyId) => ({
    familyId,
    relations: ['ADVISOR'],
    followers: followersFrom(
      files.filter((file) => file.familyId === familyId).flatMap(followedDays),
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
