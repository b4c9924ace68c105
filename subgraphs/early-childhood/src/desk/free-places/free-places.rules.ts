import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import { openHalfHours } from '../centre-day/centre-day.rules.ts';

/** Whether a centre is open all through. */
export const isOpenThrough = (
  day: Temporal.PlainDate,
  { startsAt, endsAt }: Period,
  openingHours: readonly WeeklyHours[],
): boolean => {
  const touched = openHalfHours(day, openingHours).filter(
    (each) => each.endsAt > startsAt && each.startsAt < endsAt,
  );
  const open = touched.reduce((sum, each) => sum + overlapMs(each, { startsAt, endsAt }), 0);
  return open === endsAt.getTime() - startsAt.getTime();
};

const overlapMs = (one: Period, other: Period): number =>
  Math.min(one.endsAt.getTime(), other.endsAt.getTime()) -
  Math.max(one.startsAt.getTime(), other.startsAt.getTime());

type Free = { readonly freePlaces: number; readonly freeEmergencyPlaces: number };

/** Whether anything can be booked there: an emergency takes what is left to emergencies. */
export const hasPlace = ({ freePlaces, freeEmergencyPlaces }: Free, isEmergency: boolean): boolean =>
  isEmergency ? freeEmergencyPlaces > 0 : freePlaces > 0;
