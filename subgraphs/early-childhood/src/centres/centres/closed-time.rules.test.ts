import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { closesAsMuch, isPartlyClosed, openPart, openPeriod, openWindow } from './closed-time.rules.ts';

const day = Temporal.PlainDate.from('2026-03-03');
const time = (text: string | null) => (text === null ? null : Temporal.PlainTime.from(text));
const closed = (opensAt: string | null, closesAt: string | null, startsOn = day, endsOn = startsOn) => ({
  ...{ startsOn, endsOn, opensAt: time(opensAt), closesAt: time(closesAt) },
});
const at = (text: string) => new Date(`2026-03-03T${text}:00+01:00`);
const stretch = { startsAt: at('09:00'), endsAt: at('17:00') };
const shown = (part: { startsAt: Date; endsAt: Date } | null) =>
  part && [part.startsAt, part.endsAt].map((instant) => instant.toISOString().slice(11, 16));

describe('what closures leave of a day', () => {
  it.each([
    [
      'all of it, where none is of that day',
      [closed(null, '14:00', day.add({ days: 1 }))],
      ['08:00', '16:00'],
    ],
    ['the morning', [closed(null, '14:00')], ['08:00', '13:00']],
    ['the afternoon', [closed('10:30', null)], ['09:30', '16:00']],
    ['the middle', [closed('10:30', '14:00')], ['09:30', '13:00']],
    [
      'what both leave',
      [closed('10:00', '16:00'), closed('11:00', null), closed(null, '15:00')],
      ['10:00', '14:00'],
    ],
    [
      'what the one that closes more leaves',
      [closed('11:00', '14:00'), closed('10:00', '16:00')],
      ['10:00', '13:00'],
    ],
    ['nothing, where one closes the whole day', [closed(null, '14:00'), closed(null, null)], null],
    [
      'nothing, where one opens once the other has closed',
      [closed('14:00', null), closed(null, '14:00')],
      null,
    ],
    ['nothing of a stretch that lies in the closed part', [closed('17:00', null)], null],
  ] as const)('is %s', (_what, closures, left) => {
    expect(shown(openPart(stretch, closures))).toEqual(left);
    expect(isPartlyClosed(stretch, closures)).toBe(left?.join() !== '08:00,16:00');
  });

  it('is from midnight to midnight where no hour is said', () => {
    expect(openWindow(day, [])).toEqual({ from: null, to: null });
    expect(shown(openPeriod(day, []))).toEqual(['23:00', '23:00']);
    expect(openPeriod(day, [closed(null, null)])).toBeNull();
  });
});

describe('a closure', () => {
  it.each([
    ['of the whole day', closed(null, null), closed(null, null), true],
    ['of the whole day beside one in part', closed(null, null), closed(null, '14:00'), true],
    ['in part beside one of the whole day', closed(null, '14:00'), closed(null, null), false],
    ['from an earlier time', closed(null, '13:00'), closed(null, '14:00'), true],
    ['from the same time', closed('10:00', '14:00'), closed(null, '14:00'), true],
    ['from a later time', closed(null, '15:00'), closed(null, '14:00'), false],
    ['until a later time', closed('11:00', null), closed('10:00', null), true],
    ['until an earlier time', closed('09:00', '14:00'), closed('10:00', '14:00'), false],
    ['of the other end', closed('10:00', null), closed(null, '14:00'), false],
    ['of the one end', closed(null, '14:00'), closed('10:00', null), false],
  ] as const)('%s may close as much as another', (_what, one, other, does) => {
    expect(closesAsMuch(one, other)).toBe(does);
  });
});
