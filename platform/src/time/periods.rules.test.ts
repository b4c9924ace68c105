import { describe, expect, it } from '@jest/globals';
import { inOrder, isWithin, longestOf, merged, overlap, overlapOf, without } from './periods.rules.ts';

const period = (from: number, to: number) => ({
  startsAt: new Date(Date.UTC(2026, 2, 3, from)),
  endsAt: new Date(Date.UTC(2026, 2, 3, to)),
});

const at = (time: string) => new Date(`2026-03-03T${time}:00+01:00`);
const during = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });

describe('periods', () => {
  it('overlap when they have a moment in common: the end is not part of them', () => {
    expect(overlap(period(8, 12), period(11, 14))).toBe(true);
    expect(overlap(period(8, 12), period(12, 14))).toBe(false);
  });

  it('stand first to last', () => {
    expect(inOrder([period(12, 13), period(8, 9)])).toEqual([period(8, 9), period(12, 13)]);
  });

  it('lie within each other', () => {
    expect(isWithin(period(8, 9), period(8, 12))).toBe(true);
    expect(isWithin(period(8, 13), period(8, 12))).toBe(false);
    expect(isWithin(period(7, 9), period(8, 12))).toBe(false);
  });

  it('have in common only what both cover', () => {
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
});
