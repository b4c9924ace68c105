import { addDays } from '../../time/city-time.rules.ts';

export type Quarter = { readonly from: string; readonly to: string };

const MONTHS_OF_QUARTER = 3;

const firstDayOf = (quarters: number): string => {
  const month = (quarters % 4) * MONTHS_OF_QUARTER + 1;
  return `${Math.floor(quarters / 4)}-${String(month).padStart(2, '0')}-01`;
};

/** The calendar quarters that are over, latest first: figures are given of no other span. */
export const quartersBefore = (today: string, count: number): readonly Quarter[] => {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const current = year * 4 + Math.floor((month - 1) / MONTHS_OF_QUARTER);
  return Array.from({ length: count }, (_, index) => {
    const from = firstDayOf(current - 1 - index);
    return { from, to: addDays(firstDayOf(current - index), -1) };
  });
};

/** Which of the four of its year it is. */
export const numberOf = ({ from }: Quarter): number =>
  Math.floor((Number(from.slice(5, 7)) - 1) / MONTHS_OF_QUARTER) + 1;

export type Figure = {
  readonly value: number | null;
  readonly isWithheld: boolean;
  readonly correctedSince: number | null;
};

export type Share = { readonly numerator: Figure; readonly denominator: Figure };

/** One line of a table: how many, of how many where it is a share. */
export type Row = { readonly name: string; readonly numerator: Figure; readonly denominator?: Figure };

export const rowOf = (name: string, { numerator, denominator }: Share): Row => ({
  name,
  numerator,
  denominator,
});

/** How much of the whole; nothing where a figure is withheld, or where there is no whole. */
export const percentOf = ({ numerator, denominator }: Row): number | undefined => {
  if (numerator.value === null || !denominator?.value) return undefined;
  return (numerator.value / denominator.value) * 100;
};

export type Table = {
  readonly title: string;
  readonly rows: readonly Row[];
  /** Why there is no row: its agency is away, or does not share it. */
  readonly absent?: string | undefined;
};

export type Heads = {
  readonly table: string;
  readonly row: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly today: string;
  readonly todayOf: string;
  readonly withheld: string;
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const cellOf = (figure: Figure | undefined, { withheld }: Heads): string => {
  if (!figure) return '';
  return figure.isWithheld ? withheld : String(figure.value ?? '');
};

const corrected = (figure: Figure | undefined): string => String(figure?.correctedSince ?? '');

const linesOf = ({ title, rows, absent }: Table, heads: Heads): readonly (readonly string[])[] => {
  if (absent !== undefined) return [[title, absent]];
  return rows.map(({ name, numerator, denominator }) => [
    title,
    name,
    cellOf(numerator, heads),
    cellOf(denominator, heads),
    corrected(numerator),
    corrected(denominator),
  ]);
};

/** What a file is named after: without accents and spaces. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

type About = readonly (readonly [string, string])[];

/** Of what the figures are comes first, since a file is read without the page. As spreadsheets of French offices read it: semicolons, a byte order mark, every text in quotes. */
export const csvOf = (about: About, tables: readonly Table[], heads: Heads): string => {
  const lines = tables.flatMap((table) => linesOf(table, heads));
  const head = [heads.table, heads.row, heads.numerator, heads.denominator, heads.today, heads.todayOf];
  const text = [...about, [], head, ...lines].map((line) => line.map(quoted).join(';')).join('\r\n');
  return `\uFEFF${text}\r\n`;
};
