import type { StoredBooking } from './capacity-sweep.ts';
import type { Change } from './journal.ts';

/** What was done by its answer, and what may have been done although no answer arrived. */
export type OfferEvidence = { readonly done: readonly Change[]; readonly possible: readonly Change[] };

const isAmong = (changes: readonly Change[], type: Change['type'], id: string): boolean =>
  changes.some((change) => change.type === type && change.id === id);

/** In which states a booking that an offer holds may be. */
const statusesOf = (offerId: string, { done, possible }: OfferEvidence): string[] => {
  const accepted = isAmong(done, 'ACCEPT', offerId);
  const declined = isAmong(done, 'DECLINE', offerId);
  if (accepted && declined) return [];
  if (accepted) return ['CONFIRMED'];
  if (declined) return ['CANCELLED'];
  return [
    'HELD',
    ...(isAmong(possible, 'ACCEPT', offerId) ? ['CONFIRMED'] : []),
    ...(isAmong(possible, 'DECLINE', offerId) ? ['CANCELLED'] : []),
  ];
};

/** What does not fit of a booking that an offer holds: its answers name no bookings. */
export const heldProblems = (
  { id, status }: Pick<StoredBooking, 'id' | 'status'>,
  offerId: string,
  evidence: OfferEvidence,
): string[] => {
  const { done, possible } = evidence;
  if (!isAmong(done, 'OFFER', offerId) && !isAmong(possible, 'OFFER', offerId))
    return [`DUPLICATE: booking ${id} is held by an offer that nobody made`];
  const statuses = statusesOf(offerId, evidence);
  return statuses.includes(status)
    ? []
    : [
        `LOST: booking ${id} of offer ${offerId} is ${status}, not ${statuses.join(' or ') || 'both taken and given back'}`,
      ];
};

/** Offers that were acknowledged and hold nothing. */
export const lostOffers = ({ done }: OfferEvidence, stored: readonly StoredBooking[]): string[] => {
  const holding = new Set(stored.map(({ offerId }) => offerId));
  return done
    .filter(({ type, id }) => type === 'OFFER' && !holding.has(id))
    .map(({ id }) => `LOST: offer ${id} was acknowledged and holds no booking`);
};
