import type { EventReceiver } from '@relais/platform/subgraph.ts';
import { LessThanOrEqual } from 'typeorm';
import { z } from 'zod';
import { KnownOffer } from './known-offer.ts';

const offerChanged = z.object({
  offerId: z.uuid(),
  familyId: z.uuid(),
  status: z.string().min(1),
  expiresAt: z.iso.datetime({ offset: true }),
});

const STORE = `
  insert into known_offers (offer_id, family_id, expires_at) values ($1, $2, $3)
  on conflict (offer_id) do update set family_id = excluded.family_id, expires_at = excluded.expires_at`;

/** Keeps the offers that wait for a family's answer, and no other: what was answered or has expired is forgotten. */
export const receiveOfferChange: EventReceiver = async (tx, { data }, now) => {
  const { offerId, familyId, status, expiresAt } = offerChanged.parse(data);
  if (status === 'OPEN') await tx.query(STORE, [offerId, familyId, expiresAt]);
  if (status !== 'OPEN') await tx.delete(KnownOffer, { offerId });
  await tx.delete(KnownOffer, { familyId, expiresAt: LessThanOrEqual(now) });
};
