import type { Database } from '@relais/platform/database/database.ts';
import {
  type Batches,
  loaderBy,
  loaderById,
  loaderOfMany,
  loaderWithArguments,
} from '@relais/platform/database/loaders.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { priorityFactsOf } from '../waiting-list/priority.queries.ts';
import { explainedPriority } from '../waiting-list/request-priority.ts';
import { type FreedPlace, servedRequests } from '../waiting-list/would-serve-best.queries.ts';
import { careRequestsByIds, careRequestsOfChildren, careRequestsOfFamilies } from './care-request.queries.ts';

/** The loaders of requests, for one request of a client. */
export const requestLoaders = (db: Database, batches: Batches, now: Date) => ({
  servedBySection: loaderWithArguments(
    batches,
    (ids, place: FreedPlace) => servedRequests(db, ids, place, dayOf(now)),
    ({ sectionId }) => sectionId,
  ),
  priorityOfRequest: loaderBy(batches, async (ids: readonly string[]) => {
    const facts = await priorityFactsOf(db, ids, now);
    return facts.map((each) => each && explainedPriority(each));
  }),
  careRequests: loaderById(batches, (ids) => careRequestsByIds(db, ids)),
  careRequestsOfChild: loaderOfMany(
    batches,
    (ids) => careRequestsOfChildren(db, ids),
    (request) => request.childId,
  ),
  careRequestsOfFamily: loaderOfMany(
    batches,
    (ids) => careRequestsOfFamilies(db, ids),
    (request) => request.familyId,
  ),
});
