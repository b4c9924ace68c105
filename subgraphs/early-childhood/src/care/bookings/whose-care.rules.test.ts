import { describe, expect, it } from '@jest/globals';
import { whoseCare } from './whose-care.rules.ts';

describe('whose care is', () => {
  it.each([
    [['awa'], 'awa', ['awa']],
    [['awa', 'ali'], 'ali', ['awa', 'ali']],
    [['awa'], 'ali', ['ali']],
    [[], 'ali', ['ali']],
  ] as const)('of a child of %j, paid by %s', (families, paying, whose) => {
    expect(whoseCare(families, paying)).toEqual(whose);
  });
});
