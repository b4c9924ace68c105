import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { Child } from '../../families/families/child.ts';
import { type BookedStays, bookStays } from '../bookings/book-stays.ts';
import { familiesOfChild } from '../bookings/booking.queries.ts';
import type { Placement } from './placement.ts';

type Booked = Pick<Placement, 'id' | 'childId' | 'familyId' | 'sectionId' | 'kind'>;

/** Books stays of a placement: all of them, or none. */
export const bookPlacement = async (
  tx: Transaction,
  { id, childId, familyId, sectionId, kind }: Booked,
  stays: readonly Period[],
  { now, isPromised }: { readonly now: Date; readonly isPromised: boolean },
): Promise<BookedStays | { readonly refusal: 'UNKNOWN_SECTION' }> => {
  const child = await tx.findOneByOrFail(Child, { id: childId });
  const families = await familiesOfChild(tx, child);
  const whose = { child, familyId, familiesOfChild: families };
  const care = { ...whose, sectionId, kind, placementId: id, stays, isPromised };
  return bookStays(tx, { ...care, status: 'CONFIRMED' }, now);
};
