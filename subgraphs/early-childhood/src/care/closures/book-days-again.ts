import { storeNew } from '@relais/platform/database/store-new.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Days } from '@relais/platform/time/days.rules.ts';
import { overlap, type Period } from '@relais/platform/time/periods.rules.ts';
import { closuresDuring } from '../../centres/centres/centre.queries.ts';
import { Centre } from '../../centres/centres/centre.ts';
import { centreOn } from '../../centres/centres/centre-terms.rules.ts';
import { newBooking } from '../bookings/book-stays.ts';
import { isWithinHours } from '../bookings/booking.rules.ts';
import { Booking } from '../bookings/booking.ts';
import { agreedStays, periodOfDays } from '../placements/agreed-stays.rules.ts';
import { pausesOfPlacements } from '../placements/placement.queries.ts';
import type { Placement } from '../placements/placement.ts';
import {
  bookedOfChildrenDuring,
  placementsOfCentreDuring,
  sentWeeksOfPlacements,
  wereStored,
} from './closure.queries.ts';

type Agreed = { readonly placement: Placement; readonly stay: Period };

/** What all placements of a centre mean on some days, in a number of statements that does not grow with them. */
const agreedInCentre = async (tx: Transaction, centreId: string, days: Days): Promise<Agreed[]> => {
  const placements = await placementsOfCentreDuring(tx, centreId, days);
  const ids = placements.map(({ id }) => id);
  const pauses = await pausesOfPlacements(tx, ids);
  const weeks = await sentWeeksOfPlacements(tx, ids);
  const closures = await closuresDuring(tx, [centreId], days);
  return placements.flatMap((placement) => {
    const ofThis = ({ placementId }: { readonly placementId: string }) => placementId === placement.id;
    const agreement = {
      ...placement,
      pauses: [...pauses.filter(ofThis), ...closures],
      sentWeeks: weeks.filter(ofThis),
    };
    return agreedStays(agreement, days).map((stay) => ({ placement, stay }));
  });
};

/**
 * All in one statement, since nobody could book while the centre was closed. Where places were given anew or became fewer,
 * halves are tried until every stay that has a place is booked.
 */
export const storeFree = async <Each>(
  tx: Transaction,
  wanted: readonly Each[],
  store: (some: readonly Each[]) => Promise<unknown>,
): Promise<readonly Each[]> => {
  if (wanted.length === 0) return [];
  if (await wereStored(tx, () => store(wanted))) return wanted;
  if (wanted.length === 1) return [];
  const half = Math.ceil(wanted.length / 2);
  const first = await storeFree(tx, wanted.slice(0, half), store);
  return [...first, ...(await storeFree(tx, wanted.slice(half), store))];
};

export type BookedAgain = { readonly booked: readonly Booking[]; readonly notBooked: number };

/** Books what the placements of a centre that is held mean on some days, but where the child is booked meanwhile. */
export const bookDaysAgain = async (
  tx: Transaction,
  centreId: string,
  days: Days,
  now: Date,
): Promise<BookedAgain> => {
  const agreed = (await agreedInCentre(tx, centreId, days)).filter(({ stay }) => stay.startsAt > now);
  const childIds = [...new Set(agreed.map(({ placement }) => placement.childId))];
  const period = periodOfDays(days);
  const others = await bookedOfChildrenDuring(tx, childIds, period);
  const centre = await tx.findOneByOrFail(Centre, { id: centreId });
  const meanwhile = ({ placement, stay }: Agreed): Booking[] =>
    others.filter((other) => other.childId === placement.childId && overlap(other, stay));
  const missing = agreed.filter(
    (each) => !meanwhile(each).some(({ placementId }) => placementId === each.placement.id),
  );
  const free = missing.filter(
    (each) =>
      isWithinHours(each.stay, centreOn(centre, dayOf(each.stay.startsAt)).openingHours) &&
      meanwhile(each).length === 0,
  );
  const again = free.map(({ placement: { id: placementId, childId, familyId, sectionId, kind }, stay }) => {
    const care = {
      placementId,
      childId,
      familyId,
      sectionId,
      centreId,
      kind,
      status: 'CONFIRMED',
    } as const;
    return newBooking(tx, care, stay, now);
  });
  const booked = await storeFree(tx, again, (some) => storeNew(tx, Booking, some));
  return { booked, notBooked: missing.length - booked.length };
};
