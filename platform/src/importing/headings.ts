import type { z } from 'zod';

/** Headings hold no separator, so the one that splits them most is that of the file: never guessed from a row. */
export const separatorOf = (headingLine: string): string => {
  const counted = [';', ',', '\t'].map((separator) => ({
    separator,
    count: headingLine.split(separator).length,
  }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).separator;
};

/** What a file may say of a row: each heading with the name of its cell; the order is free. */
export type Columns = Readonly<Record<string, string>>;

export type ReadRow<Row> = (cells: readonly string[]) => { row: Row } | { problem: string };

const nameUnder = (columns: Columns, heading: string): string | undefined =>
  Object.hasOwn(columns, heading) ? columns[heading] : undefined;

/** A spreadsheet may write columns without a name at the end; their cells must be empty. */
const namesOf = (columns: Columns, headings: readonly string[]): (string | null)[] => {
  const lastNamed = headings.findLastIndex((heading) => heading !== '');
  const names = headings.map((heading, index) => {
    const name = nameUnder(columns, heading);
    if (name !== undefined) return name;
    if (index > lastNamed) return null;
    throw new Error(`No column is called "${heading}": use ${Object.keys(columns).join(', ')}.`);
  });
  const twice = headings.find((heading, index) => heading !== '' && headings.indexOf(heading) !== index);
  if (twice) throw new Error(`The column ${twice} stands there twice.`);
  return names;
};

const misplaced = (names: readonly unknown[], given: readonly string[]): string | null => {
  if (given.length !== names.length) return `${given.length} cells under ${names.length} headings`;
  const unnamed = given.findIndex((cell, index) => names[index] === null && cell !== '');
  return unnamed < 0 ? null : `cell ${unnamed + 1} has no heading`;
};

/** How the rows under these headings are read: empty cells are absent, what is wrong is named by its heading. */
export const readerUnder = <Row>(
  columns: Columns,
  cells: z.ZodType<Row>,
  headings: readonly string[],
): ReadRow<Row> => {
  const names = namesOf(columns, headings);
  const headingOf = Object.fromEntries(Object.entries(columns).map(([heading, name]) => [name, heading]));
  return (given) => {
    const problem = misplaced(names, given);
    if (problem) return { problem };
    const named = names.flatMap((name, index) =>
      name && given[index] ? [[name, given[index]] as const] : [],
    );
    const { data, error } = cells.safeParse(Object.fromEntries(named));
    if (!error) return { row: data };
    return {
      problem: error.issues.map(({ path, message }) => `${headingOf[String(path[0])]} ${message}`).join('; '),
    };
  };
};
