import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { colleagueRefusal, isAbsent } from './colleague.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-03-10');

describe('a colleague who is named', () => {
  it('is in the directory and still works there', () => {
    expect(colleagueRefusal(null, today)).toBe('UNKNOWN_PROFESSIONAL');
    expect(colleagueRefusal({ departedOn: null }, today)).toBeNull();
    expect(colleagueRefusal({ departedOn: day('2026-03-11') }, today)).toBeNull();
    expect(colleagueRefusal({ departedOn: today }, today)).toBe('DEPARTED_PROFESSIONAL');
  });

  it('is away from the first day of an absence to the day before coming back', () => {
    const absence = { absentFrom: day('2026-03-09'), absentTo: day('2026-03-11') };
    const days = ['2026-03-08', '2026-03-09', '2026-03-10', '2026-03-11'].map(day);
    expect(days.map((each) => isAbsent(absence, each))).toEqual([false, true, true, false]);
    expect(isAbsent({ ...absence, absentTo: null }, day('2027-01-01'))).toBe(true);
    expect(isAbsent({ absentFrom: null, absentTo: null }, today)).toBe(false);
  });
});
