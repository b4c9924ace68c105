import type { Database } from '@relais/platform/database/database.ts';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { Temporal } from 'temporal-polyfill';
import { JobSeeker } from './job-seeker.ts';

/** One that somebody follows. */
export type FollowedFile = JobSeeker & { advisorId: string };

/** An open file, of an adult of a new family unless told, which its advisor follows. */
export const givenJobSeeker = async (db: Database, given: Partial<JobSeeker> = {}): Promise<FollowedFile> => {
  const { adultId, familyId } = await givenKnownFamily(db);
  const jobSeeker: FollowedFile = Object.assign(new JobSeeker(), {
    id: newId(),
    adultId,
    familyId,
    category: 1,
    statisticalCategory: null,
    romeCode: null,
    deskAgency: null,
    deskSince: null,
    registeredOn: Temporal.PlainDate.from('2026-01-05'),
    closedOn: null,
    closingReason: null,
    version: 1,
    ...given,
    advisorId: given.advisorId ?? newId(),
  });
  await db.insert(JobSeeker, jobSeeker);
  const follows = { sub: jobSeeker.advisorId, relation: 'ADVISOR', adultId: jobSeeker.adultId };
  await givenFollowers(db, jobSeeker.familyId, [follows]);
  return jobSeeker;
};
