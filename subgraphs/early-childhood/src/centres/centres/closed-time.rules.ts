import { dayOf, instantAt, startOfDay } from '@relais/platform/time/civil-time.ts';
import { type Days, isDuring } from '@relais/platform/time/days.rules.ts';
import { overlapOf, type Period } from '@relais/platform/time/periods.rules.ts';
import { Temporal } from 'temporal-polyfill';

type Time = Temporal.PlainTime;

/**
 * Days on which care does not take place, or takes place in part: from `opensAt` only, until `closesAt` only. Where neither is
 * said, the whole day.
 */
export type ClosedTime = Days & { readonly opensAt?: Time | null; readonly closesAt?: Time | null };

/** What is left of a day: from a time on, until a time; `null` where that is as on any day. */
export type OpenWindow = { readonly from: Time | null; readonly to: Time | null };

const WHOLE_DAY: OpenWindow = { from: null, to: null };

export const isWholeDay = ({ opensAt = null, closesAt = null }: ClosedTime): boolean =>
  opensAt === null && closesAt === null;

const compare = Temporal.PlainTime.compare;

const lastOf = (one: Time | null, other: Time | null): Time | null => {
  if (one === null || other === null) return one ?? other;
  return compare(one, other) < 0 ? other : one;
};
const firstOf = (one: Time | null, other: Time | null): Time | null => {
  if (one === null || other === null) return one ?? other;
  return compare(one, other) < 0 ? one : other;
};

/** What closures leave of a day; `null` when nothing. */
export const openWindow = (day: Temporal.PlainDate, closures: readonly ClosedTime[]): OpenWindow | null => {
  const closed = closures.filter((each) => isDuring(day, each));
  if (closed.some(isWholeDay)) return null;
  const { from, to } = closed.reduce<OpenWindow>(
    (left, { opensAt = null, closesAt = null }) => ({
      from: lastOf(left.from, opensAt),
      to: firstOf(left.to, closesAt),
    }),
    WHOLE_DAY,
  );
  return from && to && compare(from, to) >= 0 ? null : { from, to };
};

/** The same as instants, from midnight to midnight where nothing is closed. */
export const openPeriod = (day: Temporal.PlainDate, closures: readonly ClosedTime[]): Period | null => {
  const left = openWindow(day, closures);
  if (!left) return null;
  return {
    startsAt: left.from ? instantAt(day, left.from) : startOfDay(day),
    endsAt: left.to ? instantAt(day, left.to) : startOfDay(day.add({ days: 1 })),
  };
};

/** What closures leave of a stretch of one day; `null` when nothing. */
export const openPart = (stretch: Period, closures: readonly ClosedTime[]): Period | null => {
  const day = dayOf(stretch.startsAt);
  const closed = closures.filter((each) => isDuring(day, each));
  if (closed.length === 0) return stretch;
  const open = openPeriod(day, closed);
  return open && overlapOf(stretch, open);
};

/** Whether closures take anything of a stretch of one day. */
export const isPartlyClosed = (stretch: Period, closures: readonly ClosedTime[]): boolean => {
  const left = openPart(stretch, closures);
  return !left || left.startsAt > stretch.startsAt || left.endsAt < stretch.endsAt;
};

/** Whether one closes all that another would, on the days of both. */
export const closesAsMuch = (one: ClosedTime, other: ClosedTime): boolean => {
  if (isWholeDay(one) || isWholeDay(other)) return isWholeDay(one);
  const { opensAt: opens = null, closesAt: closes = null } = one;
  const { opensAt = null, closesAt = null } = other;
  const isAsLate = opensAt === null || (opens !== null && compare(opens, opensAt) >= 0);
  const isAsEarly = closesAt === null || (closes !== null && compare(closes, closesAt) <= 0);
  return isAsLate && isAsEarly;
};
