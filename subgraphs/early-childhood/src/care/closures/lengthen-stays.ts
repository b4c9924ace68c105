import type { Transaction } from '@relais/platform/database/transaction.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Days } from '@relais/platform/time/days.rules.ts';
import { closuresDuring } from '../../centres/centres/centre.queries.ts';
import { Centre } from '../../centres/centres/centre.ts';
import { centreOn } from '../../centres/centres/centre-terms.rules.ts';
import type { Closure } from '../../centres/centres/closure.ts';
import { isWithinHours } from '../bookings/booking.rules.ts';
import { periodOfDays } from '../placements/agreed-stays.rules.ts';
import { storeFree } from './book-days-again.ts';
import { lockShortenedBy, retimeBookings } from './closure.queries.ts';
import { type LengthenedStay, lengthened } from './lengthened.rules.ts';

export type Lengthened = { readonly stays: readonly LengthenedStay[]; readonly notLengthened: number };

/** What a closure that is withdrawn had shortened is as long again on some days, where there is room and nothing else closes. */
export const lengthenStays = async (
  tx: Transaction,
  closure: Closure,
  days: Days,
  now: Date,
): Promise<Lengthened> => {
  const shortened = await lockShortenedBy(tx, closure, periodOfDays(days).startsAt, now);
  if (shortened.length === 0) return { stays: [], notLengthened: 0 };
  const all = await closuresDuring(tx, [closure.centreId], days);
  const others = all.filter(({ id }) => id !== closure.id);
  const wanted = shortened.flatMap((stay) => lengthened(stay, others, now) ?? []);
  const centre = await tx.findOneByOrFail(Centre, { id: closure.centreId });
  // It may have become a centre with other hours meanwhile.
  const open = wanted.filter((stay) =>
    isWithinHours(stay, centreOn(centre, dayOf(stay.startsAt)).openingHours),
  );
  const stays = await storeFree(tx, open, (some) => retimeBookings(tx, some));
  return { stays, notLengthened: wanted.length - stays.length };
};
