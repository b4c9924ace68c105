import { Temporal } from 'temporal-polyfill';
import type { Follower } from './follower.ts';

/** A stretch of days for which somebody follows a family, as its owner keeps it. */
export type FollowedDays = Pick<Follower, 'sub' | 'relation' | 'adultId'> & {
  readonly from: Temporal.PlainDate;
  /** The first day no longer; `null` while open. */
  readonly to: Temporal.PlainDate | null;
};

const isBefore = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, other) < 0;

const isSame = (one: FollowedDays, other: FollowedDays): boolean =>
  one.sub === other.sub && one.relation === other.relation && one.adultId === other.adultId;

const later = (one: FollowedDays['to'], other: FollowedDays['to']): FollowedDays['to'] => {
  if (one === null || other === null) return null;
  return isBefore(one, other) ? other : one;
};

/** Stretches of one person that touch or overlap are one: who becomes the lead follows on. Those for other adults are apart. */
const joined = (merged: readonly FollowedDays[], next: FollowedDays): FollowedDays[] => {
  const last = merged.at(-1);
  const goesOn = last && isSame(last, next) && (last.to === null || !isBefore(last.to, next.from));
  if (!last || !goesOn) return [...merged, next];
  return [...merged.slice(0, -1), { ...last, to: later(last.to, next.to) }];
};

const inOrder = (one: FollowedDays, other: FollowedDays): number =>
  one.sub.localeCompare(other.sub) ||
  one.relation.localeCompare(other.relation) ||
  (one.adultId ?? '').localeCompare(other.adultId ?? '') ||
  Temporal.PlainDate.compare(one.from, other.from);

/** Who follows a family today or will: each person once for each stretch of days. What is over is told to nobody. */
export const followersFrom = (
  stretches: readonly FollowedDays[],
  today: Temporal.PlainDate,
): readonly Follower[] =>
  stretches
    .filter(({ from, to }) => to === null || isBefore(from, to))
    .toSorted(inOrder)
    .reduce(joined, [])
    .filter(({ to }) => to === null || isBefore(today, to))
    .map(({ sub, relation, from, to, adultId }) => ({
      ...{ sub, relation, from: from.toString(), to: to?.toString() ?? null },
      ...(adultId && { adultId }),
    }));
