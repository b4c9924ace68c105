import { expect, it } from '@jest/globals';
import { eventIdOf, positionIn } from './position.ts';

const now = Date.parse('2026-03-10T09:00:00Z');
const position = { at: now - 1_000, agencies: { employment: '42' } };

it('goes on from where it was, and begins where none is told', () => {
  expect(positionIn(eventIdOf(position), now)).toEqual(position);
  expect(positionIn(undefined, now)).toBeNull();
  expect(positionIn('', now)).toBeNull();
});

it.each([
  ['of a day ago', eventIdOf({ ...position, at: now - 86_400_000 })],
  ['of later', eventIdOf({ ...position, at: now + 1 })],
  ['of something else', eventIdOf({ ...position, agencies: { employment: '1; drop' } })],
  ['no text of ours', 'ÿ{'],
])('is not taken up when it is %s', (_, eventId) => {
  expect(positionIn(eventId, now)).toBe('STALE');
});
