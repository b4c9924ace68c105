import { describe, expect, it } from '@jest/globals';
import { internationalPhone } from './phone.rules.ts';

describe('a telephone number', () => {
  it.each([
    ['06 12 34 56 78', '+33612345678'],
    ['02.40.00.00.00', '+33240000000'],
    ['0033612345678', '+33612345678'],
    ['+221 77 123 45 67', '+221771234567'],
    ['0012', null],
    ['bonjour', null],
  ])('%s is %s', (written, understood) => expect(internationalPhone(written)).toBe(understood));
});
