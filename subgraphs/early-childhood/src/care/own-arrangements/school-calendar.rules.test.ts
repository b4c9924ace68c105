import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { nantesTerms } from '../../../seeds/nantes-school-terms.ts';
import { easterOf, publicHolidaysOf, schoolPeriodsOf } from './school-calendar.rules.ts';

const days = (startsOn: string, endsOn: string) => ({
  startsOn: Temporal.PlainDate.from(startsOn),
  endsOn: Temporal.PlainDate.from(endsOn),
});
const written = (terms: ReturnType<typeof schoolPeriodsOf>) =>
  terms.map(({ startsOn, endsOn }) => `${startsOn}/${endsOn}`);

describe('the school calendar', () => {
  it.each([
    [2000, '2000-04-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ])('knows Easter of %s', (year, day) => {
    expect(easterOf(year).toString()).toBe(day);
  });

  it('knows the eleven public holidays of a year', () => {
    expect(publicHolidaysOf(2026).map(String).sort()).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
  });

  it('cuts public holidays out of a term, at its edges too', () => {
    expect(written(schoolPeriodsOf([days('2026-05-01', '2026-05-14')]))).toEqual([
      '2026-05-02/2026-05-07',
      '2026-05-09/2026-05-13',
    ]);
  });

  it('leaves nothing of a term of one public holiday', () => {
    expect(schoolPeriodsOf([days('2026-05-01', '2026-05-01')])).toEqual([]);
  });

  it('has no school in the holidays of Nantes', () => {
    const periods = schoolPeriodsOf(nantesTerms);
    const isSchool = (day: string) =>
      periods.some(({ startsOn, endsOn }) => `${startsOn}` <= day && day <= `${endsOn}`);
    expect(
      ['2025-10-20', '2026-01-02', '2026-02-16', '2026-04-13', '2026-05-15', '2026-08-31'].some(isSchool),
    ).toBe(false);
    expect(['2025-09-01', '2026-03-02', '2026-04-10', '2026-05-18', '2026-11-02'].every(isSchool)).toBe(true);
  });
});
