import type { Database } from '@relais/platform/database/database.ts';
import { type Batches, loaderById, loaderOfMany } from '@relais/platform/database/loaders.ts';
import { careOffersByIds, careOffersOfRequests, stayCounts } from './care-offer.queries.ts';

/** How offers are read in one request. */
export const offerLoaders = (db: Database, batches: Batches) => ({
  careOffers: loaderById(batches, (ids) => careOffersByIds(db, ids)),
  offersOfRequest: loaderOfMany(
    batches,
    (ids) => careOffersOfRequests(db, ids),
    (offer) => offer.careRequestId,
  ),
  staysOfOffer: loaderOfMany(
    batches,
    (ids) => stayCounts(db, ids),
    ({ offerId }) => offerId,
  ),
});
