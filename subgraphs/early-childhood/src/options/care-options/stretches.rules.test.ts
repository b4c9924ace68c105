import { describe, expect, it } from '@jest/globals';
import { kindByNotice, neededPart } from './care-need.rules.ts';
import { bookablePart, longestOf, merged, overlapOf, roundedOutward, without } from './stretches.rules.ts';
import { during, onTuesday } from './testing/option-facts.ts';

describe('stretches of time', () => {
  it('overlap only where they share time', () => {
    expect(overlapOf(during('09:00', '11:00'), during('10:00', '12:00'))).toEqual(during('10:00', '11:00'));
    expect(overlapOf(during('09:00', '10:00'), during('10:00', '12:00'))).toBeNull();
  });

  it('lose what is taken from them', () => {
    const day = [during('08:00', '18:00')];
    expect(without(day, [during('07:00', '09:00'), during('12:00', '13:00')])).toEqual([
      during('09:00', '12:00'),
      during('13:00', '18:00'),
    ]);
    expect(without(day, [during('08:00', '18:00')])).toEqual([]);
    expect(without(day, [during('18:00', '19:00')])).toEqual(day);
  });

  it('are as long as the longest, the earliest of equals', () => {
    const [early, late] = [during('08:00', '10:00'), during('14:00', '16:00')];
    expect(longestOf([early, late, during('11:00', '12:00')])).toBe(early);
    expect(longestOf([early, during('11:00', '15:00')])).toEqual(during('11:00', '15:00'));
    expect(longestOf([])).toBeNull();
  });

  it('become one where they touch', () => {
    const parts = [during('13:00', '14:00'), during('09:00', '11:00'), during('09:30', '10:00')];
    expect(merged([...parts, during('11:00', '12:00')])).toEqual([
      during('09:00', '12:00'),
      during('13:00', '14:00'),
    ]);
  });

  it('are rounded outward to half-hours', () => {
    expect(roundedOutward(during('09:10', '11:40'))).toEqual(during('09:00', '12:00'));
    expect(roundedOutward(during('09:30', '11:00'))).toEqual(during('09:30', '11:00'));
  });

  it('can be booked from the next half-hour on', () => {
    const morning = during('09:10', '11:40');
    expect(bookablePart(morning, onTuesday('08:00'))).toEqual(during('09:00', '12:00'));
    expect(bookablePart(morning, onTuesday('10:10'))).toEqual(during('10:30', '12:00'));
    expect(bookablePart(morning, onTuesday('11:45'))).toBeNull();
  });
});

describe('a need', () => {
  const now = onTuesday('07:00');

  it('is an emergency when known less than two days ahead', () => {
    expect(kindByNotice(new Date('2026-03-05T06:59:00+01:00'), now)).toBe('EMERGENCY');
    expect(kindByNotice(new Date('2026-03-05T07:00:00+01:00'), now)).toBe('SHORT_TERM');
  });

  it('is what can be booked of it', () => {
    expect(neededPart(during('09:10', '12:00'), now)).toEqual(during('09:00', '12:00'));
    const untilMidnight = { startsAt: onTuesday('20:00'), endsAt: new Date('2026-03-04T00:00:00+01:00') };
    expect(neededPart(untilMidnight, now)).toEqual(untilMidnight);
  });

  it.each([
    ['ENDS_BEFORE_IT_STARTS', during('10:00', '10:00')],
    ['NOT_WITHIN_ONE_DAY', { startsAt: onTuesday('20:00'), endsAt: new Date('2026-03-04T00:10:00+01:00') }],
    ['OVER_ALREADY', during('05:00', '06:30')],
  ])('may be none: %s', (problem, asked) => {
    expect(neededPart(asked, now)).toEqual({ problem });
  });
});
