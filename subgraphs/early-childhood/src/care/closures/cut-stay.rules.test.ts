import { describe, expect, it } from '@jest/globals';
import { minutesOf, overlapOf } from '@relais/platform/time/periods.rules.ts';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { cutStay } from './cut-stay.rules.ts';

const at = (time: string) => new Date(`2026-03-03T${time}:00+01:00`);
const day = Temporal.PlainDate.from('2026-03-03');
const days = { startsOn: day, endsOn: day };
const stay = {
  startsAt: at('09:00'),
  endsAt: at('17:00'),
  status: 'CONFIRMED',
  isWholeOrNothing: false,
} as const;
const closing = (time: string) => ({ ...days, opensAt: null, closesAt: Temporal.PlainTime.from(time) });
const opening = (time: string) => ({ ...days, opensAt: Temporal.PlainTime.from(time), closesAt: null });
const dayBefore = new Date('2026-03-02T10:00:00+01:00');
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });

describe('what a closure takes of a stay', () => {
  it.each([
    ['is its end', stay, closing('14:00'), dayBefore, ['09:00', '14:00'], [['14:00', '17:00']]],
    ['is its start', stay, opening('10:30'), dayBefore, ['10:30', '17:00'], [['09:00', '10:30']]],
    ['is all of it', stay, closing('09:00'), dayBefore, null, [['09:00', '17:00']]],
    ['is all of it on a closed day', stay, days, dayBefore, null, [['09:00', '17:00']]],
    ['is nothing', stay, closing('17:00'), dayBefore, ['09:00', '17:00'], []],
    [
      'is the end of care that has begun',
      { ...stay, status: 'ATTENDED' },
      closing('14:00'),
      at('11:00'),
      ['09:00', '14:00'],
      [['14:00', '17:00']],
    ],
    [
      'is nothing that is over',
      stay,
      closing('10:00'),
      at('11:10'),
      ['09:00', '11:30'],
      [['11:30', '17:00']],
    ],
    [
      'is not the half-hour that a child has begun',
      { ...stay, status: 'ATTENDED' },
      closing('08:30'),
      at('08:50'),
      ['09:00', '09:30'],
      [['09:30', '17:00']],
    ],
    ['is not the start of care that has begun', stay, opening('12:00'), at('09:00'), ['09:00', '17:00'], []],
    [
      'is nothing of care that has begun, where the day is closed',
      stay,
      days,
      at('09:00'),
      ['09:00', '17:00'],
      [],
    ],
    [
      'is all of what an offer holds whole or not at all',
      { ...stay, status: 'HELD', isWholeOrNothing: true },
      closing('14:00'),
      dayBefore,
      null,
      [['09:00', '17:00']],
    ],
    [
      'is the end of what weekly care holds',
      { ...stay, status: 'HELD' },
      closing('14:00'),
      dayBefore,
      ['09:00', '14:00'],
      [['14:00', '17:00']],
    ],
  ] as const)('%s', (_what, booked, closure, now, left, lost) => {
    const cut = cutStay(booked, closure, now);
    expect(cut.left && span(left?.[0] ?? '', left?.[1] ?? '')).toEqual(
      cut.left && { startsAt: cut.left.startsAt, endsAt: cut.left.endsAt },
    );
    expect(cut.left === null).toBe(left === null);
    expect(cut.lost).toEqual(lost.map(([from, to]) => span(from, to)));
  });

  it('is with what is left the whole stay, and never a time at which it is open', () => {
    const slot = fc.integer({ min: 0, max: 47 });
    const timeOf = (half: number) =>
      `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
    fc.assert(
      fc.property(slot, slot, slot, slot, (one, other, opens, closes) => {
        fc.pre(one < other && opens < closes);
        const booked = { ...stay, ...span(timeOf(one), timeOf(other)) };
        const open = span(timeOf(opens), timeOf(closes));
        const closure = {
          ...days,
          opensAt: Temporal.PlainTime.from(timeOf(opens)),
          closesAt: Temporal.PlainTime.from(timeOf(closes)),
        };
        const { left, lost } = cutStay(booked, closure, dayBefore);
        const kept = left ? minutesOf(left) : 0;
        expect(kept + lost.reduce((sum, each) => sum + minutesOf(each), 0)).toBe(minutesOf(booked));
        expect(lost.some((each) => overlapOf(each, open))).toBe(false);
        expect(left && overlapOf(left, open)).toEqual(
          left && { startsAt: left.startsAt, endsAt: left.endsAt },
        );
      }),
    );
  });
});
