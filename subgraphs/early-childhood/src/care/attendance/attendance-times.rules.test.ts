import { describe, expect, it } from '@jest/globals';
import {
  type BookingBeside,
  halfHoursDue,
  mayShareHours,
  noted,
  timesProblem,
  wordRefusal,
} from './attendance-times.rules.ts';

const at = (time: string) => new Date(`2026-03-03T${time}:00+01:00`);
const expected = {
  status: 'CONFIRMED',
  startsAt: at('09:00'),
  endsAt: at('12:00'),
  arrivedAt: null,
  leftAt: null,
} as const;
const came = { ...expected, status: 'ATTENDED', arrivedAt: at('09:05') } as const;
const evening = at('18:00');

describe('a word at the door', () => {
  it.each([
    ['the arrival of a child that is expected', expected, 'ARRIVED', '09:05', null],
    ['an arrival before the hour that was booked', expected, 'ARRIVED', '08:20', null],
    [
      'the time of a child that is known to have come',
      { ...came, arrivedAt: null },
      'ARRIVED',
      '09:05',
      null,
    ],
    ['a departure', came, 'LEFT', '12:10', null],
    ['a departure without a time of arrival', { ...came, arrivedAt: null }, 'LEFT', '12:10', null],
    ['an absence once care has begun', expected, 'ABSENT', '09:00', null],
    ['an arrival that is noted already', came, 'ARRIVED', '09:10', 'ALREADY_ATTENDED'],
    [
      'an arrival of a child noted as absent',
      { ...expected, status: 'ABSENT' },
      'ARRIVED',
      '09:10',
      'ALREADY_ATTENDED',
    ],
    ['an arrival after all that was booked', expected, 'ARRIVED', '12:00', 'CARE_IS_OVER'],
    ['a departure before the arrival is noted', expected, 'LEFT', '12:00', 'NOT_ARRIVED'],
    ['a second departure', { ...came, leftAt: at('12:00') }, 'LEFT', '12:10', 'ALREADY_ATTENDED'],
    ['a departure before the arrival', came, 'LEFT', '09:05', 'LEFT_BEFORE_ARRIVAL'],
    [
      'a departure before care, where no arrival is noted',
      { ...came, arrivedAt: null },
      'LEFT',
      '09:00',
      'LEFT_BEFORE_ARRIVAL',
    ],
    ['an absence before care begins', expected, 'ABSENT', '08:59', 'NOT_STARTED_YET'],
    ['an absence of a child that came', came, 'ABSENT', '09:30', 'ALREADY_ATTENDED'],
    ['a place that is only held', { ...expected, status: 'HELD' }, 'ARRIVED', '09:00', 'NOT_CONFIRMED'],
    ['a place given back', { ...expected, status: 'CANCELLED' }, 'ABSENT', '09:00', 'NOT_CONFIRMED'],
    ['what has not come yet', came, 'LEFT', '18:06', 'IN_THE_FUTURE'],
    ['a clock that goes a little ahead', came, 'LEFT', '18:05', null],
  ] as const)('may be %s', (_what, booking, kind, time, refusal) => {
    expect(wordRefusal(booking, { kind, at: at(time) }, evening)).toBe(refusal);
  });

  it('is of the day of care', () => {
    const next = new Date('2026-03-04T00:10:00+01:00');
    expect(timesProblem(came, { arrivedAt: came.arrivedAt, leftAt: next }, next)).toBe('ANOTHER_DAY');
    expect(wordRefusal(expected, { kind: 'ABSENT', at: next }, next)).toBe('ANOTHER_DAY');
  });

  it('says what became of the booking', () => {
    expect(noted(expected, { kind: 'ARRIVED', at: at('09:05') })).toEqual({
      ...{ status: 'ATTENDED', arrivedAt: at('09:05'), leftAt: null },
    });
    expect(noted(came, { kind: 'LEFT', at: at('12:10') })).toEqual({
      ...{ status: 'ATTENDED', arrivedAt: at('09:05'), leftAt: at('12:10') },
    });
    expect(noted(expected, { kind: 'ABSENT', at: at('10:00') })).toEqual({
      ...{ status: 'ABSENT', arrivedAt: null, leftAt: null },
    });
  });
});

