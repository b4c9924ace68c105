import { OLDEST, YOUNGEST } from '@relais/early-childhood/care/bookings/booking.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { CalendarDay } from './calendar.ts';
import type { BookedDays, CareDesk, DemoSection, Place } from './care-desk.ts';
import type { DemoBooking, DemoChild } from './demo-family.ts';
import type { Household, Maker } from './make-people.ts';

const ageInMonths = ({ birthDate }: DemoChild, { calendar }: Maker): number =>
  birthDate ? birthDate.until(calendar.today, { largestUnit: 'month' }).months : 0;

/** Younger than this, no centre takes a child (10 weeks, rounded up). */
const LEAST_MONTHS = 3;

/** A section that takes this child, or none. */
export const findPlace = (
  maker: Maker,
  desk: CareDesk,
  household: Household,
  child: DemoChild,
): Place | undefined => {
  const age = ageInMonths(child, maker);
  return age < LEAST_MONTHS ? undefined : desk.placeFor(age, household.districtId, maker.random.next());
};

/** The days, counted from today, on which a section takes a child of that age; none for one that is not born. */
export const daysTaken = (
  { calendar: { today } }: Pick<Maker, 'calendar'>,
  { birthDate }: DemoChild,
  { minAgeMonths, maxAgeMonths }: DemoSection,
): BookedDays => {
  if (!birthDate) return { first: 0, last: -1 };
  const reached = (age: Temporal.DurationLike): number => today.until(birthDate.add(age)).days;
  return {
    first: Math.max(reached(YOUNGEST), reached({ months: minAgeMonths })),
    last: Math.min(reached(OLDEST), reached({ months: maxAgeMonths })) - 1,
  };
};

export const stateOfStay = (
  { random }: Maker,
  { offset }: CalendarDay,
): Pick<DemoBooking, 'status' | 'cancellationReason'> => {
  if (offset >= 0) return { status: 'CONFIRMED', cancellationReason: null };
  const chance = random.next();
  if (chance < 0.91) return { status: 'ATTENDED', cancellationReason: null };
  if (chance < 0.96) return { status: 'ABSENT', cancellationReason: null };
  return { status: 'CANCELLED', cancellationReason: 'Enfant malade' };
};

/** Weekdays with school in France, Wednesday being free in most nursery schools. */
const SCHOOL_DAYS = [1, 2, 4, 5];

export const addSchool = ({ calendar, newId }: Maker, household: Household, child: DemoChild): void => {
  const { today } = calendar;
  const startYear = today.month >= 8 ? today.year : today.year - 1;
  for (const weekday of SCHOOL_DAYS) {
    household.arrangements.push({
      id: newId(),
      childId: child.id,
      kind: 'SCHOOL',
      when: {
        weekly: { weekday, from: '08:30', to: '16:30' },
        startsOn: today.with({ year: startYear, month: 9, day: 1 }),
        endsOn: today.with({ year: startYear + 1, month: 7, day: 4 }),
      },
    });
  }
};
