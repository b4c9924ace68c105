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
