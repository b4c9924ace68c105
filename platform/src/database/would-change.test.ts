import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { saidOr, wouldChange } from './would-change.ts';

const lineOf = (from: string) => ({ weekday: 2, from: Temporal.PlainTime.from(from) });
const held = {
  name: 'Tom',
  phone: null,
  day: Temporal.PlainDate.from('2026-03-03'),
  at: new Date('2026-03-03T08:00:00Z'),
  lines: [lineOf('09:00')],
  version: 3,
};

describe('a record', () => {
  it('would be the same with the same values, however they are written', () => {
    expect(wouldChange(held, {})).toBe(false);
    const same = { name: 'Tom', phone: undefined, day: Temporal.PlainDate.from('2026-03-03') };
    expect(wouldChange(held, { ...same, at: new Date('2026-03-03T09:00:00+01:00') })).toBe(false);
    expect(wouldChange(held, { lines: [{ from: Temporal.PlainTime.from('09:00'), weekday: 2 }] })).toBe(
      false,
    );
  });

  it.each([
    [{ name: 'Tim' }],
    [{ phone: '+33 2 40 00 00 00' }],
    [{ day: null }],
    [{ at: new Date('2026-03-03T08:30:00Z') }],
    [{ lines: [] }],
    [{ lines: [lineOf('09:30')] }],
  ])('would be another with %j', (values) => {
    expect(wouldChange(held, values)).toBe(true);
  });
});

describe('a field of a correction', () => {
  it('stays when nothing is said of it, and is cleared by null', () => {
    expect(saidOr<string | null>('0611', undefined)).toBe('0611');
    expect(saidOr<string | null>('0611', null)).toBeNull();
    expect(saidOr<string | null>(null, '0622')).toBe('0622');
  });
});
