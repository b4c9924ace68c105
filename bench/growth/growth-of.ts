import type { Measured } from '../measure/interleaved.ts';
import { quantile, spreadOf } from '../report/figures.ts';

const HALF = 0.5;

const ratioOf = (measured: Measured, first: Measured): string => {
  const ratios = measured.rounds.map(
    ({ times }, round) => quantile(times, HALF) / quantile(first.rounds[round]?.times ?? [], HALF),
  );
  const { median, least, most } = spreadOf(ratios);
  return `${median.toFixed(2)} (${least.toFixed(2)}..${most.toFixed(2)})`;
};

/** How much longer the same file takes than in the smallest city: p50 ÷ p50 of the same round. */
export const growthOf = (all: readonly Measured[], smallest: string): string => {
  const lines = all.flatMap((each) => {
    const first = all.find(
      ({ workload, contender, clients }) =>
        workload === smallest && contender === each.contender && clients === each.clients,
    );
    if (!first || first === each) return [];
    return [`- ${each.contender}, ${each.clients} clients, ${each.workload}: ${ratioOf(each, first)}`];
  });
  return [`p50 ÷ p50 with ${smallest}, by rounds:`, '', ...lines].join('\n');
};
