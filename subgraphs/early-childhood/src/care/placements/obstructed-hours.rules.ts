import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { type Days, isDuring, laterOf } from '@relais/platform/time/days.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { type ClosedTime, openPart } from '../../centres/centres/closed-time.rules.ts';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import type { RefusedStay } from '../bookings/booking.rules.ts';
import { staysOf } from './pattern.rules.ts';
import type { stayReasons } from './placement.reasons.ts';

/** What takes days away from the hours that were asked for. */
export type Limits = {
  /** First and last day of what was agreed. */
  readonly period: Days;
  readonly closures: readonly ClosedTime[];
  /** Suspensions and announced absences. */
  readonly pauses: readonly Days[];
};

type Obstacle = Word<typeof stayReasons>;

const DAYS_TO_A_WEEK_LATER = 6;

const obstacleOf = (stay: Period, { period, closures, pauses }: Limits): Obstacle | null => {
  const day = dayOf(stay.startsAt);
  if (!isDuring(day, period)) return 'OUTSIDE_PLACEMENT';
  if (!openPart(stay, closures)) return 'CENTRE_CLOSED';
  return pauses.some((pause) => isDuring(day, pause)) ? 'CARE_RESTS' : null;
};

/** The stays that a line of hours would mean on these days, when none of them takes place; nothing when one does. */
const obstructedStaysOf = (
  line: WeeklyHours,
  { startsOn, endsOn }: Days,
  limits: Limits,
): RefusedStay<Obstacle>[] => {
  // In fewer days than a week, a line may fall on none of them: then it is told of the first that follows.
  const wholeWeek = laterOf(endsOn, startsOn.add({ days: DAYS_TO_A_WEEK_LATER }));
  const stays = staysOf([line], { startsOn, endsOn: wholeWeek }, []).map((stay) => ({
    stay,
    refusal: obstacleOf(stay, limits),
  }));
  const obstructed = stays.flatMap(({ stay, refusal }) => (refusal ? [{ stay, refusal }] : []));
  return obstructed.length === stays.length ? obstructed : [];
};

/** Hours that were asked for and of which nothing would come: a closed day is no surprise, a line without any day is. */
export const obstructedHours = (
  hours: readonly WeeklyHours[],
  days: Days,
  limits: Limits,
): RefusedStay<Obstacle>[] =>
  hours
    .flatMap((line) => obstructedStaysOf(line, days, limits))
    .sort((one, other) => one.stay.startsAt.getTime() - other.stay.startsAt.getTime());
