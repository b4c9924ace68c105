import { cellsOf, type DistrictRow } from '@relais/platform/statistics/areas.rules.ts';
import { type ShownCounts, shownCounts } from '@relais/platform/statistics/secrecy.rules.ts';

export type IncomeSupportRow = DistrictRow & {
  readonly families: number;
  /** Of one source only; which of two sources counts is judged family by family. */
  readonly receiving: number;
  readonly disputedIds: readonly string[];
};

export type IncomeSupportFigures = Readonly<Record<'families' | 'receiving', ShownCounts>>;

/** `areReceiving` are the disputed families who do, by the source that prevails. */
export const incomeSupportFigures = (
  rows: readonly IncomeSupportRow[],
  areReceiving: ReadonlySet<string>,
): IncomeSupportFigures => {
  const counted = rows.map(({ districtId, families, receiving, disputedIds }) => ({
    districtId,
    families,
    receiving: receiving + disputedIds.filter((id) => areReceiving.has(id)).length,
  }));
  const families = shownCounts(cellsOf(counted, [], (row) => ({ count: row.families, units: row.families })));
  const receiving = shownCounts(
    cellsOf(counted, [], (row) => ({
      ...{ count: row.receiving, units: row.receiving },
      otherUnits: row.families - row.receiving,
    })),
    families,
  );
  return { families, receiving };
};
