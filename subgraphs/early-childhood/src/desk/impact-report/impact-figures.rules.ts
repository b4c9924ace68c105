import { cellsOf, type DistrictRow } from '@relais/platform/statistics/areas.rules.ts';
import type { FigureTable } from '@relais/platform/statistics/figures.rules.ts';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import type { CareRow, EmergencyRow } from './impact-figures.queries.ts';

type CareFigure = 'registered' | 'served' | 'stabilised' | CareKind;

/** Those served are a part of those registered, the others a part of those served. */
export const careTable = (
  rows: readonly CareRow[],
  areas: readonly DistrictRow[],
): FigureTable<CareFigure> => {
  const partOfServed = (part: 'stabilised' | CareKind) => ({
    partOf: 'served' as const,
    cells: cellsOf(rows, areas, (row) => ({
      ...{ count: row[part], units: row[part] },
      otherUnits: row.served - row[part],
    })),
  });
  return {
    registered: { cells: cellsOf(rows, areas, (row) => ({ count: row.registered, units: row.registered })) },
    served: {
      partOf: 'registered',
      cells: cellsOf(rows, areas, (row) => ({
        ...{ count: row.served, units: row.served },
        otherUnits: row.registered - row.served,
      })),
    },
    stabilised: partOfServed('stabilised'),
    LONG_TERM: partOfServed('LONG_TERM'),
    SHORT_TERM: partOfServed('SHORT_TERM'),
    FLEXIBLE: partOfServed('FLEXIBLE'),
    EMERGENCY: partOfServed('EMERGENCY'),
  };
};

export const emergencyTable = (
  rows: readonly EmergencyRow[],
  areas: readonly DistrictRow[],
): FigureTable<'bookings'> => {
  const byDistrict = rows.filter(({ isCity }) => !isCity);
  return {
    bookings: {
      cells: cellsOf(byDistrict, areas, ({ bookings, families }) => ({ count: bookings, units: families })),
    },
  };
};

/** The median of one district or of the city, in whole minutes. */
export const medianOf = (rows: readonly EmergencyRow[], districtId: string | null): number | null => {
  const row = rows.find((each) => (districtId === null ? each.isCity : each.districtId === districtId));
  const median = row?.medianNoticeMinutes ?? null;
  return median === null ? null : Math.round(median);
};