const plain = { id: 'one', cancelledAfterStart: false } as const;

describe('the half-hours due', () => {
  const late = { ...expected, ...plain, status: 'CANCELLED', cancelledAfterStart: true } as const;
  it.each([
    ['are those booked', expected, 6],
    ['are those booked when the child came later and left earlier', { ...came, leftAt: at('11:00') }, 6],
    ['are those booked when it did not come', { ...expected, status: 'ABSENT' }, 6],
    ['have every one begun before', { ...came, arrivedAt: at('08:29') }, 8],
    ['have every one begun after', { ...came, leftAt: at('12:01') }, 7],
    ['have none that only ends', { ...came, arrivedAt: at('08:30'), leftAt: at('12:30') }, 8],
    ['are none while the place is only held', { ...expected, status: 'HELD' }, 0],
    ['are none once it is given back', { ...expected, status: 'CANCELLED' }, 0],
  ] as const)('%s', (_what, booking, due) => {
    expect(halfHoursDue({ ...booking, ...plain }, [])).toBe(due);
  });
  it('are those booked when it was given back after it had begun, as of an absence', () => {
    expect(halfHoursDue(late, [])).toBe(6);
  });
});

describe('a half-hour of one child', () => {
  const booked = (
    id: string,
    from: string,
    to: string,
    facts: Partial<BookingBeside> = {},
  ): BookingBeside => ({
    ...{ id, status: 'CONFIRMED', startsAt: at(from), endsAt: at(to), arrivedAt: null, leftAt: null },
    ...{ cancelledAfterStart: false, ...facts },
  });
  const over = (facts: Partial<BookingBeside>) => ({ status: 'ATTENDED', ...facts }) as const;
  const cancelled = { status: 'CANCELLED', cancelledAfterStart: true } as const;
  const due = (one: BookingBeside, other: BookingBeside) => [
    halfHoursDue(one, [other]),
    halfHoursDue(other, [one]),
  ];

  it.each([
    [
      'with what stands rather than what was cancelled',
      [booked('b', '09:00', '12:00', cancelled), booked('a', '10:00', '14:00')],
      [2, 8],
    ],
    [
      'also with what was begun before what stands',
      [
        booked('b', '09:00', '12:00', cancelled),
        booked('a', '12:00', '13:00', over({ arrivedAt: at('11:40') })),
      ],
      [5, 3],
    ],
    [
      'where it was booked rather than where the child was collected late',
      [booked('a', '09:00', '10:00', over({ leftAt: at('10:20') })), booked('b', '10:00', '12:00')],
      [2, 4],
    ],
    [
      'with the first, where it was booked by neither',
      [
        booked('a', '09:00', '10:00', over({ leftAt: at('10:20') })),
        booked('b', '10:30', '12:00', over({ arrivedAt: at('10:21') })),
      ],
      [3, 3],
    ],
    [
      'with one of two that were cancelled at once',
      [booked('a', '09:00', '12:00', cancelled), booked('b', '09:00', '12:00', cancelled)],
      [6, 0],
    ],
    [
      'with the other where one is due nothing',
      [booked('a', '09:00', '12:00', cancelled), booked('b', '09:00', '12:00', { status: 'HELD' })],
      [6, 0],
    ],
  ] as const)('is due once: %s', (_what, [one, other], expected) => {
    expect(due(one, other)).toEqual(expected);
  });

  it('may be due with another only of what was cancelled, or lasted longer than booked', () => {
    const noted = over({ arrivedAt: at('09:10'), leftAt: at('11:50') });
    const may = (facts: Partial<BookingBeside>) => mayShareHours(booked('a', '09:00', '12:00', facts));
    expect([{}, noted, { status: 'CANCELLED' as const }].map(may)).toEqual([false, false, false]);
    const longer = [over({ arrivedAt: at('08:50') }), over({ leftAt: at('12:10') }), cancelled];
    expect(longer.map(may)).toEqual([true, true, true]);
  });
});
