import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { correctRefusal, endRefusal, removeRefusal } from './own-arrangement-changes.rules.ts';

const day = Temporal.PlainDate.from;
const now = new Date('2026-03-10T07:00:00+01:00');
const seen = { version: 1 };

const weekly = {
  startsAt: null,
  endsAt: null,
  weekday: 2,
  from: Temporal.PlainTime.from('08:00'),
  to: Temporal.PlainTime.from('18:00'),
  startsOn: day('2026-03-09'),
  endsOn: day('2026-03-31'),
  version: 1,
  removedAt: null,
};
const dated = {
  startsAt: new Date('2026-03-12T08:00:00+01:00'),
  endsAt: new Date('2026-03-12T18:00:00+01:00'),
  weekday: null,
  from: null,
  to: null,
  startsOn: null,
  endsOn: null,
  version: 1,
  removedAt: null,
};
const removed = { ...weekly, removedAt: now };

describe('ending a weekly arrangement', () => {
  const end = (from: string, arrangement: Parameters<typeof endRefusal>[0] = weekly, version = 1) =>
    endRefusal(arrangement, { version, from: day(from) }, now);

  it('can be from today to its last day', () => {
    expect([end('2026-03-10'), end('2026-03-31')]).toEqual([null, null]);
  });

  it.each([
    ['from a day that has passed', end('2026-03-09'), 'DAY_HAS_PASSED'],
    ['after its last day', end('2026-04-01'), 'ENDS_EARLIER_ALREADY'],
    ['when it happens once', end('2026-03-10', dated), 'NOT_WEEKLY'],
    ['seen before it changed', end('2026-03-10', weekly, 2), 'STALE_VERSION'],
    ['once removed', end('2026-03-10', removed, 2), 'ALREADY_REMOVED'],
  ])('cannot be %s', (_case, refusal, reason) => {
    expect(refusal).toBe(reason);
  });
});

describe('removing an arrangement', () => {
  it('takes what is to come, and nothing when all has passed', () => {
    expect(removeRefusal(weekly, seen, now)).toBeNull();
    expect(removeRefusal(dated, seen, now)).toBeNull();
    expect(removeRefusal(dated, seen, new Date('2026-03-12T18:00:00+01:00'))).toBe('ALREADY_OVER');
    expect(removeRefusal(dated, { version: 2 }, now)).toBe('STALE_VERSION');
    expect(removeRefusal(removed, seen, now)).toBe('ALREADY_REMOVED');
  });
});

describe('correcting an arrangement', () => {
  const asked = {
    ...seen,
    kind: 'FAMILY',
    dated: { startsAt: dated.startsAt, endsAt: dated.endsAt },
  } as const;

  it('is for what has not begun, and must be possible to note', () => {
    expect(correctRefusal(weekly, asked, now)).toBeNull();
    expect(correctRefusal(weekly, asked, new Date('2026-03-10T09:00:00+01:00'))).toBe('ALREADY_BEGUN');
    expect(correctRefusal(weekly, { ...asked, dated: null }, now)).toBe('DATED_OR_WEEKLY');
    expect(correctRefusal(weekly, { ...asked, version: 3 }, now)).toBe('STALE_VERSION');
    expect(correctRefusal(removed, asked, now)).toBe('ALREADY_REMOVED');
  });
});
