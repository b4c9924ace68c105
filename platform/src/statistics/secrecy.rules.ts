/** A cell that rests on fewer is withheld: the custom of the family benefits funds (CNAF). */
export const FEWEST_SHOWN = 5;

/**
 * What is counted in one area. `units` are the families or people it rests on: ten stays of one family are one. A part
 * of a wider cell also says on how many what remains of that cell rests, since whoever sees both subtracts.
 */
export type Cell = { readonly count: number; readonly units: number; readonly otherUnits?: number };

/** The same cell in every area of the city; together they give the figure of the city. */
export type AreaCells = ReadonlyMap<string, Cell>;

/** The counts that may be shown, by area and for the city: `null` where the count is withheld. */
export type ShownCounts = {
  readonly areas: ReadonlyMap<string, number | null>;
  readonly city: number | null;
};

type Weighed = { readonly area: string; readonly least: number; readonly isSafe: boolean };

const leastOf = ({ units, otherUnits = units }: Cell): number => Math.min(units, otherUnits);

/** Alone, an area is safe when enough stand behind the cell and behind its remainder, and the wider cell is shown. */
const weigh = (cells: AreaCells, wider: ShownCounts | undefined): Weighed[] =>
  [...cells].map(([area, cell]) => {
    const least = leastOf(cell);
    const isWiderShown = !wider || typeof wider.areas.get(area) === 'number';
    return { area, least, isSafe: isWiderShown && least >= FEWEST_SHOWN };
  });

/**
 * Those that are not safe alone and, when there are any, the smallest of the others too, with its equals: else the
 * city less all others would be the one that is withheld.
 */
const withheldAreas = (weighed: readonly Weighed[]): ReadonlySet<string> => {
  const unsafe = weighed.filter(({ isSafe }) => !isSafe);
  if (unsafe.length === 0) return new Set();
  const safe = weighed.filter(({ isSafe }) => isSafe);
  const smallest = Math.min(...safe.map(({ least }) => least));
  return new Set([...unsafe, ...safe.filter(({ least }) => least === smallest)].map(({ area }) => area));
};

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

const cityOf = (cells: AreaCells): Cell => {
  const all = [...cells.values()];
  return {
    count: sumOf(all.map(({ count }) => count)),
    units: sumOf(all.map(({ units }) => units)),
    otherUnits: sumOf(all.map(({ units, otherUnits = units }) => otherUnits)),
  };
};

/**
 * What may be shown of a cell, in each area and in the city. Each unit lives in one area, and areas of which nobody
 * knows are an area too. `wider` is what is shown of the cell that this one is a part of.
 */
export const shownCounts = (cells: AreaCells, wider?: ShownCounts): ShownCounts => {
  const withheld = withheldAreas(weigh(cells, wider));
  const city = cityOf(cells);
  const isCityShown = (!wider || wider.city !== null) && leastOf(city) >= FEWEST_SHOWN;
  return {
    areas: new Map([...cells].map(([area, { count }]) => [area, withheld.has(area) ? null : count])),
    city: isCityShown ? city.count : null,
  };
};

/** The count of one area, or of the city; of an area where nothing can be counted it is withheld too. */
export const countShown = ({ areas, city }: ShownCounts, area: string | null): number | null =>
  area === null ? city : (areas.get(area) ?? null);
