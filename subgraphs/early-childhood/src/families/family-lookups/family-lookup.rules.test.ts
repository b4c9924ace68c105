import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { lookupRefusal, MOST_LOOKUPS_PER_HOUR, mayLookUpAgain } from './family-lookup.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-03-02');

describe('looking a family up', () => {
  it.each([
    ['a child born today', 'Diallo', '2026-03-02', null],
    ['a child who is expected', 'Diallo', '2027-01-02', null],
    ['a child who comes of age tomorrow', 'Diallo', '2008-03-03', null],
    ['nobody', '  ', '2024-06-01', 'NAME_MISSING'],
    ['somebody of age', 'Diallo', '2008-03-02', 'BIRTH_DATE_NOT_PLAUSIBLE'],
    ['a birth too far ahead', 'Diallo', '2027-01-03', 'BIRTH_DATE_NOT_PLAUSIBLE'],
  ])('by %s', (_case, surname, childBirthDate, refusal) => {
    expect(lookupRefusal({ surname, childBirthDate: day(childBirthDate) }, today)).toBe(refusal);
  });

  it('ends for an hour after as many answers as a full desk needs', () => {
    expect([MOST_LOOKUPS_PER_HOUR - 1, MOST_LOOKUPS_PER_HOUR].map(mayLookUpAgain)).toEqual([true, false]);
  });
});
