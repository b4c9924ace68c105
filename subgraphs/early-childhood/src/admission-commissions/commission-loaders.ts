import type { Database } from '@relais/platform/database/database.ts';
import {
  loaderById,
  loaderOfMany,
  loaderWithArguments,
  type Waves,
} from '@relais/platform/database/loaders.ts';
import {
  commissionsByIds,
  type DecisionsPage,
  decisionsOfCommissions,
  decisionsOnRequests,
} from './commission.queries.ts';

/** The loaders of admission commissions, for one request of a client. */
export const commissionLoaders = (db: Database, waves: Waves) => ({
  commissions: loaderById(waves, (ids) => commissionsByIds(db, ids)),
  decisionsOfCommission: loaderWithArguments(
    waves,
    (ids, page: DecisionsPage) => decisionsOfCommissions(db, ids, page),
    ({ commissionId }) => commissionId,
  ),
  decisionsOnRequest: loaderOfMany(
    waves,
    (ids) => decisionsOnRequests(db, ids),
    ({ careRequestId }) => careRequestId,
  ),
});
