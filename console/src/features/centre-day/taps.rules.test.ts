import { expect, it } from '@jest/globals';
import {
  apart,
  type KeptTap,
  lineOf,
  offered,
  presenceWith,
  settle,
  type Tap,
  takenBack,
  tapsFrom,
} from './taps.rules.ts';

const tap = (id: string, more: Partial<Tap> = {}): Tap => ({
  id,
  bookingId: `booking ${id}`,
  kind: 'ARRIVED',
  at: '2026-11-30T07:31:00.000Z',
  ...more,
});

const expected = { status: 'CONFIRMED', arrivedAt: null, leftAt: null };

it('keeps what was not answered, sends again what is held, and says what was refused', () => {
  const taps = [tap('noted'), tap('held'), tap('refused'), tap('since')];
  const { waiting, refused } = settle(taps, [
    { id: 'noted', refusal: null },
    { id: 'held', refusal: { reason: 'TRY_AGAIN', message: 'Again.' } },
    { id: 'refused', refusal: { reason: 'ALREADY_ATTENDED', message: 'Noted already.' } },
  ]);
  expect(waiting.map(({ id }) => id)).toEqual(['held', 'since']);
  expect([...refused]).toEqual([['booking refused', 'Noted already.']]);
});

it('shows where a child is, as touched last where that is not sent yet', () => {
  expect(presenceWith('b', expected, [])).toBe('expected');
  expect(presenceWith('b', { ...expected, status: 'ATTENDED' }, [])).toBe('here');
  expect(presenceWith('b', { ...expected, arrivedAt: '2026-11-30T07:31:00Z' }, [])).toBe('here');
  expect(presenceWith('b', { status: 'ATTENDED', arrivedAt: null, leftAt: '2026-11-30T16:00:00Z' }, [])).toBe(
    'left',
  );
  expect(presenceWith('b', { ...expected, status: 'ABSENT' }, [])).toBe('absent');
  const taps = [tap('1', { bookingId: 'b' }), tap('2', { bookingId: 'b', kind: 'LEFT' }), tap('3')];
  expect(presenceWith('b', expected, taps)).toBe('left');
  expect(offered[presenceWith('c', expected, taps)]).toEqual(['ARRIVED', 'ABSENT']);
});

it('takes up what a page left behind, and nothing that is not a tap', () => {
  const kept = { ...tap('1'), by: 'ana' };
  expect(tapsFrom(JSON.stringify([kept, { ...kept, id: 2 }, null]))).toEqual([kept]);
  // Whose it is nobody knows: it is sent in nobody's name.
  expect(tapsFrom(JSON.stringify([tap('1')]))).toEqual([]);
  expect([tapsFrom(null), tapsFrom('{'), tapsFrom('{}')]).toEqual([[], [], []]);
});

it('sends what one touched oneself, and leaves what somebody else touched to them', () => {
  const hers: KeptTap = { ...tap('1'), by: 'ana' };
  const his: KeptTap = { ...tap('2'), by: 'ben' };
  expect(apart([hers, his], 'ana')).toEqual({ own: [hers], others: [his] });
  expect(apart([hers, his], 'cleo')).toEqual({ own: [], others: [hers, his] });
  expect(lineOf(hers)).toEqual(tap('1'));
});

it('takes back the last touch of a child that was never sent', () => {
  const first = tap('first', { bookingId: 'b' });
  const last = tap('last', { bookingId: 'b', kind: 'LEFT' });
  const other = tap('other');
  const taps = [first, last, other];
  expect(takenBack(taps, 'b', new Set())).toEqual([first, other]);
  expect(takenBack(taps, 'b', new Set(['last']))).toBe(taps);
  expect(takenBack([other], 'b', new Set())).toEqual([other]);
});
