import { describe, expect, it } from '@jest/globals';
import type { Days } from '@relais/platform/time/days.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { termsAfter, termsBetween } from './school-holidays.rules.ts';

const day = Temporal.PlainDate.from;
const holidays = (firstDay: string, backOn: string | null) => ({
  firstDay: day(firstDay),
  backOn: backOn === null ? null : day(backOn),
});
const texts = (terms: readonly Days[]) => terms.map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`);

const AUTUMN = holidays('2027-10-23', '2027-11-08');
const CHRISTMAS = holidays('2027-12-18', '2028-01-03');
const SUMMER = holidays('2027-07-03', '2027-09-01');

describe('the terms between school holidays', () => {
  it('begin on the day of return and end the day before the next ones, each once whatever the order', () => {
    expect(texts(termsBetween([CHRISTMAS, SUMMER, AUTUMN, AUTUMN]))).toEqual([
      '2027-09-01 2027-10-22',
      '2027-11-08 2027-12-17',
    ]);
  });

  it('are not guessed after a summer of which only the beginning is published, unless it is published again', () => {
    const begins = holidays('2027-07-03', null);
    expect(texts(termsBetween([begins, AUTUMN, CHRISTMAS]))).toEqual(['2027-11-08 2027-12-17']);
    expect(texts(termsBetween([begins, SUMMER, AUTUMN]))).toEqual(['2027-09-01 2027-10-22']);
  });

  it('are none where holidays are missing in between, or overlap', () => {
    expect(termsBetween([AUTUMN, holidays('2028-07-01', null)])).toEqual([]);
    expect(termsBetween([AUTUMN, holidays('2027-11-08', '2027-11-09')])).toEqual([]);
    expect(termsBetween([])).toEqual([]);
  });

  it('after a day are those to come, and the rest of the one that runs', () => {
    const terms = termsBetween([SUMMER, AUTUMN, CHRISTMAS]);
    expect(texts(termsAfter(terms, day('2027-08-31')))).toEqual(texts(terms));
    expect(texts(termsAfter(terms, day('2027-10-01')))).toEqual([
      '2027-10-02 2027-10-22',
      '2027-11-08 2027-12-17',
    ]);
    expect(texts(termsAfter(terms, day('2027-10-22')))).toEqual(['2027-11-08 2027-12-17']);
  });
});
