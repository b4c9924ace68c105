import { Temporal } from 'temporal-polyfill';
import {
  type FeeQuestion,
  hourlyFee,
  roundHalfUp,
  type YearResources,
} from '../hourly-fee/hourly-fee.rules.ts';
import type { CareKind, FeeAnswer, TariffKind } from '../hourly-fee/hourly-fee.ts';
import type { CentreKind } from './placement.ts';

/** By which scale each sort of centre charges. */
export const tariffKinds = {
  MULTI_PURPOSE: 'COLLECTIVE',
  CRECHE: 'COLLECTIVE',
  KINDERGARTEN: 'COLLECTIVE',
  MICRO_CRECHE: 'MICRO_CRECHE',
  FAMILY_CRECHE: 'FAMILY_AND_PARENTAL',
  PARENTAL_CRECHE: 'FAMILY_AND_PARENTAL',
} satisfies Record<CentreKind, TariffKind>;

export type PlacementFacts = {
  readonly centreKind: CentreKind;
  readonly careKind: CareKind;
  /** First day of the agreed hours: familiarisation before it is paid by its half-hours. */
  readonly ordinaryFrom: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly weeklyHours: number;
};

export type Estimate = {
  readonly cents: number | null;
  readonly hours: number;
  readonly on: Temporal.PlainDate;
  readonly fee: FeeAnswer;
};

const MINUTES = 60;
const WEEK_DAYS = 7;
const YEAR_WEEKS = 52;
const YEAR_MONTHS = 12;

/** Today, or the nearest day on which the agreed hours hold: the scale in force is that of the day of care. */
const dayThatCounts = (
  { ordinaryFrom, endsOn }: Pick<PlacementFacts, 'ordinaryFrom' | 'endsOn'>,
  today: Temporal.PlainDate,
): Temporal.PlainDate => {
  if (Temporal.PlainDate.compare(today, ordinaryFrom) < 0) return ordinaryFrom;
  return Temporal.PlainDate.compare(today, endsOn) > 0 ? endsOn : today;
};

/** Weeks of care in a month, as an exact fraction: 52 ÷ 12, or all of agreed hours that last shorter, if they began at all. */
const weeksPerMonth = ({ ordinaryFrom, endsOn }: PlacementFacts): readonly [number, number] => {
  const days = Math.max(0, ordinaryFrom.until(endsOn, { largestUnit: 'days' }).days + 1);
  return days * YEAR_MONTHS < YEAR_WEEKS * WEEK_DAYS ? [days, WEEK_DAYS] : [YEAR_WEEKS, YEAR_MONTHS];
};

/** Hours × fee of an ordinary month, in exact integers and rounded once. */
export const monthlyEstimate = (
  placement: PlacementFacts,
  recorded: readonly YearResources[],
  today: Temporal.PlainDate,
): Estimate => {
  const on = dayThatCounts(placement, today);
  const question: FeeQuestion = {
    on,
    tariffKind: tariffKinds[placement.centreKind],
    careKind: placement.careKind,
  };
  const fee = hourlyFee(question, recorded);
  const [weeks, per] = weeksPerMonth(placement);
  const minutes = Math.round(placement.weeklyHours * MINUTES) * weeks;
  const cents = fee.cents === null ? null : roundHalfUp(minutes * fee.cents, MINUTES * per);
  return { cents, hours: roundHalfUp(minutes * 100, MINUTES * per) / 100, on, fee };
};
