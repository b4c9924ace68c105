import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { isDuring } from '@relais/platform/time/days.rules.ts';
import { Temporal } from 'temporal-polyfill';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import type { RefusedStay } from '../bookings/booking.rules.ts';
import { staysOf } from './pattern.rules.ts';
import type { stayReasons } from './placement.reasons.ts';

type DaysOff = { readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate };

/** What takes days away from the hours that were asked for. */
export type Limits = {
  /** First and last day of what was agreed. */
  readonly period: DaysOff;
  readonly closures: readonly DaysOff[];
  /** Suspensions and announced absences. */
  readonly pauses: readonly DaysOff[];
};

type Obstacle = Word<typeof stayReasons>;

const DAYS_TO_A_WEEK_LATER = 6;

const obstacleOn = (day: Temporal.PlainDate, { period, closures, pauses }: Limits): Obstacle | null => {
  if (!isDuring(day, period)) return 'OUTSIDE_PLACEMENT';
  if (closures.some((closure) => isDuring(day, closure))) return 'CENTRE_CLOSED';
  return pauses.some((pause) => isDuring(day, pause)) ? 'CARE_RESTS' : null;
};

const later = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one;

/** The stays that a line of hours would mean on these days, when none of them takes place; nothing when one does. */
const obstructedStaysOf = (
  line: WeeklyHours,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  limits: Limits,
): RefusedStay<Obstacle>[] => {
  // In fewer days than a week, a line may fall on none of them: then it is told of the first that follows.
  const wholeWeek = later(to, from.add({ days: DAYS_TO_A_WEEK_LATER }));
  const stays = staysOf([line], { from, to: wholeWeek }, []).map((stay) => ({
    stay,
    refusal: obstacleOn(dayOf(stay.startsAt), limits),
  }));
  const obstructed = stays.flatMap(({ stay, refusal }) => (refusal ? [{ stay, refusal }] : []));
  return obstructed.length === stays.length ? obstructed : [];
};

/** Hours that were asked for and of which nothing would come: a closed day is no surprise, a line without any day is. */
export const obstructedHours = (
  hours: readonly WeeklyHours[],
  days: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  limits: Limits,
): RefusedStay<Obstacle>[] =>
  hours
    .flatMap((line) => obstructedStaysOf(line, days, limits))
    .sort((one, other) => one.stay.startsAt.getTime() - other.stay.startsAt.getTime());
