import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { arrangementRefusal } from './own-arrangement.rules.ts';

const dated = { startsAt: new Date('2026-03-03T08:00:00Z'), endsAt: new Date('2026-03-03T12:00:00Z') };
const weekly = {
  weekday: 2,
  from: Temporal.PlainTime.from('08:00'),
  to: Temporal.PlainTime.from('12:00'),
  startsOn: Temporal.PlainDate.from('2026-03-03'),
  endsOn: Temporal.PlainDate.from('2026-03-03'),
};

describe('an own arrangement', () => {
  it.each([
    ['dated', { kind: 'FAMILY', dated }],
    ['weekly, even for one day', { kind: 'CHILDMINDER', weekly }],
    ['school by weekday', { kind: 'SCHOOL', weekly, dated: null }],
  ] as const)('can be %s', (_case, asked) => {
    expect(arrangementRefusal(asked)).toBeNull();
  });

  it.each([
    ['neither dated nor weekly', { kind: 'FAMILY' }, 'DATED_OR_WEEKLY'],
    ['both', { kind: 'FAMILY', dated, weekly }, 'DATED_OR_WEEKLY'],
    ['school on one date', { kind: 'SCHOOL', dated }, 'SCHOOL_IS_WEEKLY'],
    [
      'of no length',
      { kind: 'FAMILY', dated: { ...dated, endsAt: dated.startsAt } },
      'ENDS_BEFORE_IT_STARTS',
    ],
    ['on weekday 0', { kind: 'FAMILY', weekly: { ...weekly, weekday: 0 } }, 'WEEKDAY_UNKNOWN'],
    ['on weekday 8', { kind: 'FAMILY', weekly: { ...weekly, weekday: 8 } }, 'WEEKDAY_UNKNOWN'],
    ['until it starts', { kind: 'FAMILY', weekly: { ...weekly, to: weekly.from } }, 'ENDS_BEFORE_IT_STARTS'],
    [
      'over before its first day',
      { kind: 'FAMILY', weekly: { ...weekly, endsOn: Temporal.PlainDate.from('2026-03-02') } },
      'ENDS_BEFORE_IT_STARTS',
    ],
    [
      'on a weekday that its days do not have',
      { kind: 'FAMILY', weekly: { ...weekly, weekday: 3 } },
      'WEEKDAY_OUTSIDE_PERIOD',
    ],
  ] as const)('cannot be %s', (_case, asked, refusal) => {
    expect(arrangementRefusal(asked)).toBe(refusal);
  });
});
