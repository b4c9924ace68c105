import type { Database } from './database/database.ts';
import { countDeadLetters, type DeadLetters } from './events/dead-letter.queries.ts';
import { type Lagging, notTakenOf, type Refused } from './events/lag.ts';
import { type FailingJobs, failingJobsOf } from './jobs/failing-jobs.ts';

/** What somebody has to see to before it fails, each by a word. */
export type Warnings = Readonly<Record<string, string>>;

/** What a service that works has to be helped with, as `/health/ready` names it; what goes well is left out. */
export type Outages = {
  /** The agencies that have been waiting for this one's events, and for how long. */
  readonly lagging?: Lagging;
  /** The agencies that refuse events of this one: somebody has to look, waiting does not help. */
  readonly refused?: Refused;
  readonly failingJobs?: FailingJobs;
  /** Events that arrived and could not be taken: `npm run events -- letters` tells which. */
  readonly deadLetters?: DeadLetters;
  /** What of the city's own data ends soon, by the agency's own words. */
  readonly warnings?: Warnings;
};

const isAny = (named: object): boolean => Object.keys(named).length > 0;

export const outagesOf = async (
  db: Pick<Database, 'query'>,
  warnings: Warnings | undefined = {},
): Promise<Outages> => {
  const { lagging, refused } = await notTakenOf(db);
  const failingJobs = await failingJobsOf(db);
  const deadLetters = await countDeadLetters(db);
  return {
    ...(isAny(lagging) && { lagging }),
    ...(isAny(refused) && { refused }),
    ...(isAny(failingJobs) && { failingJobs }),
    ...(isAny(deadLetters) && { deadLetters }),
    ...(isAny(warnings) && { warnings }),
  };
};
