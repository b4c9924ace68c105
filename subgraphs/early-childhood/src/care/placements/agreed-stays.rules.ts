import { startOfDay } from '@relais/platform/time/civil-time.ts';
import { earlierOf, laterOf } from '@relais/platform/time/days.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import { staysOf } from './pattern.rules.ts';

type ClosedDays = { readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate };

/** All that a placement's bookings follow from. */
export type Agreement = ClosedDays & {
  readonly weeklyPattern: readonly WeeklyHours[];
  /** Closures of the centre, suspensions and announced absences. */
  readonly pauses: readonly ClosedDays[];
  /** Weeks for which the family sent other hours, by their Monday. */
  readonly sentWeeks: readonly {
    readonly monday: Temporal.PlainDate;
    readonly hours: readonly WeeklyHours[];
  }[];
};

const DAYS_TO_SUNDAY = 6;

/** The stays that an agreement means on some days, first to last. */
export const agreedStays = (
  { startsOn, endsOn, weeklyPattern, pauses, sentWeeks }: Agreement,
  days: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Period[] => {
  const [from, to] = [laterOf(startsOn, days.from), earlierOf(endsOn, days.to)];
  const weeks = sentWeeks.map(({ monday, hours }) => ({
    hours,
    startsOn: monday,
    endsOn: monday.add({ days: DAYS_TO_SUNDAY }),
  }));
  const usual = staysOf(weeklyPattern, { from, to }, [...pauses, ...weeks]);
  const sent = weeks.flatMap((week) =>
    staysOf(week.hours, { from: laterOf(from, week.startsOn), to: earlierOf(to, week.endsOn) }, pauses),
  );
  return [...usual, ...sent].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
};

/** The instants of days, from the first midnight to the one after the last day. */
export const periodOfDays = ({ startsOn, endsOn }: ClosedDays): Period => ({
  startsAt: startOfDay(startsOn),
  endsAt: startOfDay(endsOn.add({ days: 1 })),
});
