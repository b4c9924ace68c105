import type { CalendarDay } from './calendar.ts';
import { minutesOf } from './care-desk.ts';
import type { DemoChild } from './demo-family.ts';
import type { Household } from './make-people.ts';

export type Stretch = { readonly from: number; readonly to: number };
export type Extent = 'NONE' | 'SOME' | 'ALL';

const COUNTED = new Set(['CONFIRMED', 'ATTENDED', 'ABSENT']);
const YEARS_WITH_NEED = 6;

const overlapOf = (one: Stretch, other: Stretch): Stretch => ({
  from: Math.max(one.from, other.from),
  to: Math.min(one.to, other.to),
});

/** How much of the needed time these stretches cover together. */
export const extentOf = (needed: Stretch, stretches: readonly Stretch[]): Extent => {
  const parts = stretches
    .map((stretch) => overlapOf(needed, stretch))
    .filter(({ from, to }) => from < to)
    .toSorted((one, other) => one.from - other.from);
  if (parts.length === 0) return 'NONE';
  let reached = needed.from;
  for (const { from, to } of parts) {
    if (from > reached) return 'SOME';
    reached = Math.max(reached, to);
  }
  return reached >= needed.to ? 'ALL' : 'SOME';
};

/** Whether the child is born and under six that day. */
export const needsCare = ({ birthDate }: DemoChild, { day, text }: CalendarDay): boolean =>
  birthDate !== null &&
  birthDate.toString() <= text &&
  birthDate.add({ years: YEARS_WITH_NEED }).toString() > day.toString();

/** Bookings and dated arrangements of a child: what covers it on any day. */
export const certainStays = (household: Household, childId: string): Stretch[] => [
  ...household.bookings
    .filter((booking) => booking.childId === childId && COUNTED.has(booking.status))
    .map(({ startsAt, endsAt }) => ({ from: startsAt.getTime(), to: endsAt.getTime() })),
  ...household.arrangements.flatMap(({ childId: id, when }) =>
    id === childId && 'startsAt' in when
      ? [{ from: when.startsAt.getTime(), to: when.endsAt.getTime() }]
      : [],
  ),
];

/** School may be on holiday: it is never counted on, and never taken for absent. */
export const possibleStays = (household: Household, childId: string, day: CalendarDay): Stretch[] =>
  household.arrangements.flatMap(({ childId: id, when }) =>
    id === childId && 'weekly' in when && when.weekly.weekday === day.weekday
      ? [
          {
            from: day.at(minutesOf(when.weekly.from)).getTime(),
            to: day.at(minutesOf(when.weekly.to)).getTime(),
          },
        ]
      : [],
  );
