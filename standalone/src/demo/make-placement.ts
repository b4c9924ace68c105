import { agreedStays } from '@relais/early-childhood/care/placements/agreed-stays.rules.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { Temporal } from 'temporal-polyfill';
import type { CalendarDay } from './calendar.ts';
import type { CareDesk, Hours, Place } from './care-desk.ts';
import type { CareKind, DemoBooking, DemoChild, DemoPlacement, WeeklyLine } from './demo-family.ts';
import { daysTaken, stateOfStay } from './make-care.ts';
import type { Household, Maker } from './make-people.ts';

/** Suspended placements rest from this day on. */
const SUSPENDED_SINCE = -6;
const DAYS_FROM_AGREEMENT_TO_START = 21;
const DAYS_OF_A_PLACEMENT = 329;
/** Fewer than any six months have: an insertion contract lasts no longer. */
const DAYS_OF_AN_INSERTION_CONTRACT = 180;

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
  const running = { from: started, to: started + DAYS_OF_A_PLACEMENT };
  if (chance < 0.8) return { ...running, isSuspended: false };
  if (chance < 0.87) return { from: -330, to: -random.between(3, 12), isSuspended: false };
  if (chance < 0.93) return { ...running, isSuspended: true };
  const nextMonday = 8 - calendar.today.dayOfWeek;
  return { from: nextMonday + 7, to: nextMonday + 330, isSuspended: false };
};

/** An insertion contract that runs began at most four months ago. */
const asInsertionContract = ({ from, to, isSuspended }: Span): Span => {
  const length = DAYS_OF_AN_INSERTION_CONTRACT;
  const began = to < 0 ? to - length : Math.max(from, 60 - length);
  return { from: began, to: began + length, isSuspended };
};

/** The section takes the child from the first to the last day, and all of its bookings are on file. */
const withinReach = ({ from, to, isSuspended }: Span, child: DemoChild, place: Place, world: World): Span => {
  const taken = daysTaken(world.maker, child, place.section);
  const last = Math.min(to, taken.last, world.desk.bookedDays.last);
  return { from: Math.max(from, taken.first), to: last, isSuspended };
};

type World = { readonly maker: Maker; readonly desk: CareDesk; readonly household: Household };

const plainHours = ({ weekday, from, to }: WeeklyLine) => ({
  weekday,
  from: Temporal.PlainTime.from(from),
  to: Temporal.PlainTime.from(to),
});

const closedDays = ({ centre }: Place) =>
  centre.closures.map(({ startsOn, endsOn }) => ({
    startsOn: Temporal.PlainDate.from(startsOn),
    endsOn: Temporal.PlainDate.from(endsOn),
  }));

type Stay = Period & { readonly day: CalendarDay };

/** What the placement means by the rule that books real ones, on the days of which bookings are on file. */
const staysOf = ({ maker: { calendar }, desk }: World, placement: DemoPlacement, place: Place): Stay[] => {
  const { suspendedFrom, startsOn, endsOn, weeklyPattern } = placement;
  const suspension = suspendedFrom ? [{ startsOn: suspendedFrom, endsOn }] : [];
  const agreement = {
    ...{ startsOn, endsOn, sentWeeks: [] },
    weeklyPattern: weeklyPattern.map(plainHours),
    pauses: [...closedDays(place), ...suspension],
  };
  const { first, last } = desk.bookedDays;
  return agreedStays(agreement, {
    startsOn: calendar.dayAt(first).day,
    endsOn: calendar.dayAt(last).day,
  }).map((stay) => ({ ...stay, day: calendar.dayAt(calendar.today.until(dayOf(stay.startsAt)).days) }));
};

const bookingOf = (
  { maker }: World,
  placement: DemoPlacement,
  { centre, section }: Place,
  { day, startsAt, endsAt }: Stay,
  agreedAt: Date,
): DemoBooking => ({
  id: maker.newId(),
  childId: placement.childId,
  sectionId: section.id,
  centreId: centre.id,
  kind: placement.kind,
  ...stateOfStay(maker, day),
  startsAt,
  endsAt,
  placementId: placement.id,
  milestoneId: null,
  bookedAt: agreedAt,
});

const flexibleAt = ({ centre }: Place): CareKind =>
  centre.careKinds.includes('FLEXIBLE') ? 'FLEXIBLE' : 'LONG_TERM';

const makePlacement = (
  { maker: { random, calendar, newId } }: World,
  child: DemoChild,
  place: Place,
  { from, to, isSuspended }: Span,
  { weekdays, hours }: (typeof rhythms)[number],
): Omit<DemoPlacement, 'isInsertionContract'> => ({
  id: newId(),
  childId: child.id,
  sectionId: place.section.id,
  kind: random.chance(0.8) ? 'LONG_TERM' : flexibleAt(place),
  suspendedFrom: isSuspended ? calendar.dayAt(Math.max(SUSPENDED_SINCE, from)).day : null,
  startsOn: calendar.dayAt(from).day,
  endsOn: calendar.dayAt(to).day,
  weeklyPattern: weekdays.map((weekday) => ({ weekday, from: clock(hours.from), to: clock(hours.to) })),
});

/** Gives a child a contract with weekly hours, and a booking for each day that it means, or nothing where a day is full. */
export const addPlacement = (world: World, child: DemoChild, place: Place, isActive: boolean): void => {
  const { maker, desk, household } = world;
  const rhythm = isActive && rhythms[0] ? rhythms[0] : maker.random.pick(rhythms);
  const chosen = spanOf(maker, isActive);
  const isInsertionContract = place.centre.isAvip && maker.random.chance(0.5);
  const wanted = isInsertionContract ? asInsertionContract(chosen) : chosen;
  const span = withinReach(wanted, child, place, world);
  if (span.to < span.from) return;
  const placement = { ...makePlacement(world, child, place, span, rhythm), isInsertionContract };
  const stays = staysOf(world, placement, place);
  if (!stays.every(({ day }) => desk.mayTake(place, day, rhythm.hours))) return;
  const agreedAt = maker.calendar.dayAt(Math.min(span.from - DAYS_FROM_AGREEMENT_TO_START, -1)).at(600);
  for (const stay of stays) {
    desk.take(place, stay.day, rhythm.hours);
    household.bookings.push(bookingOf(world, placement, place, stay, agreedAt));
  }
  household.placements.push(placement);
};
