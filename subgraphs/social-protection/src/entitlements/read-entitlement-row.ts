import { z } from 'zod';
import { Scheme } from './entitlement.ts';
import { State } from './entitlement-state.ts';
import { InformationSource } from './information-source.ts';

/** Columns of a monthly file by their heading; the order is free. */
const columns = {
  family_reference: 'familyReference',
  adult_id: 'adultId',
  scheme: 'scheme',
  source: 'source',
  source_number: 'sourceNumber',
  state: 'state',
  monthly_amount_cents: 'monthlyAmountCents',
  from: 'from',
  reason: 'reason',
  stated_on: 'statedOn',
} as const;

const entitlementRow = z.object({
  familyReference: z.string(),
  adultId: z.uuid().optional(),
  scheme: z.enum(Scheme),
  source: z.enum(InformationSource),
  sourceNumber: z.string().optional(),
  state: z.enum(State),
  monthlyAmountCents: z.coerce.number().int().max(2_147_483_647).optional(),
  from: z.iso.date(),
  reason: z.string().optional(),
  statedOn: z.iso.date(),
});

export type FileRow = z.output<typeof entitlementRow>;

/** Codes, ids, days and numbers hold neither separators nor quotes, so a line splits where a separator stands. */
const cellsOf = (line: string): string[] =>
  line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

const isColumn = (heading: string): heading is keyof typeof columns => Object.hasOwn(columns, heading);

export type ReadRow = (line: string) => { row: FileRow } | { problem: string };

/** How the lines under a heading are read; a heading that is not understood is an error. */
export const rowReader = (headingLine: string): ReadRow => {
  const names = cellsOf(headingLine.replace(/^\uFEFF/, '')).map((heading) => {
    if (isColumn(heading)) return columns[heading];
    throw new Error(`No column is called "${heading}": use ${Object.keys(columns).join(', ')}.`);
  });
  return (line) => {
    const cells = cellsOf(line);
    const given = names.flatMap((name, index) => (cells[index] ? [[name, cells[index]] as const] : []));
    const { data, error } = entitlementRow.safeParse(Object.fromEntries(given));
    if (data) return { row: data };
    const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message.toLowerCase()}`);
    return { problem: problems.join('; ') };
  };
};
