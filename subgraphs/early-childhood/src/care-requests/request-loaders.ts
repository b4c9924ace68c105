import type { Database } from '@relais/platform/database/database.ts';
import {
  loaderBy,
  loaderById,
  loaderOfMany,
  loaderWithArguments,
  type Waves,
} from '@relais/platform/database/loaders.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { priorityFactsOf } from '../waiting-list/priority.queries.ts';
import { explainedPriority } from '../waiting-list/request-priority.ts';
import { type FreedPlace, servedRequests } from '../waiting-list/would-serve-best.queries.ts';
import { careRequestsByIds, careRequestsOfChildren, careRequestsOfFamilies } from './care-request.queries.ts';

/** The loaders of requests, for one request of a client. */
export const requestLoaders = (db: Database, waves: Waves, now: Date) => ({
  servedBySection: loaderWithArguments(
    waves,
    (ids, place: FreedPlace) => servedRequests(db, ids, place, dayOf(now)),
    ({ sectionId }) => sectionId,
  ),
  priorityOfRequest: loaderBy(waves, async (ids: readonly string[]) => {
    const facts = await priorityFactsOf(db, ids, now);
    return facts.map((each) => each && explainedPriority(each));
  }),
  careRequests: loaderById(waves, (ids) => careRequestsByIds(db, ids)),
  careRequestsOfChild: loaderOfMany(
    waves,
    (ids) => careRequestsOfChildren(db, ids),
    (request) => request.childId,
  ),
  careRequestsOfFamily: loaderOfMany(
    waves,
    (ids) => careRequestsOfFamilies(db, ids),
    (request) => request.familyId,
  ),
});
