import type { Database } from '@relais/platform/database/database.ts';
import { loaderBy, type Waves } from '@relais/platform/database/loaders.ts';
import type { Quarter } from '@relais/platform/statistics/quarter.rules.ts';
import {
  districtsOfFamilies,
  jobSeekersAndReturns,
  milestonesHeld,
  returnsFollowedUp,
} from './impact-figures.queries.ts';

/** Counted once per quarter and request, for all districts: what is withheld in one depends on the others. */
const countedOnce = <Row>(
  waves: Waves,
  db: Database,
  count: (db: Database, quarter: Quarter) => Promise<Row[]>,
) =>
  loaderBy(
    waves,
    (quarters: readonly Quarter[]) => Promise.all(quarters.map((quarter) => count(db, quarter))),
    ({ from }) => from.toString(),
  );

export const impactLoaders = (db: Database, waves: Waves) => ({
  milestonesHeld: countedOnce(waves, db, milestonesHeld),
  jobSeekersAndReturns: countedOnce(waves, db, jobSeekersAndReturns),
  returnsFollowedUp: countedOnce(waves, db, returnsFollowedUp),
  districtsOfFamilies: loaderBy(waves, (keys: readonly 'ALL'[]) =>
    Promise.all(keys.map(() => districtsOfFamilies(db))),
  ),
});
