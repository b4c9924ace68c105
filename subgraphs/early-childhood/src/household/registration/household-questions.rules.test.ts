import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { birthQuestion, householdQuestion } from './household-questions.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const born = (text: string) => ({ birthDate: day(text) });
const today = day('2026-03-02');

describe('about adults and children is asked', () => {
  it.each([
    ['nothing of a mother of 24', [born('2002-01-01')], [born('2024-06-01')], null],
    ['nothing where no day is known', [{}, { birthDate: null }], [{}], null],
    ['nothing of a child of whom no day is known', [born('2002-01-01')], [{}], null],
    ['an adult born two years ago', [born('2024-01-01')], [], 'ADULT_AGE_UNLIKELY'],
    ['an adult who is 12 tomorrow', [born('2014-03-03')], [], 'ADULT_AGE_UNLIKELY'],
    ['nothing of one who is 12 today', [born('2014-03-02')], [], null],
    ['nothing of one who is 100 today', [born('1926-03-02')], [], null],
    ['an adult over 100', [born('1926-03-01')], [], 'ADULT_AGE_UNLIKELY'],
    [
      'an adult born after the child',
      [born('2012-01-01')],
      [born('2010-06-01')],
      'ADULT_NOT_OLDER_THAN_CHILD',
    ],
    ['less than 12 years between', [born('2000-01-02')], [born('2012-01-01')], 'ADULT_NOT_OLDER_THAN_CHILD'],
    ['nothing of 12 years between', [born('2000-01-01')], [born('2012-01-01')], null],
    [
      'a child who is expected',
      [born('2014-03-01')],
      [{ birthDate: null, expectedDate: day('2026-02-28') }],
      'ADULT_NOT_OLDER_THAN_CHILD',
    ],
  ])('%s', (_case, adults, children, question) => {
    expect(householdQuestion(adults, children, today)).toBe(question);
  });
});

describe('about a birth is asked', () => {
  const expectedOn = day('2027-02-10');
  it.each([
    ['a year before', '2025-12-24', 'BIRTH_FAR_FROM_EXPECTED'],
    ['over 20 weeks before', '2026-09-22', 'BIRTH_FAR_FROM_EXPECTED'],
    ['nothing of 20 weeks before', '2026-09-23', null],
    ['nothing of 5 weeks after', '2027-03-17', null],
    ['over 5 weeks after', '2027-03-18', 'BIRTH_FAR_FROM_EXPECTED'],
  ])('%s', (_case, birthDate, question) => {
    expect(birthQuestion(day(birthDate), expectedOn)).toBe(question);
  });

  it('nothing when no day was expected', () => {
    expect(birthQuestion(day('2025-12-24'), null)).toBeNull();
  });
});
