import type { CalendarDay } from './calendar.ts';
import type { CareDesk, Hours, Place } from './care-desk.ts';
import type { CareKind, DemoBooking, DemoChild, DemoPlacement, WeeklyLine } from './demo-family.ts';
import type { Household, Maker } from './make-people.ts';

/** Suspended placements rest from this day on. */
const SUSPENDED_SINCE = -6;
const DAYS_FROM_AGREEMENT_TO_START = 21;

const rhythms: readonly { readonly weekdays: readonly number[]; readonly hours: Hours }[] = [
  { weekdays: [1, 2, 4, 5], hours: { from: 510, to: 750 } },
  { weekdays: [1, 4], hours: { from: 510, to: 1020 } },
  { weekdays: [2, 3], hours: { from: 540, to: 990 } },
  { weekdays: [1, 3, 5], hours: { from: 510, to: 720 } },
  { weekdays: [2, 5], hours: { from: 540, to: 1020 } },
  { weekdays: [4], hours: { from: 510, to: 1020 } },
];

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Days from the first to the last of a placement's life, counted from today. */
type Span = { readonly from: number; readonly to: number; readonly isSuspended: boolean };

const spanOf = ({ random, calendar }: Maker, isActive: boolean): Span => {
  const chance = isActive ? 0 : random.next();
  const started = -random.between(20, 240);
  if (chance < 0.8) return { from: started, to: started + 329, isSuspended: false };
  if (chance < 0.87) return { from: -330, to: -random.between(3, 12), isSuspended: false };
  if (chance < 0.93) return { from: started, to: started + 329, isSuspended: true };
  const nextMonday = 8 - calendar.today.dayOfWeek;
  return { from: nextMonday + 7, to: nextMonday + 330, isSuspended: false };
};

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

const bookDays = (
  maker: Maker,
  desk: CareDesk,
  household: Household,
  placement: DemoPlacement,
  place: Place,
  span: Span,
  hours: Hours,
): void => {
  const booked = desk.bookedDays;
  const last = span.isSuspended ? SUSPENDED_SINCE - 1 : Math.min(booked.last, span.to);
  for (let offset = Math.max(booked.first, span.from); offset <= last; offset += 1) {
    const day = maker.calendar.dayAt(offset);
    const isInPattern = placement.weeklyPattern.some(({ weekday }) => weekday === day.weekday);
    if (!isInPattern || !day.isWorking || !desk.mayTake(place, day, hours)) continue;
    desk.take(place, day, hours);
    household.bookings.push({
      id: maker.newId(),
      childId: placement.childId,
      sectionId: placement.sectionId,
      centreId: place.centre.id,
      kind: placement.kind,
      ...stateOfStay(maker, day),
      startsAt: day.at(hours.from),
      endsAt: day.at(hours.to),
      placementId: placement.id,
      milestoneId: null,
      bookedAt: maker.calendar.dayAt(Math.min(span.from - DAYS_FROM_AGREEMENT_TO_START, -1)).at(600),
    });
  }
};

const flexibleAt = ({ centre }: Place): CareKind =>
  centre.careKinds.includes('FLEXIBLE') ? 'FLEXIBLE' : 'LONG_TERM';

/** Gives a child a contract with weekly hours, and the bookings that follow from it. */
export const addPlacement = (
  maker: Maker,
  desk: CareDesk,
  household: Household,
  child: DemoChild,
  place: Place,
  isActive: boolean,
): void => {
  const { random, calendar, newId } = maker;
  const { weekdays, hours } = isActive && rhythms[0] ? rhythms[0] : random.pick(rhythms);
  const span = spanOf(maker, isActive);
  const isInsertionContract = place.centre.isAvip && random.chance(0.5);
  const startsOn = calendar.dayAt(span.from).day;
  const lasts = isInsertionContract ? Math.max(span.from + 180, 40) : span.to;
  const weeklyPattern = weekdays.map(
    (weekday): WeeklyLine => ({ weekday, from: clock(hours.from), to: clock(hours.to) }),
  );
  const placement: DemoPlacement = {
    id: newId(),
    childId: child.id,
    sectionId: place.section.id,
    kind: random.chance(0.8) ? 'LONG_TERM' : flexibleAt(place),
    suspendedFrom: span.isSuspended ? calendar.dayAt(SUSPENDED_SINCE).day : null,
    startsOn,
    endsOn: calendar.dayAt(span.to < 0 ? span.to : lasts).day,
    weeklyPattern,
    isInsertionContract,
  };
  const before = household.bookings.length;
  bookDays(maker, desk, household, placement, place, { ...span, to: Math.min(span.to, lasts) }, hours);
  const isRunning = !span.isSuspended && span.from <= 0 && span.to >= 0;
  const isCrowdedOut = isRunning && household.bookings.length === before;
  if (!isCrowdedOut) household.placements.push(placement);
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
