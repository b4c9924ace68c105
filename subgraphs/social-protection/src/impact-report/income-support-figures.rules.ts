import { cellsOf, type DistrictRow } from '@relais/platform/statistics/areas.rules.ts';
import type { FigureTable } from '@relais/platform/statistics/figures.rules.ts';

/** Families known on the last day of a quarter, and those of them who received income support. */
export type IncomeSupportCount = DistrictRow & { readonly families: number; readonly receiving: number };

export const incomeSupportTable = (
  rows: readonly IncomeSupportCount[],
): FigureTable<'families' | 'receiving'> => ({
  families: { cells: cellsOf(rows, [], (row) => ({ count: row.families, units: row.families })) },
  receiving: {
    partOf: 'families',
    cells: cellsOf(rows, [], (row) => ({
      ...{ count: row.receiving, units: row.receiving },
      otherUnits: row.families - row.receiving,
    })),
  },
});
