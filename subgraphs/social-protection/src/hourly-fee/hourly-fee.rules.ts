import type { Temporal } from 'temporal-polyfill';
import {
  type FeeScale,
  type FeeStep,
  LAST_PUBLISHED_YEAR,
  MOST_CHILDREN_IN_SCALE,
  scaleOn,
} from './fee-scale.rules.ts';
import type { CareKind, FeeAnswer, FeeNote, HourlyFeeReason, TariffKind } from './hourly-fee.ts';

export type YearResources = {
  readonly year: number;
  readonly yearlyAmountCents: number;
  readonly dependentChildren: number;
  readonly aeehChildren: number;
};

export type FeeQuestion = {
  readonly on: Temporal.PlainDate;
  readonly tariffKind: TariffKind;
  readonly careKind: CareKind;
};

const MONTHS = 12;
const MILLION = 1_000_000;

/** Care of year N is charged on the resources of year N−2. */
export const resourcesYearFor = (day: Temporal.PlainDate): number => day.year - 2;

export const roundHalfUp = (numerator: number, denominator: number): number => {
  const doubled = 2 * numerator + denominator;
  return (doubled - (doubled % (2 * denominator))) / (2 * denominator);
};

/** Exact: twelve times the monthly amount stays an integer, and only the fee itself is rounded. */
export const feeCents = (yearlyAmountCents: number, ratePerMillion: number): number =>
  roundHalfUp(yearlyAmountCents * ratePerMillion, MONTHS * MILLION);

/**
 * The rate of the family's size; each dependent child with AEEH moves it to the next lower one. Rates fall from
 * step to step, so of the steps left the highest is the family's own, and the last step is always left.
 */
export const rateOf = (
  steps: readonly FeeStep[],
  { dependentChildren, aeehChildren }: Pick<YearResources, 'dependentChildren' | 'aeehChildren'>,
): number => {
  const fromOwnSizeOn = steps.filter(({ childrenTo }) => childrenTo >= dependentChildren);
  const left = [...fromOwnSizeOn.slice(aeehChildren), ...steps.slice(-1)];
  return Math.max(...left.map(({ ratePerMillion }) => ratePerMillion));
};

const ONE_CHILD = { dependentChildren: 1, aeehChildren: 0 };

const withinBounds = (
  scale: FeeScale,
  yearlyAmountCents: number,
): { yearlyCents: number; reason: HourlyFeeReason } => {
  const floor = scale.floorMonthlyCents * MONTHS;
  const ceiling = scale.ceilingMonthlyCents * MONTHS;
  if (yearlyAmountCents < floor) return { yearlyCents: floor, reason: 'FLOOR' };
  if (yearlyAmountCents > ceiling) return { yearlyCents: ceiling, reason: 'CEILING' };
  return { yearlyCents: yearlyAmountCents, reason: 'COMPUTED' };
};

const notesFor = (on: Temporal.PlainDate, resources: YearResources | null): FeeNote[] => {
  const notes: FeeNote[] = [];
  if (resources && resources.dependentChildren > MOST_CHILDREN_IN_SCALE) notes.push('BEYOND_TEN_CHILDREN');
  if (on.year > LAST_PUBLISHED_YEAR) notes.push('SCALE_NOT_YET_PUBLISHED');
  return notes;
};

/** The fee of one hour of care on a day, from all resources on record. */
export const hourlyFee = (question: FeeQuestion, recorded: readonly YearResources[]): FeeAnswer => {
  const { on, tariffKind, careKind } = question;
  const resourcesYear = resourcesYearFor(on);
  const scale = scaleOn(tariffKind, on);
  if (!scale) return { cents: null, reason: 'NO_SCALE', resourcesYear, notes: [] };

  const resources = recorded.find(({ year }) => year === resourcesYear) ?? null;
  const notes = notesFor(on, resources);
  if (resources) {
    const { yearlyCents, reason } = withinBounds(scale, resources.yearlyAmountCents);
    return { cents: feeCents(yearlyCents, rateOf(scale.steps, resources)), reason, resourcesYear, notes };
  }
  if (careKind !== 'EMERGENCY') return { cents: null, reason: 'RESOURCES_UNKNOWN', resourcesYear, notes: [] };

  const cents = feeCents(scale.floorMonthlyCents * MONTHS, rateOf(scale.steps, ONE_CHILD));
  return { cents, reason: 'FLOOR_FOR_EMERGENCY', resourcesYear, notes };
};
