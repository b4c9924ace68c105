import { expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { type FollowedDays, followersFrom } from './follower.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-03-10');
const stretch = (from: string, to: string | null, given: Partial<FollowedDays> = {}): FollowedDays => ({
  sub: 'anna',
  relation: 'TEAM',
  from: day(from),
  to: to === null ? null : day(to),
  ...given,
});
const told = (...stretches: FollowedDays[]) =>
  followersFrom(stretches, today).map(({ sub, relation, from, to, adultId = '' }) =>
    `${sub} ${relation} ${from} ${to} ${adultId}`.trim(),
  );

it('what is over, or never counted, is not told', () => {
  expect(told(stretch('2026-01-01', '2026-03-10'))).toEqual([]);
  expect(told(stretch('2026-03-12', '2026-03-12'))).toEqual([]);
  expect(told(stretch('2026-01-01', '2026-03-11'))).toEqual(['anna TEAM 2026-01-01 2026-03-11']);
});

it('stretches that touch or overlap are one, those apart are two', () => {
  expect(told(stretch('2026-03-01', null), stretch('2026-02-01', '2026-03-20'))).toEqual([
    'anna TEAM 2026-02-01 null',
  ]);
  expect(told(stretch('2026-02-01', '2026-03-20'), stretch('2026-03-20', '2026-04-20'))).toEqual([
    'anna TEAM 2026-02-01 2026-04-20',
  ]);
  expect(told(stretch('2026-02-01', '2026-04-20'), stretch('2026-03-01', '2026-03-20'))).toEqual([
    'anna TEAM 2026-02-01 2026-04-20',
  ]);
  expect(told(stretch('2026-02-01', '2026-03-20'), stretch('2026-03-21', null))).toEqual([
    'anna TEAM 2026-02-01 2026-03-20',
    'anna TEAM 2026-03-21 null',
  ]);
  expect(told(stretch('2026-02-01', '2026-03-10'), stretch('2026-03-10', null))).toEqual([
    'anna TEAM 2026-02-01 null',
  ]);
  expect(told(stretch('2026-02-01', null), stretch('2026-03-21', '2026-03-25'))).toEqual([
    'anna TEAM 2026-02-01 null',
  ]);
});

it('persons and relations are told apart', () => {
  const referred = stretch('2026-02-01', null, { relation: 'REFERRAL' });
  const ben = stretch('2026-02-01', null, { sub: 'ben' });
  expect(told(ben, stretch('2026-02-01', null), referred)).toEqual([
    'anna REFERRAL 2026-02-01 null',
    'anna TEAM 2026-02-01 null',
    'ben TEAM 2026-02-01 null',
  ]);
});

it('an advisor of two adults follows for the sake of each, for its own days', () => {
  const of = (adultId: string, from: string) => stretch(from, null, { relation: 'ADVISOR', adultId });
  expect(told(of('b', '2026-02-01'), of('a', '2026-03-01'), of('a', '2026-02-01'))).toEqual([
    'anna ADVISOR 2026-02-01 null a',
    'anna ADVISOR 2026-02-01 null b',
  ]);
});
