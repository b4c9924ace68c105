import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Days } from '@relais/platform/time/days.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { closuresDuring } from '../../centres/centres/centre.queries.ts';
import { Section } from '../../centres/centres/section.ts';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import { agreedStays } from './agreed-stays.rules.ts';
import { obstructedHours } from './obstructed-hours.rules.ts';
import type { RefusedPlacementStay } from './obstructed-stay.ts';
import { sentWeeksOf } from './placement.queries.ts';
import type { Placement } from './placement.ts';

type Agreed = Days &
  Pick<Placement, 'id' | 'sectionId' | 'weeklyPattern' | 'familiarisation' | 'ordinaryFrom'>;

/** The stays to come that a placement means on some days: its pattern without closures of the centre and pauses. */
export const findAgreedStays = async (
  tx: Transaction,
  placement: Agreed,
  pauses: readonly Days[],
  days: Days,
  now: Date,
): Promise<Period[]> => {
  const { centreId } = await tx.findOneByOrFail(Section, { id: placement.sectionId });
  const closures = await closuresDuring(tx, [centreId], days);
  const sentWeeks = await sentWeeksOf(tx, placement.id);
  const agreement = { ...placement, pauses: [...pauses, ...closures], sentWeeks };
  return agreedStays(agreement, days).filter(({ startsAt }) => startsAt > now);
};

/** Of hours that are asked for on some days: those of which nothing would come, with what stands in their way. */
export const findObstructedHours = async (
  tx: Transaction,
  placement: Days & Pick<Placement, 'sectionId'>,
  hours: readonly WeeklyHours[],
  pauses: readonly Days[],
  days: Days,
): Promise<RefusedPlacementStay[]> => {
  const { centreId } = await tx.findOneByOrFail(Section, { id: placement.sectionId });
  const closures = await closuresDuring(tx, [centreId], days);
  return obstructedHours(hours, days, { period: placement, closures, pauses });
};

type HoursWithoutDays = {
  readonly refusal: 'OUTSIDE_PLACEMENT' | 'CENTRE_CLOSED';
  readonly obstructed: readonly RefusedPlacementStay[];
};

/**
 * Why ordinary hours would come to nothing, or `null`. Hours that were given must each fall on some open day; of hours
 * that only go on, the closures of a centre may not swallow any. A suspension does not count: care goes on after it.
 */
export const findHoursWithoutDays = async (
  tx: Transaction,
  placement: Days & Pick<Placement, 'sectionId'>,
  given: readonly WeeklyHours[] | null | undefined,
  goingOn: readonly WeeklyHours[],
): Promise<HoursWithoutDays | null> => {
  const all = await findObstructedHours(tx, placement, given ?? goingOn, [], placement);
  const isGiven = Boolean(given);
  const obstructed = all.filter(({ refusal }) => refusal === 'CENTRE_CLOSED' || isGiven);
  const [first] = obstructed;
  if (!first) return null;
  const refusal = first.refusal === 'CENTRE_CLOSED' ? 'CENTRE_CLOSED' : 'OUTSIDE_PLACEMENT';
  return { refusal, obstructed };
};
