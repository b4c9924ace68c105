import type { Explanation } from './place-explanation.ts';
import type { Reason } from './place-reason.ts';

/** As much as an average distance: what is not known or not told is no fault of the family. */
export const UNKNOWN_DISTANCE_VALUE = 0.5;

/** What is said of a distance by which a home could be found that is not to be. */
export const DISTANCE_NOT_TOLD = {
  value: UNKNOWN_DISTANCE_VALUE,
  told: { key: 'DISTANCE_NOT_TOLD' },
} as const;

const told = (reason: Reason): Reason =>
  reason.criterion === 'DISTANCE'
    ? { ...reason, ...DISTANCE_NOT_TOLD, contribution: reason.weight * UNKNOWN_DISTANCE_VALUE }
    : reason;

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** The same choice for who may not know where the family lives; a score that stayed would tell the distance. */
export const withoutDistance = ({ reasons }: Explanation): Explanation => {
  const shown = reasons.map(told);
  return { score: rounded(shown.reduce((sum, { contribution }) => sum + contribution, 0)), reasons: shown };
};
