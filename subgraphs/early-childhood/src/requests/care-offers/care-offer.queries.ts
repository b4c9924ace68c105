import type { ActingSeer } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { id as anId, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Any } from 'typeorm';
import { z } from 'zod';
import type { Permission } from '../../permissions.ts';
import { lockCareRequest } from '../care-requests/care-request.queries.ts';
import type { CareRequest } from '../care-requests/care-request.ts';
import { CareOffer } from './care-offer.ts';
import { CareOfferStatus } from './care-offer-status.ts';

const NEWEST_FIRST = { offeredAt: 'DESC', id: 'DESC' } as const;

export const careOffersByIds = (db: Database, ids: string[]): Promise<CareOffer[]> =>
  db.findBy(CareOffer, { id: Any(ids) });

export const careOffersOfRequests = (db: Database, careRequestIds: string[]): Promise<CareOffer[]> =>
  db.find(CareOffer, { where: { careRequestId: Any(careRequestIds) }, order: NEWEST_FIRST });

export type LockedOffer = { readonly offer: CareOffer; readonly careRequest: CareRequest };

/** An offer and its request, held until commit: the request first, as whoever offers does. */
export const lockCareOffer = async (tx: Transaction, id: string): Promise<LockedOffer | null> => {
  const found = await tx.findOneBy(CareOffer, { id });
  const careRequest = found && (await lockCareRequest(tx, found.careRequestId));
  const offer = await tx.findOne(CareOffer, { where: { id }, lock: { mode: 'for_no_key_update' } });
  return offer && careRequest && { offer, careRequest };
};

/** The same for who acts, if they may offer places to the family; else it is as absent. */
export const lockOfferFor = async (
  tx: Transaction,
  id: string,
  { sight }: Pick<ActingSeer, 'sight'>,
): Promise<LockedOffer | null> => {
  const locked = await lockCareOffer(tx, id);
  const isAllowed =
    locked && (await sight.allows(tx, 'offer:write' satisfies Permission, [locked.careRequest.familyId]));
  return isAllowed ? locked : null;
};

/** The offer that a request stands on, open or accepted; its caller holds the request. */
export const standingOfferOf = (tx: Transaction, careRequestId: string): Promise<CareOffer | null> =>
  tx.findOne(CareOffer, {
    where: { careRequestId, status: Any(['OPEN', 'ACCEPTED']) },
    lock: { mode: 'for_no_key_update' },
  });

const CONFIRM = `
  update bookings set status = 'CONFIRMED', version = version + 1 where offer_id = $1 and status = 'HELD'`;

/** Confirms what an offer holds. Its centre is held. */
export const confirmHeld = async (tx: Transaction, offerId: string): Promise<void> => {
  await tx.query(CONFIRM, [offerId]);
};

const GivenBackRow = rowOf({
  childId: ['child_id', anId],
  startsAt: ['starts_at', instant],
  endsAt: ['ends_at', instant],
});
export type CareThatCovered = RowFrom<typeof GivenBackRow>;

/** What is over stays as it was, so that past cover stays true. */
const GIVE_BACK = `
  with standing as (
    select id, status = 'CONFIRMED' as did_cover from bookings
    where offer_id = $1 and (status = 'HELD' or (status = 'CONFIRMED' and starts_at > $3))),
  given_back as (
    update bookings set status = 'CANCELLED', cancellation_reason = $2, version = version + 1
    from standing where bookings.id = standing.id
    returning child_id, starts_at, ends_at, did_cover)
  select ${GivenBackRow.columns} from given_back
  where did_cover order by starts_at`;

/** Gives back what an offer holds, and what it booked that begins after a moment; answers the care that did cover. */
export const giveBackOffered = (
  tx: Transaction,
  offerId: string,
  reason: string,
  after: Date,
): Promise<CareThatCovered[]> => rowsOf(tx, GivenBackRow, GIVE_BACK, [offerId, reason, after]);

const StayCountRow = rowOf({ offerId: ['offer_id', anId], count: ['count(*)::integer', z.int()] });
export type StayCount = RowFrom<typeof StayCountRow>;

const STAYS = `
  select ${StayCountRow.columns} from bookings
  where offer_id = any($1::uuid[]) group by offer_id`;

/** How many bookings each offer made; those that were given back included. */
export const stayCounts = (db: Database, offerIds: string[]): Promise<StayCount[]> =>
  rowsOf(db, StayCountRow, STAYS, [offerIds]);

const ToldOfferRow = rowOf({
  id: ['offer.id', anId],
  status: ['offer.status', z.enum(CareOfferStatus)],
  expiresAt: ['offer.expires_at', instant],
  familyId: ['request.family_id', anId],
  version: ['offer.version', z.int()],
});
export type ToldOffer = RowFrom<typeof ToldOfferRow>;

const UNEXPIRED = `
  select ${ToldOfferRow.columns}
  from care_requests request join care_offers offer on offer.care_request_id = request.id
  where request.family_id = any($1::uuid[]) and offer.expires_at > $2 order by offer.offered_at, offer.id`;

/** The offers of families whose time is not over, answered or not. */
export const unexpiredOffers = (
  tx: Transaction,
  familyIds: readonly string[],
  now: Date,
): Promise<ToldOffer[]> => rowsOf(tx, ToldOfferRow, UNEXPIRED, [familyIds, now]);

/** The bookings that an offer made become those of the placement; its centre is held. */
export const joinPlacement = async (tx: Transaction, offerId: string, placementId: string): Promise<void> => {
  await tx.query(
    "update bookings set placement_id = $2, version = version + 1 where offer_id = $1 and status <> 'CANCELLED'",
    [offerId, placementId],
  );
};
