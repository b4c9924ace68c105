import { describe, expect, it } from '@jest/globals';
import { separatorOf } from '@relais/platform/importing/headings.ts';
import { rowReader } from './read-entitlement-row.ts';

const HEADINGS = ['family_reference', 'scheme', 'source', 'state', 'from', 'stated_on', 'adult_id'];
const CELLS = ['NAN-000001', 'RSA', 'CAF', 'OPEN', '2026-02-01', '2026-03-01', ''];
const ROW = {
  familyReference: 'NAN-000001',
  scheme: 'RSA',
  source: 'CAF',
  state: 'OPEN',
  from: '2026-02-01',
  statedOn: '2026-03-01',
};

const withAmount = (heading: string, amount: string) => rowReader([...HEADINGS, heading])([...CELLS, amount]);

describe('a row of a monthly file', () => {
  it('is read by its headings in any order; empty cells are absent', () => {
    expect(rowReader(HEADINGS)(CELLS)).toEqual({ row: ROW });
    expect(rowReader(HEADINGS.toReversed())(CELLS.toReversed())).toEqual({ row: ROW });
  });

  it.each([
    ['monthly_amount_cents', '64652', 646_52],
    ['monthly_amount_eur', '646,52', 646_52],
    ['monthly_amount_eur', '646.52', 646_52],
    ['monthly_amount_eur', '271', 271_00],
  ])('takes %s %s as it is meant', (heading, amount, cents) => {
    expect(withAmount(heading, amount)).toEqual({ row: { ...ROW, monthlyAmountCents: cents } });
  });

  it.each([
    ['monthly_amount_cents', '646,52'],
    ['monthly_amount_cents', '646.52'],
    ['monthly_amount_cents', '0x10'],
    ['monthly_amount_cents', '1e5'],
    ['monthly_amount_cents', '-1'],
    ['monthly_amount_cents', '2147483648'],
    ['monthly_amount_eur', '1 234,56'],
    ['monthly_amount_eur', '271,5'],
    ['monthly_amount_eur', '646,52 €'],
  ])('is not read with %s %s, rather than with another amount', (heading, amount) => {
    expect(withAmount(heading, amount)).toEqual({ problem: expect.stringContaining(heading) });
  });

  it('names each cell that is wrong by its heading', () => {
    const cells = ['', 'RSI', 'CAF', 'OPEN', '2026-02-30', '2026-03-01', 'x'];
    expect(rowReader(HEADINGS)(cells)).toEqual({
      problem:
        'family_reference is missing; adult_id is no id; scheme is no scheme; from is no day such as 2026-03-01',
    });
  });

  it('has as many cells as there are headings', () => {
    const read = rowReader(HEADINGS);
    expect(read([...CELLS, 'x'])).toEqual({ problem: '8 cells under 7 headings' });
    expect(read(CELLS.slice(0, -1))).toEqual({ problem: '6 cells under 7 headings' });
  });
});

describe('the headings', () => {
  it('may end in columns without a name, as spreadsheets write them, whose cells are empty', () => {
    const read = rowReader([...HEADINGS, '', '']);
    expect(read([...CELLS, '', ''])).toEqual({ row: ROW });
    expect(read([...CELLS, '', 'x'])).toEqual({ problem: 'cell 9 has no heading' });
  });

  it.each([
    [['family_reference', 'amount'], 'No column is called "amount"'],
    [['family_reference', '', 'scheme'], 'No column is called ""'],
    [['scheme', 'scheme'], 'The column scheme stands there twice'],
    [['monthly_amount_cents', 'monthly_amount_eur'], 'The amount is given twice'],
  ])('%j are refused', (headings, problem) => {
    expect(() => rowReader(headings)).toThrow(problem);
  });

  it.each([
    ['scheme;source;state', ';'],
    ['scheme,source', ','],
    ['scheme\tsource', '\t'],
    ['scheme', ';'],
  ])('of %j tell the separator', (line, separator) => {
    expect(separatorOf(line)).toBe(separator);
  });
});
