import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { isCalendarEnding } from './school-terms-end.rules.ts';

const day = Temporal.PlainDate.from;
const lastDay = day('2027-07-02');

describe('the end of the known school calendar', () => {
  it('is warned of 90 days before it, and from then on', () => {
    expect(isCalendarEnding({ lastDay, isReliedOn: true }, day('2027-04-03'))).toBe(false);
    expect(isCalendarEnding({ lastDay, isReliedOn: false }, day('2027-04-04'))).toBe(true);
    expect(isCalendarEnding({ lastDay, isReliedOn: false }, day('2028-01-01'))).toBe(true);
  });

  it('is warned of where no calendar is known, if somebody relies on school', () => {
    expect(isCalendarEnding({ lastDay: null, isReliedOn: true }, day('2027-04-03'))).toBe(true);
    expect(isCalendarEnding({ lastDay: null, isReliedOn: false }, day('2027-04-03'))).toBe(false);
  });
});
