import { lastQuarterBefore } from '@relais/platform/statistics/quarter.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { type Calendar, calendarFrom } from './calendar.ts';
import type { CareDesk, DemoCentre, DemoDistrict, Place } from './care-desk.ts';
import { referenceOf } from './demo-city.ts';
import type { DemoBooking, DemoChild } from './demo-family.ts';
import { idsOf } from './demo-ids.ts';
import type { LivingFamily } from './demo-life.ts';
import { stateOfStay } from './make-care.ts';
import { type Household, type Maker, makeChild, makeHousehold } from './make-people.ts';
import { type Seat, seatsOf, whileOpen } from './ordinary-seats.ts';
import { type Random, randomOf, seedOf } from './random.ts';

/**
 * The other children of the city, whose families the practice does not follow: they have short-term care that is booked
 * for some weeks, and no placement, request, team or job search. They came since the last quarter that is over had ended,
 * so that its figures are those of the practice alone.
 */
export type OrdinaryPlan = {
  readonly seed: number;
  readonly today: Temporal.PlainDate;
  readonly districts: readonly DemoDistrict[];
  /** Has given the families of the practice their places already: the others get what is left. */
  readonly desk: CareDesk;
  /** The number of the first of them. */
  readonly from: number;
  /** Centres in which something stays free at every hour. */
  readonly neverFull: ReadonlySet<string>;
};

/** Days counted from today: the first of the quarter, and the first of care. */
type City = OrdinaryPlan & {
  readonly calendar: Calendar;
  readonly quarterStart: number;
  readonly since: number;
};

/** Until how many days from now so many of the children are booked. */
const horizons: readonly (readonly [days: number, share: number])[] = [
  [14, 0.6],
  [21, 0.2],
  [28, 0.1],
  [42, 0.07],
  [63, 0.03],
];
/** Chance of its own. */
const SEATS = 85_000_000;
const SIBLINGS = 0.2;
const NEIGHBOURS = 0.85;
/** No child outgrows its section while its care is booked. */
const SPARE_MONTHS = 4;
const YOUNGEST_MONTHS = 3;
const OLDEST_MONTHS = 40;

const lastDayOf = (random: Random): number => {
  let chance = random.next();
  for (const [days, share] of horizons) {
    if (chance < share) return days;
    chance -= share;
  }
  return 0;
};

/** Four days out of five for some, most of them without Wednesdays; Saturdays only where the centre is open. */
const daysOfCare = ({ calendar, since }: City, random: Random) => {
  const restsOn = random.chance(0.25) ? random.pick([3, 3, 3, 5, 1]) : 0;
  const last = lastDayOf(random);
  return Array.from({ length: last - since + 1 }, (_, index) => calendar.dayAt(since + index)).filter(
    ({ weekday }) => weekday !== restsOn,
  );
};

const kindAt = ({ careKinds }: DemoCentre) =>
  careKinds.includes('SHORT_TERM') ? ('SHORT_TERM' as const) : ('FLEXIBLE' as const);

const bookingsOf = (
  city: City,
  maker: Maker,
  childId: string,
  { place, hours: wanted, keptFree }: Seat,
  bookedAt: Date,
): DemoBooking[] =>
  daysOfCare(city, maker.random).flatMap((day) => {
    const hours = whileOpen(place.centre, day, wanted);
    if (!hours || !city.desk.mayTake(place, day, hours, keptFree)) return [];
    city.desk.take(place, day, hours);
    const booking = {
      id: maker.newId(),
      ...{ childId, sectionId: place.section.id, centreId: place.centre.id },
      kind: kindAt(place.centre),
      ...stateOfStay(maker, day),
      startsAt: day.at(hours.from),
      endsAt: day.at(hours.to),
      ...{ placementId: null, milestoneId: null, bookedAt },
    };
    return [booking];
  });

const childFor = ({ maker, household }: Draft, { section }: Place): DemoChild => {
  const { random, calendar } = maker;
  const youngest = Math.max(YOUNGEST_MONTHS, section.minAgeMonths + 1);
  const months = random.between(youngest, Math.min(OLDEST_MONTHS, section.maxAgeMonths - SPARE_MONTHS));
  const birthDate = calendar.today.subtract({ months, days: random.between(0, 27) });
  return { ...makeChild(maker, 'TODDLER', household), birthDate };
};

