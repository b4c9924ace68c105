import { type Bounds, SAW_NOBODY, type Tally } from './attack.ts';
import type { Felt } from './honest.ts';

/** What the honest felt and the server took, without the attack or under it. */
export type Phase = Felt & { readonly processorMs: number; readonly peakMiB: number };

export type Figures = {
  readonly requests: number;
  readonly p50: number;
  readonly p99: number;
  readonly lost: number;
  readonly reasons: Readonly<Record<string, number>>;
  readonly processorMs: number;
  readonly peakMiB: number;
};

export const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.max(0, Math.ceil(times.length * share) - 1)] ?? 0;

/** Several phases as one. */
export const figuresOf = (phases: readonly Phase[]): Figures => {
  const times = phases.flatMap((phase) => phase.times);
  const reasons: Record<string, number> = {};
  for (const [reason, count] of phases.flatMap(({ lost }) => Object.entries(lost)))
    reasons[reason] = (reasons[reason] ?? 0) + count;
  const lost = Object.values(reasons).reduce((sum, count) => sum + count, 0);
  return {
    requests: times.length + lost,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    lost,
    reasons,
    processorMs: phases.reduce((sum, phase) => sum + phase.processorMs, 0),
    peakMiB: Math.max(...phases.map((phase) => phase.peakMiB)),
  };
};

export type Comparison = {
  readonly quiet: Figures;
  /** While somebody else on the machine is attacked. */
  readonly aside?: Figures | undefined;
  readonly attacked: Figures;
  readonly tally: Tally;
};

export const sentIn = (tally: Tally): number => Object.values(tally).reduce((sum, count) => sum + count, 0);

/** What each bound is held against. */
export const measuresOf = ({ quiet, aside = quiet, attacked, tally }: Comparison): Required<Bounds> => ({
  p50Ratio: attacked.p50 / aside.p50,
  p99Ratio: attacked.p99 / aside.p99,
  lost: attacked.lost,
  processorMs: (attacked.processorMs - quiet.processorMs) / Math.max(1, sentIn(tally)),
  memoryMiB: attacked.peakMiB - quiet.peakMiB,
});

const names: Readonly<Record<keyof Bounds, string>> = {
  p50Ratio: 'p50 grew by the factor',
  p99Ratio: 'p99 grew by the factor',
  lost: 'honest requests lost',
  processorMs: 'processor ms for each request of the attack',
  memoryMiB: 'MiB held more',
};

const kinds = ['p50Ratio', 'p99Ratio', 'lost', 'processorMs', 'memoryMiB'] as const;

/** Every bound that was missed, in words; an attack that never came through proves nothing. */
export const missedBounds = (bounds: Bounds, comparison: Comparison): string[] => {
  const measured = measuresOf(comparison);
  const missed = kinds.flatMap((kind) => {
    const bound = bounds[kind];
    const isMissed = bound !== undefined && !(measured[kind] <= bound);
    return isMissed ? [`${names[kind]}: ${measured[kind].toFixed(2)}, at most ${bound}`] : [];
  });
  const isEmpty = comparison.quiet.requests === 0 || sentIn(comparison.tally) === 0;
  const sawNobody = comparison.tally[SAW_NOBODY] ?? 0;
  return [
    ...(isEmpty ? ['nothing was asked: the attack shows nothing'] : []),
    ...(sawNobody > 0 ? [`the attack saw no family in ${sawNobody} answers: it shows nothing`] : []),
    ...missed,
  ];
};
