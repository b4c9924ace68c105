import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Closure } from '../../centres/centres/closure.ts';
import { giveBackBookings } from '../bookings/booking.queries.ts';
import { periodOfDays } from '../placements/agreed-stays.rules.ts';
import { type LockedStay, lockStaysOfCentre, retimeBookings } from './closure.queries.ts';
import { cutStay } from './cut-stay.rules.ts';
import { ShortenedStay } from './shortened-stay.ts';

/** What a child loses of a stay, as the stay was. */
type LostStay = Period & Pick<LockedStay, 'childId' | 'familyId'> & { readonly status: 'HELD' | 'CONFIRMED' };

export type CutByClosures = {
  readonly givenBack: number;
  readonly shortened: number;
  readonly lost: readonly LostStay[];
};

const NOTHING: CutByClosures = { givenBack: 0, shortened: 0, lost: [] };

/** Cuts what is booked in a centre that is held: what lies in the closed time is given back, what reaches into it is shortened. */
const cutBy = async (tx: Transaction, closure: Closure, now: Date): Promise<CutByClosures> => {
  const stays = await lockStaysOfCentre(tx, closure.centreId, periodOfDays(closure), now);
  const cuts = stays.map((stay) => ({ ...cutStay(stay, closure, now), stay }));
  const givenBack = cuts.filter(({ left }) => left === null).map(({ stay }) => stay);
  const shortened = cuts.flatMap(({ left, lost, stay }) => (left && lost.length > 0 ? [{ left, stay }] : []));
  await giveBackBookings(tx, givenBack, closure.reason);
  const times = shortened.map(({ left, stay: { id } }) => ({ id, ...left }));
  await retimeBookings(tx, times);
  const kept = shortened.map(({ stay: { id: bookingId, startsAt, endsAt } }) => {
    return { closureId: closure.id, bookingId, startsAt, endsAt };
  });
  if (kept.length > 0) await tx.insert(ShortenedStay, kept);
  return {
    givenBack: givenBack.length,
    shortened: shortened.length,
    lost: cuts.flatMap(({ lost, stay: { childId, familyId, status } }) =>
      // Whoever came is covered as whoever is expected.
      lost.map((part) => ({ ...part, childId, familyId, status: status === 'HELD' ? status : 'CONFIRMED' })),
    ),
  };
};

export const cutStays = async (
  tx: Transaction,
  closures: readonly Closure[],
  now: Date,
): Promise<CutByClosures> => {
  let all = NOTHING;
  for (const closure of closures) {
    const cut = await cutBy(tx, closure, now);
    const [givenBack, shortened] = [all.givenBack + cut.givenBack, all.shortened + cut.shortened];
    all = { givenBack, shortened, lost: [...all.lost, ...cut.lost] };
  }
  return all;
};
