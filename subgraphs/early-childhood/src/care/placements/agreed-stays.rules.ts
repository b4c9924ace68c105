import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import { type Days, earlierOf, isDuring, laterOf } from '@relais/platform/time/days.rules.ts';
import { inOrder, type Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { type ClosedTime, openPart } from '../../centres/centres/closed-time.rules.ts';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import { firstOrdinaryDay } from './familiarisation.rules.ts';
import { staysOf } from './pattern.rules.ts';

/** All that a placement's bookings follow from. */
export type Agreement = Days & {
  readonly weeklyPattern: readonly WeeklyHours[];
  /** Short hours before the ordinary ones, which begin the day after the last of them. */
  readonly familiarisation?: readonly Period[];
  /** First day of the ordinary hours, where it is another than the first of all. */
  readonly ordinaryFrom?: Temporal.PlainDate | null;
  /** Closures of the centre, suspensions and announced absences. */
  readonly pauses: readonly ClosedTime[];
  /** Weeks for which the family sent other hours, by their Monday. */
  readonly sentWeeks: readonly {
    readonly monday: Temporal.PlainDate;
    readonly hours: readonly WeeklyHours[];
  }[];
};

const DAYS_TO_SUNDAY = 6;

/** The days that are in both; none when the last comes before the first. */
const both = (one: Days, other: Days): Days => ({
  startsOn: laterOf(one.startsOn, other.startsOn),
  endsOn: earlierOf(one.endsOn, other.endsOn),
});

/** The stays that an agreement means on some days, first to last. */
export const agreedStays = (
  { weeklyPattern, familiarisation = [], pauses, sentWeeks, ...agreed }: Agreement,
  days: Days,
): Period[] => {
  const within = both(agreed, days);
  const weeks = sentWeeks.map(({ monday, hours }) => ({
    hours,
    startsOn: monday,
    endsOn: monday.add({ days: DAYS_TO_SUNDAY }),
  }));
  const ordinary = {
    ...within,
    startsOn: laterOf(within.startsOn, firstOrdinaryDay({ ...agreed, familiarisation })),
  };
  const usual = staysOf(weeklyPattern, ordinary, [...pauses, ...weeks]);
  const sent = weeks.flatMap((week) => staysOf(week.hours, both(ordinary, week), pauses));
  const first = familiarisation
    .filter(({ startsAt }) => isDuring(dayOf(startsAt), within))
    .flatMap((stay) => openPart(stay, pauses) ?? []);
  return inOrder([...first, ...usual, ...sent]);
};

/** The instants of days, from the first midnight to the one after the last day. */
export const periodOfDays = ({ startsOn, endsOn }: Days): Period => ({
  startsAt: startOfDay(startsOn),
  endsAt: startOfDay(endsOn.add({ days: 1 })),
});
