import { expect, it } from '@jest/globals';
import { changedOf, doneOfLate, isOf, isOwnWaiting, saidBefore, wordOf } from './put-right.rules.ts';

const correction = {
  id: 'c',
  at: '2026-11-30T10:00:00Z',
  by: 'Solène',
  reason: 'Mauvaise famille',
  changes: [
    { field: 'text', before: 'Avant', after: 'Après' },
    { field: 'audience', before: 'AUTHOR', after: 'SUPPORT_TEAM' },
    { field: 'withdrawnAt', before: null, after: '2026-11-30T10:00:00Z' },
    { field: 'somethingNew', before: 'x', after: 'y' },
  ],
};

it('says what a record said before, in words, as far as it has any', () => {
  const sayers = { text: (value: string) => `« ${value} »`, audience: wordOf({ AUTHOR: 'moi seulement' }) };
  expect(saidBefore(correction, sayers)).toEqual(['« Avant »', 'moi seulement']);
  expect(saidBefore(correction, { ...sayers, withdrawnAt: String })).toHaveLength(2);
  expect(saidBefore(correction, { ...sayers, text: () => '' })).toEqual(['moi seulement']);
  expect(wordOf({})('NEWER')).toBe('NEWER');
});

it('sends what was changed, and nothing else', () => {
  const first = { title: 'Appeler', dueOn: '2026-12-01' };
  expect(changedOf({ ...first, dueOn: '2026-12-02' }, first)).toEqual({ dueOn: '2026-12-02' });
  expect(changedOf(first, first)).toEqual({});
});

it('keeps tasks of the last two weeks in reach, the last first', () => {
  const now = Date.parse('2026-11-30T10:00:00Z');
  const at = (doneAt: string | null) => ({ doneAt });
  const [old, one, other] = [
    at('2026-11-01T10:00:00Z'),
    at('2026-11-28T10:00:00Z'),
    at('2026-11-29T10:00:00Z'),
  ];
  expect(doneOfLate([at(null), old, one, other], now)).toEqual([other, one]);
});

it('is of nobody while nobody is known', () => {
  expect(isOf({ sub: 'anna' }, 'anna')).toBe(true);
  expect(isOf(null, 'anna')).toBe(false);
  expect(isOf(null, undefined)).toBe(false);
});

it('lets whoever sent a referral put it right while it waits', () => {
  expect(isOwnWaiting({ status: 'SENT', sender: { sub: 'anna' } }, 'anna')).toBe(true);
  expect(isOwnWaiting({ status: 'SEEN', sender: { sub: 'anna' } }, 'anna')).toBe(true);
  expect(isOwnWaiting({ status: 'ACCEPTED', sender: { sub: 'anna' } }, 'anna')).toBe(false);
  expect(isOwnWaiting({ status: 'SENT', sender: { sub: 'bruno' } }, 'anna')).toBe(false);
  expect(isOwnWaiting({ status: 'SENT', sender: null }, 'anna')).toBe(false);
  expect(isOwnWaiting({ status: 'SENT', sender: null }, undefined)).toBe(false);
});
