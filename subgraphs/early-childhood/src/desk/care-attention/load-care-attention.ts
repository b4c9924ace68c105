import type { Database } from '@relais/platform/database/database.ts';
import { type Batches, loaderOfMany } from '@relais/platform/database/loaders.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import {
  lackingMilestones,
  strayBookings,
  suspendedSupport,
  waitingRequests,
} from './care-attention.queries.ts';

/** Each kind of matter is one statement for any number of families. */
export const careAttentionLoaders = (db: Database, batches: Batches, now: Date) => {
  const today = dayOf(now).toString();
  const ofFamily = <Row extends { familyId: string }>(find: (familyIds: string[]) => Promise<Row[]>) =>
    loaderOfMany(batches, find, ({ familyId }) => familyId);
  return {
    lackingMilestonesOfFamily: ofFamily((ids) => lackingMilestones(db, ids, now)),
    strayBookingsOfFamily: ofFamily((ids) => strayBookings(db, ids, now)),
    waitingRequestsOfFamily: ofFamily((ids) => waitingRequests(db, ids)),
    suspendedSupportOfFamily: ofFamily((ids) => suspendedSupport(db, ids, today)),
  };
};
