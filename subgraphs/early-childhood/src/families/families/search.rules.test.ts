import { describe, expect, it } from '@jest/globals';
import { dayWritten } from './search.rules.ts';

describe('a day', () => {
  it.each([
    ['05/03/2024', '2024-03-05'],
    ['5.3.2024', '2024-03-05'],
    ['2024-03-05', '2024-03-05'],
    ['31/02/2024', undefined],
    ['5/3/24', undefined],
    ['NAN-000143', undefined],
  ])('%s is %s', (written, understood) => expect(dayWritten(written)?.toString()).toBe(understood));
});
