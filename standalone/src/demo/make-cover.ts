import type { CalendarDay } from './calendar.ts';
import type { CareDesk, Hours, Place } from './care-desk.ts';
import { certainStays, extentOf, needsCare, possibleStays, type Stretch } from './cover-plan.ts';
import type { DemoChild } from './demo-family.ts';
import { daysTaken } from './make-care.ts';
import type { Household, Maker } from './make-people.ts';
import type { CoverStatus } from './stories.ts';

/** Needed time of a milestone to come, in minutes of its day. */
export type Need = { readonly milestoneId: string; readonly day: CalendarDay; readonly hours: Hours };

export type CareWorld = {
  readonly maker: Maker;
  readonly desk: CareDesk;
  readonly household: Household;
  /** Where each child of the family can be booked. */
  readonly places: ReadonlyMap<string, Place>;
};

const HALF_HOUR = 30;
const HOUR_MS = 3_600_000;
const NOTICE_DAYS_OF_EMERGENCY = 3;

const stretchOf = ({ day }: Need, { from, to }: Hours): Stretch => ({
  from: day.at(from).getTime(),
  to: day.at(to).getTime(),
});

const outward = ({ from, to }: Hours): Hours => ({
  from: Math.floor(from / HALF_HOUR) * HALF_HOUR,
  to: Math.ceil(to / HALF_HOUR) * HALF_HOUR,
});

const isBookedThen = ({ household }: CareWorld, childId: string, stretch: Stretch): boolean =>
  extentOf(stretch, certainStays(household, childId)) !== 'NONE';

const mayBook = (world: CareWorld, child: DemoChild, need: Need, hours: Hours): Place | undefined => {
  const place = world.places.get(child.id);
  if (!place || !need.day.isWorking) return undefined;
  const { first, last } = daysTaken(world.maker, child, place.section);
  if (need.day.offset < first || need.day.offset > last) return undefined;
  if (isBookedThen(world, child.id, stretchOf(need, hours))) return undefined;
  return world.desk.mayTake(place, need.day, hours) ? place : undefined;
};

/** Up to three days before; for what is to come, the afternoon before the city's own day. */
const bookedAtFor = ({ day, hours }: Need): Date =>
  day.offset > 0
    ? new Date(day.at(0).getTime() - (day.offset * 24 + 8) * HOUR_MS)
    : new Date(day.at(hours.from).getTime() - (1 + ((day.offset * day.offset + hours.from) % 72)) * HOUR_MS);

const book = (
  { maker, desk, household }: CareWorld,
  child: DemoChild,
  need: Need,
  hours: Hours,
  place: Place,
): void => {
  desk.take(place, need.day, hours);
  const isUrgent = need.day.offset <= NOTICE_DAYS_OF_EMERGENCY;
  household.bookings.push({
    id: maker.newId(),
    childId: child.id,
    sectionId: place.section.id,
    centreId: place.centre.id,
    kind: isUrgent && place.centre.careKinds.includes('EMERGENCY') ? 'EMERGENCY' : 'SHORT_TERM',
    status: need.day.offset < 0 ? 'ATTENDED' : 'CONFIRMED',
    startsAt: need.day.at(hours.from),
    endsAt: need.day.at(hours.to),
    placementId: null,
    milestoneId: need.milestoneId,
    cancellationReason: null,
    bookedAt: bookedAtFor(need),
  });
};

/** A booking where the centre can, else somebody the family knows. */
const lookAfter = (world: CareWorld, child: DemoChild, need: Need, hours: Hours): void => {
  const rounded = outward(hours);
  const place = world.maker.random.chance(0.75) ? mayBook(world, child, need, rounded) : undefined;
  if (place) {
    book(world, child, need, rounded, place);
    return;
  }
  world.household.arrangements.push({
    id: world.maker.newId(),
    childId: child.id,
    kind: world.maker.random.pick(['FAMILY', 'FAMILY', 'CHILDMINDER', 'OTHER'] as const),
    when: { startsAt: need.day.at(hours.from), endsAt: need.day.at(hours.to) },
  });
};

const certain = ({ household }: CareWorld, child: DemoChild, need: Need) =>
  extentOf(stretchOf(need, need.hours), certainStays(household, child.id));

const atMost = ({ household }: CareWorld, child: DemoChild, need: Need, more: readonly Stretch[] = []) =>
  extentOf(stretchOf(need, need.hours), [
    ...certainStays(household, child.id),
    ...possibleStays(household, child.id, need.day),
    ...more,
  ]);

const coverAll = (world: CareWorld, children: readonly DemoChild[], need: Need): void => {
  for (const child of children) {
    if (certain(world, child, need) !== 'ALL') lookAfter(world, child, need, need.hours);
  }
};

/** The half-hours that lie wholly in the first half of the needed time, so that the rest stays open. */
const firstHalf = ({ hours: { from, to } }: Need): Hours => ({
  from,
  to: Math.max(from + 5, Math.floor((from + to) / 2 / HALF_HOUR) * HALF_HOUR),
});

const coverPartly = (world: CareWorld, [first, ...others]: readonly DemoChild[], need: Need): boolean => {
  if (!first) return false;
  const half = firstHalf(need);
  if (half.to <= half.from || half.to >= need.hours.to) return false;
  if (atMost(world, first, need, [stretchOf(need, outward(half))]) !== 'SOME') return false;
  if (certain(world, first, need) === 'NONE') lookAfter(world, first, need, half);
  coverAll(world, others, need);
  return true;
};

/** Arranges the family's care so that a milestone gets the wanted cover; `false` when that time does not do. */
export const arrangeCover = (world: CareWorld, need: Need, wanted: CoverStatus): boolean => {
  const { household } = world;
  const sharedIds = new Set(household.shared.map(({ childId }) => childId));
  const young = household.children.filter((child) => needsCare(child, need.day));
  const own = young.filter(({ id }) => !sharedIds.has(id));
  switch (wanted) {
    case 'NOT_NEEDED':
      return (
        own.length === 0 && household.shared.every(({ periods }) => isElsewhere(periods, household.id, need))
      );
    case 'UNKNOWN':
      return own.length === 0 && young.length > 0;
    case 'COVERED':
      coverAll(world, own, need);
      return own.length > 0;
    case 'PARTIAL':
      return coverPartly(world, own, need);
    default:
      return own.some((child) => atMost(world, child, need) === 'NONE');
  }
};

type Periods = Household['shared'][number]['periods'];

const isElsewhere = (periods: Periods, familyId: string, need: Need): boolean => {
  const { from, to } = stretchOf(need, need.hours);
  return periods.some(
    (period) =>
      period.familyId !== familyId && period.startsAt.getTime() <= from && to <= period.endsAt.getTime(),
  );
};
