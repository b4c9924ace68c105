import type { Transaction } from '@relais/platform/database/transaction.ts';
import { publicationOf, publishAll } from '@relais/platform/events/publish.ts';
import { publishedEvent } from '@relais/platform/events/published-event.ts';
import { z } from 'zod';
import { type ToldOffer, unexpiredOffers } from './care-offer.queries.ts';
import { CareOfferStatus } from './care-offer-status.ts';

export const offerChangedEvent = publishedEvent({
  type: 'relais.offer.changed.v1',
  description:
    'A place was offered to a family, or its offer was answered, withdrawn or has expired. For alerts only: never the child, the centre or the care.',
  subject: { kind: 'FAMILY', id: 'familyId' },
  about: 'offerId',
  data: z.object({
    offerId: z.uuid().describe('The offer.'),
    familyId: z.uuid().describe('The family it is made to.'),
    status: z.enum(Object.values(CareOfferStatus)).describe('Where it stands; `OPEN` waits for an answer.'),
    expiresAt: z.iso.datetime({ offset: true }).describe('Until when the family can accept it.'),
    version: z
      .int()
      .describe(
        'Of the offer: one told of another file that it was in, by a merge, may arrive later and be older.',
      ),
  }),
  example: {
    offerId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f3001',
    familyId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001',
    status: 'OPEN',
    expiresAt: '2026-09-15T07:00:00.000Z',
    version: 1,
  },
});

/** Tells that a family waits to answer offers, or no longer does. Call it last, and after its cover was told. */
export const publishOffers = (tx: Transaction, offers: readonly ToldOffer[]): Promise<void> =>
  publishAll(
    tx,
    offers.map(({ id, status, expiresAt, familyId, version }) =>
      publicationOf(offerChangedEvent, familyId, {
        offerId: id,
        familyId,
        status,
        expiresAt: expiresAt.toISOString(),
        version,
      }),
    ),
  );

/** Tells all that others can still know of the offers made to these families. */
export const republishOffers = async (
  tx: Transaction,
  familyIds: readonly string[],
  now: Date,
): Promise<void> => publishOffers(tx, await unexpiredOffers(tx, familyIds, now));
