import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { hoursOf } from './arrangement-hours.rules.ts';
import {
  type ArrangementTimes,
  earliestStart,
  hasBegun,
  isOver,
  keptBefore,
  pastDays,
  weeklyOf,
} from './past-days.rules.ts';

const day = Temporal.PlainDate.from;
const time = Temporal.PlainTime.from;
const nothing = {
  startsAt: null,
  endsAt: null,
  weekday: null,
  from: null,
  to: null,
  startsOn: null,
  endsOn: null,
};

/** Tuesdays from 3 to 31 March 2026, 8:00 to 18:00. */
const tuesdays = {
  weekday: 2,
  from: time('08:00'),
  to: time('18:00'),
  startsOn: day('2026-03-01'),
  endsOn: day('2026-03-31'),
};
const weekly: ArrangementTimes = { ...nothing, ...tuesdays };
/** The same on 3 March only. */
const dated: ArrangementTimes = {
  ...nothing,
  startsAt: new Date('2026-03-03T08:00:00+01:00'),
  endsAt: new Date('2026-03-03T18:00:00+01:00'),
};

const at = (moment: string) => new Date(`${moment}:00+01:00`);
const written = (kept: readonly ArrangementTimes[]) =>
  kept.map(({ startsOn, endsOn, to }) => `${startsOn}/${endsOn} ${to?.toString({ smallestUnit: 'minute' })}`);

describe('whether an arrangement has begun, or is over', () => {
  it.each([
    ['before its period', '2026-02-10T12:00', false, false],
    ['before its first day', '2026-03-02T12:00', false, false],
    ['on the minute', '2026-03-03T08:00', false, false],
    ['on its first day', '2026-03-03T08:01', true, false],
    ['between', '2026-03-12T12:00', true, false],
    ['in its last hours', '2026-03-31T15:00', true, false],
    ['after its last hour', '2026-03-31T18:00', true, true],
    ['later', '2026-04-20T18:00', true, true],
  ])('weekly, %s', (_when, moment, begun, over) => {
    expect([hasBegun(weekly, at(moment)), isOver(weekly, at(moment))]).toEqual([begun, over]);
  });

  it.each([
    ['2026-03-03T08:00', false, false],
    ['2026-03-03T12:00', true, false],
    ['2026-03-03T18:00', true, true],
  ])('dated, at %s', (moment, begun, over) => {
    expect([hasBegun(dated, at(moment)), isOver(dated, at(moment))]).toEqual([begun, over]);
  });

  it('is no question without times', () => {
    expect([hasBegun(nothing, at('2026-03-03T08:00')), isOver(nothing, at('2026-03-03T08:00'))]).toEqual([
      false,
      false,
    ]);
  });
});

describe('what stays of a weekly arrangement that ends', () => {
  const ended = (from: string, moment: string) => written(keptBefore(tuesdays, day(from), at(moment)));

  it.each([
    ['from a later day', '2026-03-17', '2026-03-10T12:00', ['2026-03-01/2026-03-16 18:00']],
    ['before it starts', '2026-03-01', '2026-02-10T12:00', []],
    ['from today, on another weekday', '2026-03-11', '2026-03-11T12:00', ['2026-03-01/2026-03-10 18:00']],
    ['from today, before its hours', '2026-03-10', '2026-03-10T07:00', ['2026-03-01/2026-03-09 18:00']],
    [
      'from today, in its hours',
      '2026-03-10',
      '2026-03-10T11:20',
      ['2026-03-01/2026-03-09 18:00', '2026-03-10/2026-03-10 11:20'],
    ],
    [
      'from today, after its hours',
      '2026-03-10',
      '2026-03-10T20:00',
      ['2026-03-01/2026-03-09 18:00', '2026-03-10/2026-03-10 18:00'],
    ],
    ['from today, once over', '2026-04-07', '2026-04-07T12:00', ['2026-03-01/2026-04-06 18:00']],
  ])('%s', (_case, from, moment, kept) => {
    expect(ended(from, moment)).toEqual(kept);
  });
});

describe('what has passed of an arrangement', () => {
  it('is nothing before, and the time until now in its hours', () => {
    expect(pastDays(dated, at('2026-03-03T08:00'))).toEqual([]);
    expect(pastDays(dated, at('2026-03-03T11:20'))).toEqual([{ ...dated, endsAt: at('2026-03-03T11:20') }]);
    expect(pastDays(dated, at('2026-03-04T11:20'))).toEqual([dated]);
    expect(pastDays(nothing, at('2026-03-03T08:00'))).toEqual([]);
  });

  it('is what a weekly one keeps when it ends today', () => {
    const now = at('2026-03-10T11:20');
    expect(pastDays(weekly, now)).toEqual(keptBefore(tuesdays, day('2026-03-10'), now));
    expect(weeklyOf(weekly)).toEqual(tuesdays);
  });
});

describe('the earliest moment that arrangements speak of', () => {
  it('is the start of a dated one, or the first day of a weekly one', () => {
    expect(earliestStart([dated])).toEqual(dated.startsAt);
    expect(earliestStart([dated, nothing, weekly])).toEqual(at('2026-03-01T00:00'));
  });
});

describe('what a step says of an arrangement', () => {
  it('is its weekday and hours, or its moments', () => {
    expect(hoursOf(weekly)).toEqual({ weekly: { weekday: 2, from: '08:00', to: '18:00' } });
    expect(hoursOf(dated)).toEqual({
      startsAt: '2026-03-03T07:00:00.000Z',
      endsAt: '2026-03-03T17:00:00.000Z',
    });
    expect(hoursOf(nothing)).toEqual({});
  });
});
