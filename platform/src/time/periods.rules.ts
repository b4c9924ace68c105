/** A stretch of time; the end is not part of it. */
export type Period = { readonly startsAt: Date; readonly endsAt: Date };

export const overlap = (one: Period, other: Period): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** First to last. */
export const inOrder = <Each extends Pick<Period, 'startsAt'>>(periods: readonly Each[]): Each[] =>
  periods.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());

/** Whether a stretch lies within another one. */
export const isWithin = (inner: Period, outer: Period): boolean =>
  outer.startsAt <= inner.startsAt && inner.endsAt <= outer.endsAt;

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

const cut = (stretch: Period, taken: Period): Period[] => {
  if (!overlap(stretch, taken)) return [stretch];
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

/** Stretches that touch or overlap become one, first to last. */
export const merged = (stretches: readonly Period[]): Period[] => {
  const done: Period[] = [];
  for (const each of inOrder(stretches)) {
    const last = done.at(-1);
    const touches = last !== undefined && each.startsAt <= last.endsAt;
    if (touches) done[done.length - 1] = { startsAt: last.startsAt, endsAt: later(last.endsAt, each.endsAt) };
    if (!touches) done.push(each);
  }
  return done;
};
