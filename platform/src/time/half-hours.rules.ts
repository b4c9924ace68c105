import { overlapOf, type Period } from './periods.rules.ts';

export const HALF_HOUR_MILLISECONDS = 1_800_000;

export const isOnTheHalfHour = (instant: Date): boolean => instant.getTime() % HALF_HOUR_MILLISECONDS === 0;

const halfHourAt = (halfHours: number): Date => new Date(halfHours * HALF_HOUR_MILLISECONDS);
const halfHoursTo = (instant: Date): number => instant.getTime() / HALF_HOUR_MILLISECONDS;

/** A stretch with every half-hour it touches. */
export const roundedOutward = ({ startsAt, endsAt }: Period): Period => ({
  startsAt: halfHourAt(Math.floor(halfHoursTo(startsAt))),
  endsAt: halfHourAt(Math.ceil(halfHoursTo(endsAt))),
});

/** The start of the half-hour that runs. */
export const runningHalfHour = (now: Date): Date => halfHourAt(Math.floor(halfHoursTo(now)));

/**
 * The half-hours of a stretch that can still be booked; `null` when none is left. What cannot wait may start in the
 * half-hour that runs: every started one is due.
 */
export const bookablePart = (
  stretch: Period,
  now: Date,
  { atOnce }: { readonly atOnce: boolean },
): Period | null => {
  if (stretch.endsAt <= now) return null;
  const { startsAt, endsAt } = roundedOutward(stretch);
  const earliest = atOnce ? runningHalfHour(now) : halfHourAt(Math.ceil(halfHoursTo(now)));
  return overlapOf({ startsAt, endsAt }, { startsAt: earliest, endsAt });
};
