import type { Database } from '@relais/platform/database/database.ts';
import {
  type Batches,
  loaderById,
  loaderOfMany,
  loaderWithArguments,
} from '@relais/platform/database/loaders.ts';
import {
  commissionsByIds,
  type DecisionsPage,
  decisionsOfCommissions,
  decisionsOnRequests,
} from './commission.queries.ts';

/** The loaders of admission commissions, for one request of a client. */
export const commissionLoaders = (db: Database, batches: Batches) => ({
  commissions: loaderById(batches, (ids) => commissionsByIds(db, ids)),
  decisionsOfCommission: loaderWithArguments(
    batches,
    (ids, page: DecisionsPage) => decisionsOfCommissions(db, ids, page),
    ({ commissionId }) => commissionId,
  ),
  decisionsOnRequest: loaderOfMany(
    batches,
    (ids) => decisionsOnRequests(db, ids),
    ({ careRequestId }) => careRequestId,
  ),
});
