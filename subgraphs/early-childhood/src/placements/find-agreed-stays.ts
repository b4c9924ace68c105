import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Temporal } from 'temporal-polyfill';
import type { Period } from '../bookings/places.rules.ts';
import { closuresDuring } from '../centres/centre.queries.ts';
import { Section } from '../centres/section.ts';
import { agreedStays } from './agreed-stays.rules.ts';
import { sentWeeksOf } from './placement.queries.ts';
import type { Placement } from './placement.ts';
import type { PlacementPause } from './placement-pause.ts';

type Agreed = Pick<Placement, 'id' | 'sectionId' | 'startsOn' | 'endsOn' | 'weeklyPattern'>;
type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

/** The stays to come that a placement means on some days: its pattern without closures of the centre and pauses. */
export const findAgreedStays = async (
  tx: Transaction,
  placement: Agreed,
  pauses: readonly Pick<PlacementPause, 'startsOn' | 'endsOn'>[],
  days: Days,
  now: Date,
): Promise<Period[]> => {
  const { centreId } = await tx.findOneByOrFail(Section, { id: placement.sectionId });
  const closures = await closuresDuring(tx, [centreId], days);
  const sentWeeks = await sentWeeksOf(tx, placement.id);
  const agreement = { ...placement, pauses: [...pauses, ...closures], sentWeeks };
  return agreedStays(agreement, days).filter(({ startsAt }) => startsAt > now);
};
