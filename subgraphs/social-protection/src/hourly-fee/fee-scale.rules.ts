import { Temporal } from 'temporal-polyfill';
import { FEE_PERIODS, type FeePeriod, type Scale } from './fee-figures.rules.ts';
import type { FeeScaleLine } from './fee-scale.ts';
import type { FigureConfidence, TariffKind } from './hourly-fee.ts';

/** A rate for a number of dependent children; `childrenTo` of the last step is where the published table ends. */
export type FeeStep = {
  readonly childrenFrom: number;
  readonly childrenTo: number;
  /** Cents of the hourly fee per million cents of monthly resources: 619 is 0.0619 %. */
  readonly ratePerMillion: number;
  readonly rateConfidence: FigureConfidence;
};

export type FeeScale = Omit<FeeScaleLine, keyof FeeStep | 'tariffKind'> & {
  readonly steps: readonly FeeStep[];
};

/** The national table goes no further. */
export const MOST_CHILDREN_IN_SCALE = 10;

/** The last calendar year whose floor and ceiling are published. */
export const LAST_PUBLISHED_YEAR = 2026;

/** Until then, micro-crèches charged by the family scale. */
const MICRO_CRECHE_ON_COLLECTIVE_SCALE_SINCE = Temporal.PlainDate.from('2019-09-01');

const stepsOf = (scale: Scale, rates: FeePeriod['rates']): FeeStep[] =>
  rates[scale].map(([childrenTo, ratePerMillion], index, steps) => ({
    childrenFrom: (steps[index - 1]?.[0] ?? 0) + 1,
    childrenTo,
    ratePerMillion,
    rateConfidence: index < rates.read[scale] ? 'READ_IN_SOURCE' : 'COMMON_KNOWLEDGE',
  }));

const scalesOf = (scale: Scale): FeeScale[] =>
  FEE_PERIODS.map(({ from, floor, ceiling, rates, source }, index) => {
    const next = FEE_PERIODS[index + 1];
    return {
      from: Temporal.PlainDate.from(from),
      to: next ? Temporal.PlainDate.from(next.from).subtract({ days: 1 }) : null,
      floorMonthlyCents: floor.monthlyCents,
      ceilingMonthlyCents: ceiling.monthlyCents,
      floorConfidence: floor.confidence,
      ceilingConfidence: ceiling.confidence,
      steps: stepsOf(scale, rates),
      source: `${rates.source}; ${source}`,
    };
  });

const SCALES: { readonly [scale in Scale]: readonly FeeScale[] } = {
  collective: scalesOf('collective'),
  family: scalesOf('family'),
};

const scaleFor = (tariffKind: TariffKind, day: Temporal.PlainDate): Scale => {
  if (tariffKind === 'COLLECTIVE') return 'collective';
  if (tariffKind === 'FAMILY_AND_PARENTAL') return 'family';
  return Temporal.PlainDate.compare(day, MICRO_CRECHE_ON_COLLECTIVE_SCALE_SINCE) < 0
    ? 'family'
    : 'collective';
};

/** The scale in force on the day of care; `null` before 2018. */
export const scaleOn = (tariffKind: TariffKind, day: Temporal.PlainDate): FeeScale | null =>
  SCALES[scaleFor(tariffKind, day)].findLast(({ from }) => Temporal.PlainDate.compare(from, day) <= 0) ??
  null;

const tariffKinds: readonly TariffKind[] = ['COLLECTIVE', 'MICRO_CRECHE', 'FAMILY_AND_PARENTAL'];

/** Every line of the scales in force on a day. */
export const linesOn = (day: Temporal.PlainDate): FeeScaleLine[] =>
  tariffKinds.flatMap((tariffKind) => {
    const scale = scaleOn(tariffKind, day);
    if (!scale) return [];
    const { steps, ...whole } = scale;
    return steps.map((step) => ({ ...whole, ...step, tariffKind }));
  });
