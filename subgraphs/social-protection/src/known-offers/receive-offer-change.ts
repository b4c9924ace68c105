import type { EventReceiver } from '@relais/platform/subgraph.ts';
import { z } from 'zod';

const offerChanged = z.object({
  offerId: z.uuid(),
  familyId: z.uuid(),
  status: z.string().min(1),
  expiresAt: z.iso.datetime({ offset: true }),
  /** The version before this one tells none. */
  version: z.int().default(0),
});

const STORE = `
  insert into known_offers (offer_id, family_id, expires_at, version, is_open) values ($1, $2, $3, $4, $5)
  on conflict (offer_id) do update set
    family_id = excluded.family_id, expires_at = excluded.expires_at, version = excluded.version, is_open = excluded.is_open
  where known_offers.version <= excluded.version or excluded.version = 0`;

/** Whoever's they are: of most families no other offer is ever told. Another event may be forgetting the same ones. */
const FORGET_EXPIRED = `
  delete from known_offers where offer_id in (
    select offer_id from known_offers where expires_at <= $1 order by expires_at limit 100 for update skip locked)`;

/** Keeps what waits for a family's answer, and that it no longer does; nothing of what has expired. */
export const receiveOfferChange: EventReceiver = async (tx, { data }, now) => {
  const { offerId, familyId, status, expiresAt, version } = offerChanged.parse(data);
  await tx.query(STORE, [offerId, familyId, expiresAt, version, status === 'OPEN']);
  await tx.query(FORGET_EXPIRED, [now]);
};
