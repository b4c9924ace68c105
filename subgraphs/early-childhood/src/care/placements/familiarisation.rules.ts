import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { type Days, daysOf, isBefore, isDuring, laterOf } from '@relais/platform/time/days.rules.ts';
import { inOrder, type Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import type { changeFamiliarisationRules, familiarisationReasons } from './placement.reasons.ts';

const isAmong = (stays: readonly Period[]) => (stay: Period) =>
  stays.some(({ startsAt, endsAt }) => +startsAt === +stay.startsAt && +endsAt === +stay.endsAt);

/** As it is stored: first to last, each once, nothing but its times. */
export const familiarisationOf = (stays: readonly Period[] | null | undefined): Period[] =>
  inOrder((stays ?? []).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))).filter(
    (stay, index, all) => !isAmong(all.slice(0, index))(stay),
  );

type Beginning = {
  readonly startsOn: Temporal.PlainDate;
  readonly ordinaryFrom?: Temporal.PlainDate | null;
  readonly familiarisation?: readonly Period[];
};

/** The first day on which the ordinary hours of a placement apply: as agreed, and after the last day of familiarisation. */
export const firstOrdinaryDay = ({
  startsOn,
  ordinaryFrom = null,
  familiarisation = [],
}: Beginning): Temporal.PlainDate =>
  familiarisation.reduce(
    (first, { startsAt }) => laterOf(first, dayOf(startsAt).add({ days: 1 })),
    ordinaryFrom ?? startsOn,
  );

const isWithin = ({ startsAt, endsAt }: Period, stays: readonly Period[]): boolean =>
  stays.some((stay) => stay.startsAt <= startsAt && endsAt <= stay.endsAt);

/** Whether a stay of a placement is one of familiarisation, by its hours; a closure may have taken a part of it. */
export const isFamiliarisation = (stay: Period, familiarisation: readonly Period[]): boolean =>
  isWithin(stay, familiarisation);

/** The bookings that an agreement brought, be they shortened since: what was moved to its days is none of them. */
export const broughtBy = <Stay extends Period>(
  bookings: readonly Stay[],
  agreed: readonly Period[],
): Stay[] => bookings.filter((booking) => isWithin(booking, agreed));

const LONGEST_DAYS = 28;

type Terms = Days & { readonly weeklyPattern: readonly WeeklyHours[] };

const minutesOf = ({ startsAt, endsAt }: Period): number => (endsAt.getTime() - startsAt.getTime()) / 60_000;

/** Of the day with the most of them: a day may have several stays. */
const mostOfADay = (parts: readonly (readonly [day: string, minutes: number])[]): number => {
  const sums = new Map<string, number>();
  for (const [day, minutes] of parts) sums.set(day, (sums.get(day) ?? 0) + minutes);
  return Math.max(...sums.values());
};

const longestDay = (stays: readonly Period[]): number =>
  mostOfADay(stays.map((stay) => [dayOf(stay.startsAt).toString(), minutesOf(stay)]));

const longestAgreedDay = (pattern: readonly WeeklyHours[]): number =>
  mostOfADay(pattern.map(({ weekday, from, to }) => [String(weekday), from.until(to).total('minutes')]));

/** Why a child cannot get used to a centre so, or `null`; whether there is room is another question. */
export const familiarisationProblem = (
  stays: readonly Period[],
  { startsOn, endsOn, weeklyPattern }: Terms,
): Word<typeof familiarisationReasons> | null => {
  if (stays.length === 0) return null;
  const days = daysOf(stays);
  const isTooEarly = isBefore(days.startsOn, startsOn.subtract({ days: LONGEST_DAYS }));
  const isTooLong = !isBefore(days.endsOn, days.startsOn.add({ days: LONGEST_DAYS }));
  if (isTooEarly || isTooLong || !isBefore(days.endsOn, endsOn)) return 'FAMILIARISATION_TOO_LONG';
  return longestDay(stays) > longestAgreedDay(weeklyPattern) ? 'FAMILIARISATION_OVER_AGREED_HOURS' : null;
};

type Known = Terms & Beginning & { readonly familiarisation: readonly Period[] };

/** Why the days of familiarisation to come cannot be these, or `null`; those that have begun stay as they were. */
export const familiarisationChangeProblem = (
  placement: Known,
  given: readonly Period[],
  now: Date,
): Word<typeof changeFamiliarisationRules> | null => {
  const { familiarisation, ordinaryFrom, startsOn } = placement;
  if (!isBefore(dayOf(now), firstOrdinaryDay(placement))) return 'FAMILIARISATION_OVER';
  const all = withGiven(familiarisation, given, now);
  if (all.length === 0) return 'PATTERN_EMPTY';
  if (!given.every(({ startsAt }) => isDuring(dayOf(startsAt), placement))) return 'OUTSIDE_PLACEMENT';
  return familiarisationProblem(all, { ...placement, startsOn: ordinaryFrom ?? startsOn });
};

/** The days of familiarisation when those to come are the ones given. */
export const withGiven = (known: readonly Period[], given: readonly Period[], now: Date): Period[] =>
  familiarisationOf([...known.filter(({ startsAt }) => startsAt <= now), ...given]);

/** Stays that are not among others, to the minute. */
export const staysBeside = (stays: readonly Period[], others: readonly Period[]): Period[] =>
  stays.filter((stay) => !isAmong(others)(stay));

/** The stays that fall on days on which care rests. */
export const restingStays = (stays: readonly Period[], pauses: readonly Days[]): Period[] =>
  stays.filter(({ startsAt }) => pauses.some((pause) => isDuring(dayOf(startsAt), pause)));
