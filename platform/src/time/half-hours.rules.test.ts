import { describe, expect, it } from '@jest/globals';
import { bookablePart, isOnTheHalfHour, roundedOutward, runningHalfHour } from './half-hours.rules.ts';

const at = (time: string) => new Date(`2026-03-03T${time}:00+01:00`);
const during = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });

describe('half-hours', () => {
  it('begin at the full and the half hour', () => {
    expect([at('09:00'), at('09:30'), at('09:10')].map(isOnTheHalfHour)).toEqual([true, true, false]);
  });

  it('are what a stretch is rounded outward to', () => {
    expect(roundedOutward(during('09:10', '11:40'))).toEqual(during('09:00', '12:00'));
    expect(roundedOutward(during('09:30', '11:00'))).toEqual(during('09:30', '11:00'));
  });

  it('can be booked from the next half-hour on', () => {
    const morning = during('09:10', '11:40');
    const planned = { atOnce: false };
    expect(bookablePart(morning, at('08:00'), planned)).toEqual(during('09:00', '12:00'));
    expect(bookablePart(morning, at('10:10'), planned)).toEqual(during('10:30', '12:00'));
    expect(bookablePart(morning, at('11:35'), planned)).toBeNull();
    expect(bookablePart(morning, at('11:45'), planned)).toBeNull();
  });

  it('can be booked from the one that runs when it cannot wait', () => {
    const morning = during('09:10', '11:40');
    const atOnce = { atOnce: true };
    expect(bookablePart(morning, at('08:00'), atOnce)).toEqual(during('09:00', '12:00'));
    expect(bookablePart(morning, at('10:10'), atOnce)).toEqual(during('10:00', '12:00'));
    expect(bookablePart(morning, at('10:00'), atOnce)).toEqual(during('10:00', '12:00'));
    expect(bookablePart(morning, at('11:35'), atOnce)).toEqual(during('11:30', '12:00'));
    expect(bookablePart(morning, at('11:40'), atOnce)).toBeNull();
    expect(runningHalfHour(at('11:59'))).toEqual(at('11:30'));
  });
});
