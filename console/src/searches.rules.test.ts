import { expect, it } from '@jest/globals';
import { boardVariables, familiesSearch, fileVariables, weekSearch } from './searches.rules.ts';

const now = Date.parse('2026-11-29T18:00:00+01:00');

it('reads of the address what it knows, and leaves out the rest', () => {
  expect(weekSearch({ monday: '2026-12-02', show: 'partial', q: 'Ke' })).toEqual({
    monday: '2026-11-30',
    show: 'partial',
    q: 'Ke',
  });
  const nothing = { monday: undefined, show: undefined, q: undefined };
  expect(weekSearch({ monday: '2026-02-30', show: 'x', q: '', other: 1 })).toEqual(nothing);
  expect(familiesSearch({ q: 'Dupont', find: 'yes' })).toEqual({ q: 'Dupont', find: 'yes' });
  expect(familiesSearch({ q: 3, find: 'no' })).toEqual({ q: undefined, find: undefined });
});

it('asks for a whole week, on a Sunday for the one that comes', () => {
  expect(boardVariables('2026-10-19', now)).toEqual({
    from: '2026-10-18T22:00:00.000Z',
    to: '2026-10-25T23:00:00.000Z',
  });
  expect(boardVariables(undefined, now).from).toBe('2026-11-29T23:00:00.000Z');
});

it('asks for the bookings of the two weeks that come', () => {
  expect(fileVariables('NAN-000001', now)).toEqual({
    reference: 'NAN-000001',
    today: '2026-11-29',
    from: '2026-11-28T23:00:00.000Z',
    to: '2026-12-12T23:00:00.000Z',
  });
});
