import { dayOf, instantAt, isoWeekday } from '@relais/platform/time/civil-time.ts';
import { HALF_HOUR_MILLISECONDS } from '@relais/platform/time/half-hours.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { BookingStatus } from '../../care/bookings/booking-status.ts';
import {
  type CentrePlaces,
  peakDuring,
  placesWithEmergencies,
  type Stay,
  takenForPlanned,
} from '../../care/bookings/places.rules.ts';
import { fewestAuthorised } from '../../centres/centres/centre-terms.rules.ts';
import { type ClosedTime, openPart } from '../../centres/centres/closed-time.rules.ts';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';

/** A booking that takes a place. */
export type DayStay = Stay & { readonly status: BookingStatus };

export type OccupancyFacts = {
  readonly section: { readonly id: string; readonly places: number };
  readonly centre: CentrePlaces;
  /** All that is booked in the centre meanwhile, cancelled ones apart. */
  readonly stays: readonly DayStay[];
};

export type Occupancy = {
  readonly expectedChildren: number;
  readonly freePlaces: number;
  readonly freeEmergencyPlaces: number;
};

const halfHoursBetween = (from: Date, to: Date): Period[] => {
  const first = Math.ceil(from.getTime() / HALF_HOUR_MILLISECONDS);
  const end = Math.floor(to.getTime() / HALF_HOUR_MILLISECONDS);
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => ({
    startsAt: new Date((first + index) * HALF_HOUR_MILLISECONDS),
    endsAt: new Date((first + index + 1) * HALF_HOUR_MILLISECONDS),
  }));
};

/** The half-hours of a day during which care can be booked, first to last. */
export const openHalfHours = (
  day: Temporal.PlainDate,
  openingHours: readonly WeeklyHours[],
  closures: readonly ClosedTime[] = [],
): Period[] =>
  openingHours
    .filter(({ weekday }) => weekday === isoWeekday(day))
    .flatMap(({ from, to }) => {
      const hours = { startsAt: instantAt(day, from), endsAt: instantAt(day, to) };
      const open = openPart(hours, closures);
      return open ? halfHoursBetween(open.startsAt, open.endsAt) : [];
    })
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());

/** Completed months on a day. */
export const ageInMonths = (birthDate: Temporal.PlainDate, day: Temporal.PlainDate): number =>
  birthDate.until(day, { largestUnit: 'months' }).months;

/** A held place is an offer, so nobody is expected in it yet. */
export const isToBeReceived = ({ status }: Pick<DayStay, 'status'>): boolean => status !== 'HELD';

export const isToBeCollected = (stay: Pick<DayStay, 'status'>): boolean =>
  isToBeReceived(stay) && stay.status !== 'ABSENT';

/** Who is in a section during half an hour, and what may still be booked there, by the same limits as a booking. */
export const occupancyDuring = (halfHour: Period, { section, centre, stays }: OccupancyFacts): Occupancy => {
  const inSection = stays.filter(({ sectionId }) => sectionId === section.id);
  const count = (some: readonly Period[]): number => peakDuring(some, halfHour);
  const taken = takenForPlanned(centre, stays, halfHour);
  const authorised = fewestAuthorised(centre, halfHour, dayOf(halfHour.startsAt));
  const freeForAll = placesWithEmergencies(authorised) - count(stays);
  const freeInCentre = authorised - count(taken);
  const freeInSection = section.places - count(taken.filter(({ sectionId }) => sectionId === section.id));
  return {
    expectedChildren: count(inSection.filter(isToBeCollected)),
    freePlaces: Math.max(0, Math.min(freeForAll, freeInCentre, freeInSection)),
    freeEmergencyPlaces: Math.max(0, freeForAll),
  };
};
