import type { Counting } from '@relais/platform/statistics/closed-quarters.ts';
import type { z } from 'zod';
import {
  districtsOfFamilies,
  jobSearchCounts,
  jobSeekersAndReturns,
  milestonesHeld,
  returnsFollowedUp,
} from './impact-figures.queries.ts';

export type JobSearchCounts = z.output<typeof jobSearchCounts>;

/** What this agency counts of a quarter, each family where it lived on its last day. */
export const countingJobSearch: Counting<JobSearchCounts> = {
  version: 1,
  shape: jobSearchCounts,
  // One after the other: they may share the connection of a transaction.
  count: async (db, quarter) => ({
    milestones: await milestonesHeld(db, quarter),
    jobSeekers: await jobSeekersAndReturns(db, quarter),
    followUps: await returnsFollowedUp(db, quarter),
    districts: await districtsOfFamilies(db, quarter.to),
  }),
};
