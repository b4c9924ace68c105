import { Temporal } from 'temporal-polyfill';
import { badUserInput } from '../errors.ts';
import { dayOf } from '../time/civil-time.ts';
import { type Quarter, type QuarterProblem, quarterProblem } from './quarter.rules.ts';

/** What a report is about: a quarter, and one district or the whole city. */
export type ReportKey = Quarter & { readonly districtId: string | null };

const problems = {
  ENDS_BEFORE_IT_STARTS: 'lies before "from".',
  NOT_A_QUARTER:
    'figures are given of one whole calendar quarter: from 1 January, April, July or October to its last day.',
  NOT_OVER: 'figures are given once the quarter is over.',
} satisfies Record<QuarterProblem, string>;

/** Refuses a period of which no figures may be given. */
export const checkQuarter = (quarter: Quarter, now: Date): void => {
  const problem = quarterProblem(quarter, dayOf(now));
  if (problem) throw badUserInput('to', problems[problem]);
};

/** The report that another agency's answer names; checked again, since figures are secret whoever asks for them. */
export const reportKeyOf = (
  { from, to, districtId }: Readonly<Record<string, unknown>>,
  now: Date,
): ReportKey => {
  const quarter = { from: Temporal.PlainDate.from(String(from)), to: Temporal.PlainDate.from(String(to)) };
  checkQuarter(quarter, now);
  return { ...quarter, districtId: typeof districtId === 'string' ? districtId : null };
};
