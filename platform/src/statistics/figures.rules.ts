import { type AreaCells, type Cell, type ShownCounts, shownCounts } from './secrecy.rules.ts';

/** One number of a report in every area, and the wider one that it is a part of. */
type Cells<Name extends string> = { readonly cells: AreaCells; readonly partOf?: Name };

/** The numbers of a report by their names, wider ones before their parts. */
export type FigureTable<Name extends string> = Readonly<Record<Name, Cells<Name>>>;

export type ShownTable<Name extends string> = Readonly<Record<Name, ShownCounts>>;

const namesOf = <Name extends string>(table: FigureTable<Name>): Name[] => Object.keys(table) as Name[];

/** What may be shown of every number of a report. */
export const shownTable = <Name extends string>(table: FigureTable<Name>): ShownTable<Name> => {
  const shown = {} as Record<Name, ShownCounts>;
  for (const name of namesOf(table)) {
    const { cells, partOf } = table[name];
    shown[name] = shownCounts(cells, partOf && shown[partOf]);
  }
  return shown;
};

const NOTHING: Cell = { count: 0, units: 0 };

const othersIn = ({ units, otherUnits = units }: Cell): number => otherUnits;

/** The difference of two counts of the same cell. Behind it stand at least as many families as their numbers differ by. */
const difference = (before: Cell, after: Cell): Cell => ({
  count: after.count - before.count,
  units: Math.abs(after.units - before.units),
  otherUnits: Math.abs(othersIn(after) - othersIn(before)),
});

const differences = (before: AreaCells, after: AreaCells): AreaCells => {
  const areas = new Set([...before.keys(), ...after.keys()]);
  return new Map(
    [...areas].map((area) => [area, difference(before.get(area) ?? NOTHING, after.get(area) ?? NOTHING)]),
  );
};

const onlyWhere = (shown: ShownCounts, ...others: readonly ShownCounts[]): ShownCounts => {
  const everywhere = (area: string): boolean =>
    others.every(({ areas }) => typeof areas.get(area) === 'number');
  const isCityShown = others.every(({ city }) => city !== null);
  return {
    areas: new Map([...shown.areas].map(([area, count]) => [area, everywhere(area) ? count : null])),
    city: isCityShown ? shown.city : null,
  };
};

/**
 * What the same report counts today, where that may be told beside what was published: the difference keeps the same
 * secrecy as every number, or one family registered late could be read from two answers.
 */
export const correctedTable = <Name extends string>(
  published: FigureTable<Name>,
  today: FigureTable<Name>,
): ShownTable<Name> => {
  const changes = {} as Record<Name, Cells<Name>>;
  for (const name of namesOf(published))
    changes[name] = { ...published[name], cells: differences(published[name].cells, today[name].cells) };
  const [before, after, changed] = [shownTable(published), shownTable(today), shownTable(changes)];
  const corrected = {} as Record<Name, ShownCounts>;
  for (const name of namesOf(published))
    corrected[name] = onlyWhere(after[name], before[name], changed[name]);
  return corrected;
};