type Draft = { readonly maker: Maker; readonly household: Household };

/** On a day of this quarter, before the first day of care. */
const registeredAt = ({ calendar, since, quarterStart }: City, random: Random): Date =>
  since > quarterStart
    ? calendar.dayAt(random.between(quarterStart, since - 1)).at(random.between(16, 34) * 30)
    : calendar.dayAt(quarterStart).at(0);

const familyAt = (city: City, centre: DemoCentre, familyNumber: number): Draft => {
  const random = randomOf(seedOf(city.seed, familyNumber));
  const maker: Maker = { random, calendar: city.calendar, newId: idsOf(city.seed, familyNumber) };
  const own = city.districts.find(({ id }) => id === centre.districtId);
  const district = own && random.chance(NEIGHBOURS) ? own : random.pick(city.districts);
  const household = makeHousehold(maker, referenceOf(familyNumber), district);
  return { maker, household: { ...household, registeredAt: registeredAt(city, random) } };
};

const withoutPractice = () => ({
  ...{ professionals: [], team: [], referrals: [], notes: [], tasks: [], contracts: [], followUps: [] },
  ...{ jobSearchSteps: [], careRequests: [] },
});

const finished = ({ maker, household }: Draft): LivingFamily => {
  const { lastName: _lastName, ...family } = household;
  const { id: subjectId, registeredAt: at } = family;
  const step = {
    childId: null,
    subjectId,
    kind: 'FAMILY_REGISTERED',
    at,
    doneBy: 'demo-coordinator',
    facts: {},
  };
  return { ...family, ...withoutPractice(), careSteps: [{ id: maker.newId(), ...step }] };
};

const MONTHS_BETWEEN_SIBLINGS = 10;

const areApart = (one: DemoChild, other: DemoChild): boolean =>
  one.birthDate !== null &&
  other.birthDate !== null &&
  Math.abs(one.birthDate.until(other.birthDate, { largestUnit: 'month' }).months) >= MONTHS_BETWEEN_SIBLINGS;

/** Adds a child with its bookings; nothing where no day is left. */
const addChild = (city: City, draft: Draft, seat: Seat): boolean => {
  const { maker, household } = draft;
  const child = childFor(draft, seat.place);
  if (!household.children.every((other) => areApart(other, child))) return false;
  const bookings = bookingsOf(city, maker, child.id, seat, household.registeredAt);
  if (bookings.length === 0) return false;
  household.children.push(child);
  household.bookings.push(...bookings);
  return true;
};

const draftsOf = (city: City, centre: DemoCentre, index: number, from: number): Draft[] => {
  const random = randomOf(seedOf(city.seed, SEATS, index));
  const drafts: Draft[] = [];
  for (const seat of seatsOf(centre, random, !city.neverFull.has(centre.id))) {
    const last = drafts.at(-1);
    const isSibling = last?.household.children.length === 1 && random.chance(SIBLINGS);
    if (isSibling && addChild(city, last, seat)) continue;
    const draft = familyAt(city, centre, from + drafts.length);
    if (addChild(city, draft, seat)) drafts.push(draft);
  }
  return drafts;
};

const quarterStartOf = (today: Temporal.PlainDate): number =>
  today.until(lastQuarterBefore(today).to).days + 1;

/** Fills the centres with children of ordinary families: nearly full for two weeks, then ever emptier. */
export const ordinaryFamilies = (plan: OrdinaryPlan): LivingFamily[] => {
  const calendar = calendarFrom(plan.today);
  const quarterStart = quarterStartOf(plan.today);
  const since = Math.max(1 - plan.today.dayOfWeek, quarterStart);
  const city = { ...plan, calendar, quarterStart, since };
  const drafts: Draft[] = [];
  for (const [index, centre] of plan.desk.centres.entries())
    drafts.push(...draftsOf(city, centre, index, plan.from + drafts.length));
  return drafts.map(finished);
};
