import { expect, it } from '@jest/globals';
import { addressOf, decoded, isWithin, paramsIn, searchIn } from './address.rules.ts';

it('writes the address of a page with what it shows, and leaves out what is not set', () => {
  expect(addressOf({ to: '/week' })).toBe('/week');
  expect(addressOf({ to: '/week', search: { monday: '2026-11-30', show: undefined } })).toBe(
    '/week?monday=2026-11-30',
  );
  expect(addressOf({ to: '/families/$reference', params: { reference: 'NAN/1 ?' }, hash: 'about-é' })).toBe(
    '/families/NAN%2F1%20%3F#about-%C3%A9',
  );
  expect(addressOf({ to: '/families/$reference' })).toBe('/families/');
});

it('reads back what it wrote, as text', () => {
  expect(searchIn('?centre=7&from=2026-10-01&from=2026-11-01')).toEqual({ centre: '7', from: '2026-11-01' });
  expect(searchIn('')).toEqual({});
  expect(paramsIn('/families/$reference', '/families/NAN%2F1/')).toEqual({ reference: 'NAN/1' });
});

it('knows a page by its path, and no other', () => {
  expect([paramsIn('/', '/'), paramsIn('/week', '/week/')]).toEqual([{}, {}]);
  expect([
    paramsIn('/week', '/weeks'),
    paramsIn('/families', '/families/NAN-1'),
    paramsIn('/file/$id', '/file'),
  ]).toEqual([undefined, undefined, undefined]);
  expect(paramsIn('/file/$id', '/file/%E0%A4%A')).toEqual({ id: '%E0%A4%A' });
  expect([decoded('about-%C3%A9'), decoded('%')]).toEqual(['about-é', '%']);
});

it('marks the page that one is on, or below', () => {
  expect([
    isWithin('/families', '/families'),
    isWithin('/families', '/families/NAN-1'),
    isWithin('/families', '/familiesx'),
  ]).toEqual([true, true, false]);
});
