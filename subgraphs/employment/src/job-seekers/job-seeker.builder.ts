import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import { Temporal } from 'temporal-polyfill';
import { givenKnownFamily } from '../known-families/known-family.builder.ts';
import { JobSeeker } from './job-seeker.ts';

/** An open file, of an adult of a new family unless told. */
export const givenJobSeeker = async (db: Database, given: Partial<JobSeeker> = {}): Promise<JobSeeker> => {
  const { adult } = await givenKnownFamily(db);
  const jobSeeker = Object.assign(new JobSeeker(), {
    id: newId(),
    adultId: adult.id,
    familyId: adult.familyId,
    category: 1,
    statisticalCategory: null,
    romeCode: null,
    advisorId: newId(),
    registeredOn: Temporal.PlainDate.from('2026-01-05'),
    closedOn: null,
    closingReason: null,
    version: 1,
    ...given,
  });
  await db.insert(JobSeeker, jobSeeker);
  return jobSeeker;
};
