import { describe, expect, it } from '@jest/globals';
import { rowReader } from './read-entitlement-row.ts';

const HEADING = 'family_reference;scheme;source;state;from;stated_on;monthly_amount_cents;adult_id';

describe('a line of a monthly file', () => {
  it('is read by its heading; empty cells are absent', () => {
    const read = rowReader(`\uFEFF${HEADING}`);
    expect(read('NAN-000001;RSA;CAF;OPEN;2026-02-01;2026-03-01;64652;')).toEqual({
      row: {
        familyReference: 'NAN-000001',
        scheme: 'RSA',
        source: 'CAF',
        state: 'OPEN',
        from: '2026-02-01',
        statedOn: '2026-03-01',
        monthlyAmountCents: 64652,
      },
    });
    expect(read('"NAN-1","RSA",CAF,CLOSED,2026-02-01,2026-03-01')).toMatchObject({
      row: { state: 'CLOSED' },
    });
  });

  it('that cannot be read names each cell that is wrong', () => {
    const answer = rowReader(HEADING)('NAN-1;RSI;CAF;OPEN;2026-02-30;2026-03-01;12.5;x');
    expect(answer).toEqual({
      problem: expect.stringMatching(/scheme: .*; monthlyAmountCents: .*from: /s),
    });
    expect(answer).toEqual({ problem: expect.stringContaining('adultId') });
  });

  it('needs a heading that is understood', () => {
    expect(() => rowReader('family_reference;amount')).toThrow('No column is called "amount"');
  });
});
