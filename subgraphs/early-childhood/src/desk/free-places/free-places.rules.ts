import { dayOf, instantAt, timeOf } from '@relais/platform/time/civil-time.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { Temporal } from 'temporal-polyfill';
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

/** Two weeks: what is booked on all of them is read at once. */
const MOST_DAYS = 14;

export type StretchOfDay = Period & { readonly day: Temporal.PlainDate };

/** The same hours of each day from the first to the last; within one day that is the stretch itself. */
export const stretchesOf = (
  from: Date,
  to: Date,
): StretchOfDay[] | { readonly problem: 'TOO_MANY_DAYS' | 'HOURS_END_BEFORE_THEY_START' } => {
  const [first, last] = [dayOf(from), dayOf(new Date(to.getTime() - 1))];
  const length = first.until(last).days + 1;
  if (length > MOST_DAYS) return { problem: 'TOO_MANY_DAYS' };
  if (length === 1) return [{ day: first, startsAt: from, endsAt: to }];
  const endsAtMidnight = !dayOf(to).equals(last);
  const isBackwards = Temporal.PlainTime.compare(timeOf(from), timeOf(to)) >= 0;
  if (isBackwards && !endsAtMidnight) return { problem: 'HOURS_END_BEFORE_THEY_START' };
  return Array.from({ length }, (_, days) => first.add({ days })).map((day) => ({
    day,
    startsAt: instantAt(day, timeOf(from)),
    endsAt: instantAt(endsAtMidnight ? day.add({ days: 1 }) : day, timeOf(to)),
  }));
};

type PlacesOfDay = Free & { readonly isOpen: boolean };

/** Over several days, those on which it is open count: the fewest of any of them, and on how many there is a place. */
export const overDays = (days: readonly PlacesOfDay[], isEmergency: boolean) => {
  const open = days.filter(({ isOpen }) => isOpen);
  const fewest = (places: readonly number[]): number => (places.length === 0 ? 0 : Math.min(...places));
  return {
    freePlaces: fewest(open.map(({ freePlaces }) => freePlaces)),
    freeEmergencyPlaces: fewest(open.map(({ freeEmergencyPlaces }) => freeEmergencyPlaces)),
    daysWithPlaces: open.filter((each) => hasPlace(each, isEmergency)).length,
  };
};
