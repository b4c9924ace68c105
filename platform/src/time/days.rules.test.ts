import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { daysOf, earlierOf, isBefore, isDuring, laterOf, nextMonday } from './days.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const [monday, tuesday, friday] = [day('2026-03-02'), day('2026-03-03'), day('2026-03-06')];

describe('days', () => {
  it('come one before the other, or are the same', () => {
    expect([isBefore(monday, tuesday), isBefore(tuesday, monday), isBefore(monday, monday)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('have an earlier and a later one', () => {
    expect(earlierOf(tuesday, monday)).toBe(monday);
    expect(earlierOf(monday, tuesday)).toBe(monday);
    expect(laterOf(tuesday, monday)).toBe(tuesday);
    expect(laterOf(monday, tuesday)).toBe(tuesday);
  });

  it('lie within a stretch whose first and last day count', () => {
    const stretch = { startsOn: tuesday, endsOn: friday };
    const within = [monday, tuesday, friday, day('2026-03-07')].map((each) => isDuring(each, stretch));
    expect(within).toEqual([false, true, true, false]);
  });

  it('are followed by a Monday', () => {
    expect([monday, tuesday, day('2026-03-08')].map((each) => `${nextMonday(each)}`)).toEqual(
      Array(3).fill('2026-03-09'),
    );
  });

  it('are those on which the first and the last of some periods start, in the time of the city', () => {
    const starting = (text: string) => ({ startsAt: new Date(text) });
    const days = daysOf([starting('2026-03-03T23:30:00Z'), starting('2026-03-02T08:00:00Z')]);
    expect([`${days.startsOn}`, `${days.endsOn}`]).toEqual(['2026-03-02', '2026-03-04']);
  });
});
