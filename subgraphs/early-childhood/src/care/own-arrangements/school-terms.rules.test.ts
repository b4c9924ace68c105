import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { schoolTermsProblem } from './school-terms.rules.ts';

const day = Temporal.PlainDate.from;
const term = (startsOn: string, endsOn: string) => ({ startsOn: day(startsOn), endsOn: day(endsOn) });
const autumn = term('2027-09-01', '2027-10-22');
const winter = term('2027-11-08', '2027-12-17');
const today = day('2027-04-05');

describe('terms that are to follow those that are known', () => {
  it.each([
    [null, [autumn, winter], '2027-07-02'],
    [null, [autumn], null],
    ['TERMS_MISSING', [], null],
    ['TERM_ENDS_BEFORE_IT_STARTS', [term('2027-10-22', '2027-09-01')], null],
    ['TERMS_OVERLAP', [winter, autumn], null],
    ['TERMS_OVERLAP', [autumn, term('2027-10-22', '2027-12-17')], null],
    ['KNOWN_ALREADY', [autumn], '2027-09-01'],
    [null, [autumn], '2027-08-31'],
    ['STARTS_IN_THE_PAST', [term('2027-04-05', '2027-07-02')], null],
    [null, [term('2027-04-06', '2027-07-02')], null],
    ['TOO_FAR_AHEAD', [term('2030-03-01', '2030-04-06')], null],
    [null, [term('2030-03-01', '2030-04-05')], null],
  ])('%s', (problem, terms, known) => {
    expect(schoolTermsProblem(terms, known === null ? null : day(known), today)).toBe(problem);
  });
});
