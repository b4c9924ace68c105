import type { Counting } from '@relais/platform/statistics/closed-quarters.ts';
import type { z } from 'zod';
import { areasOfFamilies, careCounts, emergencyNotice, familiesServed } from './impact-figures.queries.ts';

export type CareCounts = z.output<typeof careCounts>;

/** What this agency counts of a quarter, each family where it lived on its last day. */
export const countingCare: Counting<CareCounts> = {
  // 2: care that was cancelled after it had begun counts as an absence does (docs/decisions/0136).
  version: 2,
  shape: careCounts,
  // One after the other: they may share the connection of a transaction.
  count: async (db, quarter) => ({
    care: await familiesServed(db, quarter),
    emergencies: await emergencyNotice(db, quarter),
    areas: await areasOfFamilies(db, quarter),
  }),
};
