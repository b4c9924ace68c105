import { expect, it } from '@jest/globals';
import { inOrder, lackOfRighted, rightedAtOnce, rightedDraft, rightedInput } from './door.rules.ts';

const DAY = '2026-11-30';
const stay = (id: string, presence: 'expected' | 'here' | 'left' | 'absent', endsAt: string) => ({
  id,
  presence,
  endsAt,
});

it('tells who is awaited next: by arrival as they come, by departure those who left and the absent last', () => {
  const stays = [
    stay('absent', 'absent', '2026-11-30T10:00:00Z'),
    stay('late', 'here', '2026-11-30T17:00:00Z'),
    stay('gone', 'left', '2026-11-30T11:00:00Z'),
    stay('noon', 'expected', '2026-11-30T11:00:00Z'),
  ];
  expect(inOrder(stays, 'arrival')).toBe(stays);
  expect(inOrder(stays, 'departure').map(({ id }) => id)).toEqual(['noon', 'late', 'gone', 'absent']);
});

it('puts right with one touch what a touch noted wrongly, on that day and while the care lasts', () => {
  const now = '2026-11-30T10:00:00.000Z';
  const touched = { now, endsAt: '2026-11-30T17:00:00Z', isToday: true };
  expect(rightedAtOnce('here', touched)).toEqual({ outcome: 'ABSENT', arrivedAt: null, leftAt: null });
  expect(rightedAtOnce('left', touched)).toEqual({ outcome: 'ATTENDED', leftAt: null });
  expect(rightedAtOnce('absent', touched)).toEqual({ outcome: 'ATTENDED', arrivedAt: now });
  expect(rightedAtOnce('absent', { ...touched, endsAt: now })).toBeUndefined();
  expect(rightedAtOnce('left', { ...touched, isToday: false })).toBeUndefined();
  expect(rightedAtOnce('expected', touched)).toBeUndefined();
});

it('puts times right, each of the day, and leaves to the second what nobody wrote anew', () => {
  const begun = rightedDraft({
    status: 'ATTENDED',
    arrivedAt: '2026-11-30T07:31:20Z',
    leftAt: '2026-11-30T16:30:40Z',
  });
  expect(begun).toMatchObject({ outcome: 'ATTENDED', arrived: '08:31', left: '17:30' });
  expect(rightedInput({ ...begun, arrived: '08:00', reason: ' Touché trop tard. ' }, begun, DAY)).toEqual({
    outcome: 'ATTENDED',
    arrivedAt: '2026-11-30T07:00:00.000Z',
    reason: 'Touché trop tard.',
  });
  expect(rightedInput({ ...begun, left: '' }, begun, DAY)).toEqual({
    outcome: 'ATTENDED',
    leftAt: null,
    reason: '',
  });
  const absent = rightedDraft({ status: 'ABSENT', arrivedAt: null, leftAt: null });
  expect(absent).toMatchObject({ outcome: 'ABSENT', arrived: '', left: '' });
  expect(rightedInput(absent, absent, DAY)).toMatchObject({ arrivedAt: null, leftAt: null });
});

it('asks for a reason, and for no departure before the arrival', () => {
  const draft = { outcome: 'ATTENDED' as const, arrived: '08:30', left: '', reason: 'x' };
  expect([
    lackOfRighted(draft),
    lackOfRighted({ ...draft, left: '08:30' }),
    lackOfRighted({ ...draft, left: '08:00' }),
    lackOfRighted({ ...draft, left: '08:00', outcome: 'ABSENT' }),
    lackOfRighted({ ...draft, arrived: '', left: '17:00' }),
    lackOfRighted({ ...draft, reason: ' ' }),
  ]).toEqual([undefined, undefined, 'HOURS', undefined, undefined, 'REASON']);
});
