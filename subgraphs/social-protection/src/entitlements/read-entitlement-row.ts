import { type ReadRow, readerUnder } from '@relais/platform/importing/headings.ts';
import { z } from 'zod';
import { State } from './entitlement-status.ts';
import { InformationSource } from './information-source.ts';
import { Scheme } from './scheme.ts';

/** Columns of a monthly file by their heading; the order is free. The amount is given in cents or in euros. */
const columns = {
  family_reference: 'familyReference',
  adult_id: 'adultId',
  child_id: 'childId',
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
  childId: z.uuid('is no id').optional(),
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

/** How the rows under these headings are read; headings that are not understood are an error. */
export const rowReader = (headings: readonly string[]): ReadRow<FileRow> => {
  const read = readerUnder(columns, entitlementRow, headings);
  if (headings.includes('monthly_amount_cents') && headings.includes('monthly_amount_eur'))
    throw new Error('The amount is given twice: keep monthly_amount_cents or monthly_amount_eur.');
  return read;
};
