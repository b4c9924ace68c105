import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { type Days, daysOf, isBefore, isDuring, laterOf } from '@relais/platform/time/days.rules.ts';
import { inOrder, type Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import type { changeFamiliarisationRules, familiarisationReasons } from './placement.reasons.ts';

/** As it is stored: first to last, nothing but its times. */
export const familiarisationOf = (stays: readonly Period[] | null | undefined): Period[] =>
  inOrder((stays ?? []).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })));

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

/** Whether a stay of a placement is one of familiarisation; a closure may have taken a part of it. */
export const isFamiliarisation = (
  { startsAt }: Pick<Period, 'startsAt'>,
  familiarisation: readonly Period[],
): boolean => familiarisation.some((stay) => dayOf(stay.startsAt).equals(dayOf(startsAt)));

const LONGEST_DAYS = 28;

type Terms = Days & { readonly weeklyPattern: readonly WeeklyHours[] };

const minutesOf = ({ startsAt, endsAt }: Period): number => (endsAt.getTime() - startsAt.getTime()) / 60_000;

const longestMinutes = (pattern: readonly WeeklyHours[]): number =>
  Math.max(...pattern.map(({ from, to }) => from.until(to).total('minutes')));

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
  const isShort = stays.every((stay) => minutesOf(stay) <= longestMinutes(weeklyPattern));
  return isShort ? null : 'FAMILIARISATION_OVER_AGREED_HOURS';
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

/** The stays that fall on days on which care rests. */
export const restingStays = (stays: readonly Period[], pauses: readonly Days[]): Period[] =>
  stays.filter(({ startsAt }) => pauses.some((pause) => isDuring(dayOf(startsAt), pause)));
