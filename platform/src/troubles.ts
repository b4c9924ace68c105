import type { Database } from './database/database.ts';
import { type Lagging, laggingOf } from './events/lag.ts';
import { type FailingJobs, failingJobsOf } from './jobs/failing-jobs.ts';

/** What a service that works has to be helped with, as `/health/ready` names it; what goes well is left out. */
export type Troubles = {
  /** The agencies that have been waiting for this one's events, and for how long. */
  readonly lagging?: Lagging;
  readonly failingJobs?: FailingJobs;
};

const isAny = (named: object): boolean => Object.keys(named).length > 0;

export const troublesOf = async (db: Pick<Database, 'query'>): Promise<Troubles> => {
  const lagging = await laggingOf(db);
  const failingJobs = await failingJobsOf(db);
  return { ...(isAny(lagging) && { lagging }), ...(isAny(failingJobs) && { failingJobs }) };
};
