import type { Measured } from '../measure/interleaved.ts';
import type { Round } from '../measure/round.ts';

export type Spread = { readonly median: number; readonly least: number; readonly most: number };

export type Figures = {
  readonly contender: string;
  readonly workload: string;
  readonly clients: number;
  readonly perSecond: Spread;
  /** Requests per second ÷ those of the limit in the same round. */
  readonly ofLimit: Spread | null;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Milliseconds of processor of each request, by who took them. */
  readonly processor: Readonly<Record<string, number>>;
  readonly statements: number;
  readonly peakMiB: number;
  readonly wrong: number;
  readonly late: number;
};

const HALF = 0.5;

export const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

export const spreadOf = (numbers: readonly number[]): Spread => {
  const sorted = numbers.toSorted((one, other) => one - other);
  return { median: quantile(sorted, HALF), least: sorted.at(0) ?? 0, most: sorted.at(-1) ?? 0 };
};

const perSecondOf = ({ requests, seconds }: Round): number => requests / seconds;

const processorOf = (rounds: readonly Round[]): Record<string, number> => {
  const names = Object.keys(rounds[0]?.processor ?? {});
  const each = (name: string): number =>
    spreadOf(rounds.map(({ processor, requests }) => (processor[name] ?? 0) / requests)).median;
  return Object.fromEntries(names.map((name) => [name, each(name)]));
};

export const LIMIT = 'the limit';

const ofLimit = (each: Measured, all: readonly Measured[]): Spread | null => {
  const limit = all.find(
    ({ contender, workload, clients }) =>
      contender === LIMIT && workload === each.workload && clients === each.clients,
  );
  if (!limit) return null;
  return spreadOf(
    each.rounds.map((round, index) => {
      const beside = limit.rounds[index];
      return beside ? perSecondOf(round) / perSecondOf(beside) : 0;
    }),
  );
};

/** The medians of the rounds, and how far they lie apart. */
export const figuresOf = (all: readonly Measured[]): readonly Figures[] =>
  all.map((each) => {
    const { contender, workload, clients, rounds, statements, peakMiB, wrong, late } = each;
    const times = rounds.flatMap((round) => round.times).toSorted((one, other) => one - other);
    return {
      contender,
      workload,
      clients,
      perSecond: spreadOf(rounds.map(perSecondOf)),
      ofLimit: ofLimit(each, all),
      p50: quantile(times, HALF),
      p95: quantile(times, 0.95),
      p99: quantile(times, 0.99),
      processor: processorOf(rounds),
      statements,
      peakMiB,
      wrong,
      late,
    };
  });
