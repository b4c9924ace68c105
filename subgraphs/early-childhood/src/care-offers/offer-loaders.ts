import type { Database } from '@relais/platform/database/database.ts';
import { loaderById, loaderOfMany, type Waves } from '@relais/platform/database/loaders.ts';
import { careOffersByIds, careOffersOfRequests, stayCounts } from './care-offer.queries.ts';

/** How offers are read in one request. */
export const offerLoaders = (db: Database, waves: Waves) => ({
  careOffers: loaderById(waves, (ids) => careOffersByIds(db, ids)),
  offersOfRequest: loaderOfMany(
    waves,
    (ids) => careOffersOfRequests(db, ids),
    (offer) => offer.careRequestId,
  ),
  staysOfOffer: loaderOfMany(
    waves,
    (ids) => stayCounts(db, ids),
    ({ offerId }) => offerId,
  ),
});
