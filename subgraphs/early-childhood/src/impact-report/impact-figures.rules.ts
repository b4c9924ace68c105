import { cellsOf, type DistrictRow } from '@relais/platform/statistics/areas.rules.ts';
import { type ShownCounts, shownCounts } from '@relais/platform/statistics/secrecy.rules.ts';
import type { CareKind } from '../centres/care-kind.ts';

export type CareRow = DistrictRow &
  Readonly<Record<'registered' | 'served' | 'stabilised' | CareKind, number>>;

export type EmergencyRow = DistrictRow & {
  readonly isCity: boolean;
  readonly bookings: number;
  readonly families: number;
  readonly medianNoticeMinutes: number | null;
};

export type CareFigures = Readonly<Record<'registered' | 'served' | 'stabilised' | CareKind, ShownCounts>>;

/** What may be shown of the families: those served are a part of those registered, the others a part of those served. */
export const careFigures = (rows: readonly CareRow[], districts: readonly DistrictRow[]): CareFigures => {
  const registered = shownCounts(
    cellsOf(rows, districts, (row) => ({ count: row.registered, units: row.registered })),
  );
  const served = shownCounts(
    cellsOf(rows, districts, (row) => ({
      ...{ count: row.served, units: row.served },
      otherUnits: row.registered - row.served,
    })),
    registered,
  );
  const partOfServed = (part: 'stabilised' | CareKind) =>
    shownCounts(
      cellsOf(rows, districts, (row) => ({
        ...{ count: row[part], units: row[part] },
        otherUnits: row.served - row[part],
      })),
      served,
    );
  return {
    registered,
    served,
    stabilised: partOfServed('stabilised'),
    LONG_TERM: partOfServed('LONG_TERM'),
    SHORT_TERM: partOfServed('SHORT_TERM'),
    FLEXIBLE: partOfServed('FLEXIBLE'),
    EMERGENCY: partOfServed('EMERGENCY'),
  };
};

export type EmergencyFigures = { readonly bookings: ShownCounts; readonly rows: readonly EmergencyRow[] };

export const emergencyFigures = (
  rows: readonly EmergencyRow[],
  districts: readonly DistrictRow[],
): EmergencyFigures => {
  const byDistrict = rows.filter(({ isCity }) => !isCity);
  const cells = cellsOf(byDistrict, districts, ({ bookings, families }) => ({
    count: bookings,
    units: families,
  }));
  return { bookings: shownCounts(cells), rows };
};

/** The median of one district or of the city, in whole minutes. */
export const medianOf = ({ rows }: EmergencyFigures, districtId: string | null): number | null => {
  const row = rows.find((each) => (districtId === null ? each.isCity : each.districtId === districtId));
  const median = row?.medianNoticeMinutes ?? null;
  return median === null ? null : Math.round(median);
};
