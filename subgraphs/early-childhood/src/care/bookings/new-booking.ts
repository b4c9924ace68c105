import type { Transaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Child } from '../../families/families/child.ts';
import { Booking } from './booking.ts';

/** `id` where the client made it. */
export type StayToBook = Period & { readonly id?: string };

/** What all bookings of one care have in common. */
type SharedByBookings = Pick<Booking, 'familyId' | 'sectionId' | 'kind' | 'status'> &
  Partial<Pick<Booking, 'placementId' | 'offerId' | 'milestoneId' | 'explanation'>>;

/** Any number of stays of one child in one section, first to last. */
export type CareToBook = SharedByBookings & {
  readonly child: Child;
  readonly stays: readonly StayToBook[];
  /** A running contract promises it already, so that it needs no notice. */
  readonly isPromised?: boolean;
};

/** A booking of one stay, not stored yet. */
export const newBooking = (
  tx: Transaction,
  care: SharedByBookings & Pick<Booking, 'childId' | 'centreId'>,
  { id = newId(), startsAt, endsAt }: StayToBook,
  bookedAt: Date,
): Booking => {
  const { placementId = null, offerId = null, milestoneId = null, explanation = null } = care;
  return tx.create(Booking, {
    id,
    childId: care.childId,
    familyId: care.familyId,
    sectionId: care.sectionId,
    centreId: care.centreId,
    kind: care.kind,
    status: care.status,
    startsAt,
    endsAt,
    placementId,
    offerId,
    milestoneId,
    explanation,
    bookedAt,
    cancellationReason: null,
    version: 1,
  });
};
