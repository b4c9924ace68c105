import { describe, expect, it } from '@jest/globals';
import type { Days } from '@relais/platform/time/days.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { endedBy, firstDayOff, termsAfter, termsBetween } from './school-holidays.rules.ts';

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

  it('begin on the day of return that is published in a row of its own', () => {
    const begins = holidays('2027-07-03', null);
    const returns = [day('2028-09-01'), day('2027-09-01'), day('2026-09-01')];
    const ended = endedBy([begins, AUTUMN], returns);
    expect(texts(termsBetween(ended))).toEqual(['2027-09-01 2027-10-22']);
    expect(endedBy([AUTUMN], returns)).toEqual([AUTUMN]);
    expect(endedBy([begins], returns.slice(0, 1))).toEqual([begins]);
  });

  it('last until the classes of the day on which pupils leave, or the Friday before', () => {
    expect(
      ['2022-07-07', '2027-10-22', '2027-10-23', '2027-10-24'].map((each) => `${firstDayOff(day(each))}`),
    ).toEqual([...['2022-07-08', '2027-10-23', '2027-10-23', '2027-10-24']]);
  });

  it('are none where holidays are missing in between, or overlap', () => {
    expect(termsBetween([AUTUMN, holidays('2028-07-01', null)])).toEqual([]);
    expect(termsBetween([AUTUMN, holidays('2027-11-08', '2027-11-09')])).toEqual([]);
    expect(termsBetween([])).toEqual([]);
  });

  it('after a day are those to come, and the rest of the one that runs', () => {
    const terms = termsBetween([SUMMER, AUTUMN, CHRISTMAS]);
    const known = day('2027-07-02');
    const rest = ['2027-10-02 2027-10-22', '2027-11-08 2027-12-17'];
    expect(texts(termsAfter(terms, known, day('2027-04-01')))).toEqual(texts(terms));
    expect(texts(termsAfter(terms, day('2027-10-01'), day('2027-04-01')))).toEqual(rest);
    expect(texts(termsAfter(terms, known, day('2027-10-01')))).toEqual(rest);
    expect(texts(termsAfter(terms, day('2027-10-22'), day('2027-04-01')))).toEqual(rest.slice(1));
  });

  it('after a hole are none: the missing term could be added no more', () => {
    const winter = holidays('2028-02-12', '2028-02-28');
    const all = termsBetween([holidays('2027-04-17', '2027-05-03'), SUMMER, AUTUMN, CHRISTMAS, winter]);
    const [known, today] = [day('2027-04-30'), day('2027-04-01')];
    expect(termsAfter(all, known, today)).toHaveLength(4);
    const withHole = termsBetween([holidays('2027-07-03', null), AUTUMN, CHRISTMAS, winter]);
    expect(withHole).toHaveLength(2);
    expect(termsAfter(withHole, day('2027-07-02'), today)).toEqual([]);
    expect(termsAfter([...all.slice(0, 1), ...withHole], known, today)).toHaveLength(1);
    // Of a city that knows no calendar yet, nothing is missing before the first one.
    expect(termsAfter(withHole, null, today)).toHaveLength(2);
  });
});
