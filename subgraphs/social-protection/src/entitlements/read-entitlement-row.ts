import { z } from 'zod';
import { State } from './entitlement-status.ts';
import { InformationSource } from './information-source.ts';
import { Scheme } from './scheme.ts';

/** Columns of a monthly file by their heading; the order is free. The amount is given in cents or in euros. */
const columns = {
  family_reference: 'familyReference',
  adult_id: 'adultId',
  scheme: 'scheme',
  source: 'source',
  source_number: 'sourceNumber',
  state: 'state',
  monthly_amount_cents: 'cents',
  monthly_amount_eur: 'euros',
  from: 'from',
  reason: 'reason',
  stated_on: 'statedOn',
} as const;

type Column = keyof typeof columns;
type CellName = (typeof columns)[Column];

const headingOf = Object.fromEntries(Object.entries(columns).map(([heading, name]) => [name, heading]));

const MOST_CENTS = 2_147_483_647;

const amount = (form: RegExp, problem: string) =>
  z
    .string()
    .regex(form, problem)
    .transform((text) => Number(text.replace(/[.,]/, '')))
    .refine((cents) => cents <= MOST_CENTS, 'is too much')
    .optional();

const wholeEuros = (text: string): string => (/^\d+$/.test(text) ? `${text}.00` : text);

const cells = z.object({
  familyReference: z.string('is missing'),
  adultId: z.uuid('is no id').optional(),
  scheme: z.enum(Scheme, 'is no scheme'),
  source: z.enum(InformationSource, 'is no source'),
  sourceNumber: z.string().optional(),
  state: z.enum(State, 'is no state'),
  cents: amount(/^\d+$/, 'holds digits only'),
  euros: z.preprocess(
    (cell) => (typeof cell === 'string' ? wholeEuros(cell) : cell),
    amount(/^\d+[.,]\d{2}$/, 'is written 271,00 or 271.00'),
  ),
  from: z.iso.date('is no day such as 2026-03-01'),
  reason: z.string().optional(),
  statedOn: z.iso.date('is no day such as 2026-03-01'),
});

const entitlementRow = cells.transform(({ cents, euros, ...row }) => {
  const monthlyAmountCents = cents ?? euros;
  return monthlyAmountCents === undefined ? row : { ...row, monthlyAmountCents };
});

export type FileRow = z.output<typeof entitlementRow>;

const isColumn = (heading: string): heading is Column => Object.hasOwn(columns, heading);

/** Headings hold no separator, so the one that splits them most is that of the file: never guessed from a row. */
export const separatorOf = (headingLine: string): string => {
  const counted = [';', ',', '\t'].map((separator) => ({
    separator,
    count: headingLine.split(separator).length,
  }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).separator;
};

/** A spreadsheet may write columns without a name at the end; their cells must be empty. */
const namesOf = (headings: readonly string[]): (CellName | null)[] => {
  const lastNamed = headings.findLastIndex((heading) => heading !== '');
  const names = headings.map((heading, index) => {
    if (isColumn(heading)) return columns[heading];
    if (index > lastNamed) return null;
    throw new Error(`No column is called "${heading}": use ${Object.keys(columns).join(', ')}.`);
  });
  const named = names.filter((name) => name !== null);
  const twice = named.find((name, index) => named.indexOf(name) !== index);
  if (twice) throw new Error(`The column ${headingOf[twice]} stands there twice.`);
  if (named.includes('cents') && named.includes('euros'))
    throw new Error('The amount is given twice: keep monthly_amount_cents or monthly_amount_eur.');
  return names;
};

export type ReadRow = (cells: readonly string[]) => { row: FileRow } | { problem: string };

const misplaced = (names: readonly unknown[], given: readonly string[]): string | null => {
  if (given.length !== names.length) return `${given.length} cells under ${names.length} headings`;
  const unnamed = given.findIndex((cell, index) => names[index] === null && cell !== '');
  return unnamed < 0 ? null : `cell ${unnamed + 1} has no heading`;
};

/** How the rows under these headings are read; headings that are not understood are an error. */
export const rowReader = (headings: readonly string[]): ReadRow => {
  const names = namesOf(headings);
  return (given) => {
    const problem = misplaced(names, given);
    if (problem) return { problem };
    const named = names.flatMap((name, index) =>
      name && given[index] ? [[name, given[index]] as const] : [],
    );
    const { data, error } = entitlementRow.safeParse(Object.fromEntries(named));
    if (data) return { row: data };
    return {
      problem: error.issues.map(({ path, message }) => `${headingOf[path.join()]} ${message}`).join('; '),
    };
  };
};
