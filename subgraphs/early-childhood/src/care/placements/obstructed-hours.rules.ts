import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { isDuring } from '@relais/platform/time/days.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { Temporal } from 'temporal-polyfill';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
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

type Loss = Word<typeof stayReasons>;
export type LostStay = { readonly stay: Period; readonly refusal: Loss };

const DAYS_TO_A_WEEK_LATER = 6;

const lossOn = (day: Temporal.PlainDate, { period, closures, pauses }: Limits): Loss | null => {
  if (!isDuring(day, period)) return 'OUTSIDE_PLACEMENT';
  if (closures.some((closure) => isDuring(day, closure))) return 'CENTRE_CLOSED';
  return pauses.some((pause) => isDuring(day, pause)) ? 'CARE_RESTS' : null;
};

const later = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one;

/** The stays that a line of hours would mean on these days, when none of them takes place; nothing when one does. */
const lossesOf = (
  line: WeeklyHours,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  limits: Limits,
): LostStay[] => {
  // In fewer days than a week, a line may fall on none of them: then it is lost on the first that follows.
  const wholeWeek = later(to, from.add({ days: DAYS_TO_A_WEEK_LATER }));
  const judged = staysOf([line], { from, to: wholeWeek }, []).map((stay) => ({
    stay,
    refusal: lossOn(dayOf(stay.startsAt), limits),
  }));
  const lost = judged.flatMap(({ stay, refusal }) => (refusal ? [{ stay, refusal }] : []));
  return lost.length === judged.length ? lost : [];
};

/** Hours that were asked for and of which nothing would come: a closed day is no surprise, a line without any day is. */
export const lostHours = (
  hours: readonly WeeklyHours[],
  days: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  limits: Limits,
): LostStay[] =>
  hours
    .flatMap((line) => lossesOf(line, days, limits))
    .sort((one, other) => one.stay.startsAt.getTime() - other.stay.startsAt.getTime());
