import type { AreaCells, Cell } from './secrecy.rules.ts';

/** A row of figures of one district; `null` gathers those whose district nobody knows. */
export type DistrictRow = { readonly districtId: string | null };

/** Nobody may ask for it, but it lives in the difference between the city and its districts. */
const NOWHERE = 'NOWHERE';

const areaOf = ({ districtId }: DistrictRow): string => districtId ?? NOWHERE;

/** One cell per district where families live, from the rows counted there; one without a row is an empty cell. */
export const cellsOf = <Row extends DistrictRow>(
  rows: readonly Row[],
  districts: readonly DistrictRow[],
  cell: (row: Row) => Cell,
): AreaCells => {
  const empty = districts.map((each): [string, Cell] => [
    areaOf(each),
    { count: 0, units: 0, otherUnits: 0 },
  ]);
  return new Map([...empty, ...rows.map((row): [string, Cell] => [areaOf(row), cell(row)])]);
};
