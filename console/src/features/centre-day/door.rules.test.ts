import { expect, it } from '@jest/globals';
import { inOrder, lackOfRighted, rightedAtOnce, rightedDraft, rightedInput } from './door.rules.ts';

const DAY = '2026-11-30';
const stay = (id: string, endsAt: string, more: object = {}) => ({
  id,
  endsAt,
  status: 'ATTENDED',
  arrivedAt: null,
  leftAt: null,
  ...more,
});

it('tells who is awaited next: by arrival as they come, by departure without the absent and those who left last', () => {
  const stays = [
    stay('late', '2026-11-30T17:00:00Z'),
    stay('gone', '2026-11-30T11:00:00Z', { leftAt: '2026-11-30T11:00:00Z' }),
    stay('absent', '2026-11-30T10:00:00Z', { status: 'ABSENT' }),
    stay('noon', '2026-11-30T11:00:00Z'),
  ];
  expect(inOrder(stays, 'arrival')).toBe(stays);
  expect(inOrder(stays, 'departure').map(({ id }) => id)).toEqual(['noon', 'late', 'gone']);
});

it('puts right with one touch what a touch noted wrongly', () => {
  expect(rightedAtOnce('here', 'now')).toEqual({ outcome: 'ABSENT', arrivedAt: null, leftAt: null });
  expect(rightedAtOnce('left', 'now')).toEqual({ outcome: 'ATTENDED', leftAt: null });
  expect(rightedAtOnce('absent', 'now')).toEqual({ outcome: 'ATTENDED', arrivedAt: 'now' });
  expect(rightedAtOnce('absent', undefined)).toEqual({ outcome: 'ATTENDED' });
});

it('puts times right, each of the day, and leaves empty what nobody knows', () => {
  const noted = { status: 'ATTENDED', arrivedAt: '2026-11-30T07:31:00Z', leftAt: null };
  const draft = { ...rightedDraft(noted), reason: ' Tap trop tôt. ' };
  expect(draft).toMatchObject({ outcome: 'ATTENDED', arrived: '08:31', left: '' });
  expect(rightedInput({ ...draft, left: '17:00' }, DAY)).toEqual({
    outcome: 'ATTENDED',
    arrivedAt: '2026-11-30T07:31:00.000Z',
    leftAt: '2026-11-30T16:00:00.000Z',
    reason: 'Tap trop tôt.',
  });
  const absent = rightedDraft({ status: 'ABSENT', arrivedAt: null, leftAt: '2026-11-30T16:00:00Z' });
  expect(absent).toMatchObject({ outcome: 'ABSENT', left: '17:00' });
  expect(rightedInput({ ...absent, reason: 'x' }, DAY)).toMatchObject({ arrivedAt: null, leftAt: null });
});

it('asks for a reason, and for a departure after the arrival', () => {
  const draft = { outcome: 'ATTENDED' as const, arrived: '08:30', left: '', reason: 'x' };
  expect([
    lackOfRighted(draft),
    lackOfRighted({ ...draft, left: '08:30' }),
    lackOfRighted({ ...draft, left: '08:00', outcome: 'ABSENT' }),
    lackOfRighted({ ...draft, arrived: '', left: '17:00' }),
    lackOfRighted({ ...draft, reason: ' ' }),
  ]).toEqual([undefined, 'HOURS', undefined, undefined, 'REASON']);
});
