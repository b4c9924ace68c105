import { Temporal } from 'temporal-polyfill';

export type Quarter = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

export type QuarterProblem = 'ENDS_BEFORE_IT_STARTS' | 'NOT_A_QUARTER' | 'NOT_OVER';

const MONTHS = 3;

/** How long outcomes, absences and returns of a quarter are still recorded before its figures are published for good. */
const DAYS_TO_RECORD = 30;

const lastDayOf = (from: Temporal.PlainDate): Temporal.PlainDate =>
  from.add({ months: MONTHS }).subtract({ days: 1 });

const startsAQuarter = ({ day, month }: Temporal.PlainDate): boolean => day === 1 && month % MONTHS === 1;

/**
 * Figures are given of whole calendar quarters that are over: no two of them overlap, so no two reports can be
 * subtracted from each other. Both days belong to the quarter.
 */
export const quarterProblem = ({ from, to }: Quarter, today: Temporal.PlainDate): QuarterProblem | null => {
  if (Temporal.PlainDate.compare(from, to) > 0) return 'ENDS_BEFORE_IT_STARTS';
  if (!startsAQuarter(from) || !lastDayOf(from).equals(to)) return 'NOT_A_QUARTER';
  if (Temporal.PlainDate.compare(to, today) >= 0) return 'NOT_OVER';
  return null;
};

/** The newest quarter that is over on a day. */
export const lastQuarterBefore = (today: Temporal.PlainDate): Quarter => {
  const current = today.with({ month: today.month - ((today.month - 1) % MONTHS), day: 1 });
  const from = current.subtract({ months: MONTHS });
  return { from, to: lastDayOf(from) };
};

/** The first day on which the figures of a quarter are closed: what is recorded from then on changes them no more. */
export const closedFrom = ({ to }: Quarter): Temporal.PlainDate => to.add({ days: DAYS_TO_RECORD + 1 });

export const isClosed = (quarter: Quarter, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(closedFrom(quarter), today) <= 0;

/** The newest quarter whose figures are closed on a day. */
export const lastClosedQuarter = (today: Temporal.PlainDate): Quarter => {
  const newest = lastQuarterBefore(today);
  return isClosed(newest, today) ? newest : lastQuarterBefore(newest.from);
};

/** The next day after this one on which a quarter is closed. */
export const nextClosingDay = (today: Temporal.PlainDate): Temporal.PlainDate => {
  const newest = lastQuarterBefore(today);
  if (!isClosed(newest, today)) return closedFrom(newest);
  const from = newest.to.add({ days: 1 });
  return closedFrom({ from, to: lastDayOf(from) });
};
