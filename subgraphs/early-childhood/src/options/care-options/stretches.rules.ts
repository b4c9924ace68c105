import type { Period } from '@relais/platform/time/periods.rules.ts';

const HALF_HOUR_MILLISECONDS = 1_800_000;
const MINUTE_MILLISECONDS = 60_000;

export const minutesOf = ({ startsAt, endsAt }: Period): number =>
  (endsAt.getTime() - startsAt.getTime()) / MINUTE_MILLISECONDS;

const earlier = (one: Date, other: Date): Date => new Date(Math.min(one.getTime(), other.getTime()));
const later = (one: Date, other: Date): Date => new Date(Math.max(one.getTime(), other.getTime()));

/** What two stretches have in common. */
export const overlapOf = (one: Period, other: Period): Period | null => {
  const startsAt = later(one.startsAt, other.startsAt);
  const endsAt = earlier(one.endsAt, other.endsAt);
  return startsAt < endsAt ? { startsAt, endsAt } : null;
};

const overlaps = (one: Period, other: Period): boolean => overlapOf(one, other) !== null;

const cut = (stretch: Period, taken: Period): Period[] => {
  if (!overlaps(stretch, taken)) return [stretch];
  const left = { startsAt: stretch.startsAt, endsAt: taken.startsAt };
  const right = { startsAt: taken.endsAt, endsAt: stretch.endsAt };
  return [left, right].filter(({ startsAt, endsAt }) => startsAt < endsAt);
};

/** What is left of stretches once others are taken from them. */
export const without = (stretches: readonly Period[], taken: readonly Period[]): Period[] =>
  taken.reduce<Period[]>((left, each) => left.flatMap((stretch) => cut(stretch, each)), [...stretches]);

/** The longest stretch, the earliest of equals. */
export const longestOf = (stretches: readonly Period[]): Period | null =>
  stretches.reduce<Period | null>(
    (longest, each) => (longest && minutesOf(longest) >= minutesOf(each) ? longest : each),
    null,
  );

const halfHourAt = (halfHours: number): Date => new Date(halfHours * HALF_HOUR_MILLISECONDS);
const halfHoursTo = (instant: Date): number => instant.getTime() / HALF_HOUR_MILLISECONDS;

/** A stretch with every half-hour it touches. */
export const roundedOutward = ({ startsAt, endsAt }: Period): Period => ({
  startsAt: halfHourAt(Math.floor(halfHoursTo(startsAt))),
  endsAt: halfHourAt(Math.ceil(halfHoursTo(endsAt))),
});

/** The half-hours of a stretch that can still be booked; `null` when none is left. */
export const bookablePart = (stretch: Period, now: Date): Period | null => {
  const { startsAt, endsAt } = roundedOutward(stretch);
  const nextHalfHour = halfHourAt(Math.ceil(halfHoursTo(now)));
  return overlapOf({ startsAt, endsAt }, { startsAt: nextHalfHour, endsAt });
};

/** Stretches that touch or overlap become one, first to last. */
export const merged = (stretches: readonly Period[]): Period[] => {
  const done: Period[] = [];
  for (const each of stretches.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())) {
    const last = done.at(-1);
    const touches = last !== undefined && each.startsAt <= last.endsAt;
    if (touches) done[done.length - 1] = { startsAt: last.startsAt, endsAt: later(last.endsAt, each.endsAt) };
    if (!touches) done.push(each);
  }
  return done;
};
