import type { Days } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';

/** AVIP centres keep 20 % of their children for parents looking for work (AVIP charter). */
export const LEAST_PER_CENT = 20;

const DECIMALS = 10_000;

/** The first and the last day of the month in which a day lies. */
export const monthOf = (day: Temporal.PlainDate): Days => ({
  startsOn: day.with({ day: 1 }),
  endsOn: day.with({ day: day.daysInMonth }),
});

/** To the hundredth of a per cent; `null` when no child was looked after. */
export const shareOf = (insertionChildren: number, children: number): number | null =>
  children === 0 ? null : Math.round((insertionChildren / children) * DECIMALS) / DECIMALS;

/** Whether a centre keeps its promise; in whole numbers, as a rounded share would err at the edge. */
export const isShareKept = (insertionChildren: number, children: number): boolean =>
  insertionChildren * 100 >= children * LEAST_PER_CENT;
