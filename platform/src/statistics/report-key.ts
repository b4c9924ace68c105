import { Temporal } from 'temporal-polyfill';
import { badUserInput } from '../errors.ts';
import type { Catalogue } from '../messages.ts';
import { dayOf } from '../time/civil-time.ts';
import { type Quarter, type QuarterProblem, quarterProblem } from './quarter.rules.ts';

/** What a report is about: a quarter, and one district or the whole city. */
export type ReportKey = Quarter & { readonly districtId: string | null };

const quarterMessages: Catalogue<QuarterProblem> = {
  fr: {
    ENDS_BEFORE_IT_STARTS: 'le dernier jour vient avant le premier.',
    NOT_A_QUARTER:
      'les chiffres sont donnés par trimestre civil entier : du 1er janvier, avril, juillet ou octobre à son dernier jour.',
    NOT_OVER: 'ce trimestre n’est pas fini ; ses chiffres sont donnés ensuite.',
  },
  en: {
    ENDS_BEFORE_IT_STARTS: 'the last day comes before the first.',
    NOT_A_QUARTER:
      'figures are given of one whole calendar quarter: from 1 January, April, July or October to its last day.',
    NOT_OVER: 'this quarter is not over; its figures are given afterwards.',
  },
};

/** Refuses a period of which no figures may be given. */
export const checkQuarter = (quarter: Quarter, now: Date): void => {
  const problem = quarterProblem(quarter, dayOf(now));
  if (problem) throw badUserInput('to', quarterMessages, problem);
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
