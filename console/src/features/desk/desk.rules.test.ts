import { expect, it } from '@jest/globals';
import { desksOf, hearsNews, type Item, myDayOf, targetOf } from './desk.rules.ts';

const item = (more: Partial<Item>): Item => ({
  id: 'a',
  kind: 'TASK_DUE',
  urgency: 'TODAY',
  dueAt: '2026-11-30T08:00:00Z',
  subjectId: 's',
  subjectType: 'Task',
  familyId: null,
  sentence: 'To do.',
  ...more,
});

const page = (items: readonly Item[], more = { totalCount: items.length, isExact: true }) =>
  ({ is: 'known', isPartial: false, value: { ...more, edges: items.map((node) => ({ node })) } }) as const;

it('shows each role the desks that are its own', () => {
  expect([desksOf('CARE_COORDINATOR'), desksOf('AUDITOR')]).toEqual([['care', 'benefits'], []]);
  expect([hearsNews('CENTRE_STAFF'), hearsNews('CASEWORKER'), hearsNews('EMPLOYMENT_ADVISOR')]).toEqual([
    true,
    true,
    false,
  ]);
});

it('puts two desks into one, most urgent first, and one matter once', () => {
  const late = item({ subjectId: 'late', dueAt: '2026-11-30T10:00:00Z' });
  const soon = item({ subjectId: 'soon', dueAt: '2026-11-30T07:00:00Z' });
  const now = item({ subjectId: 'now', urgency: 'NOW', dueAt: '2026-12-01T07:00:00Z' });
  const day = myDayOf([page([late, now]), page([soon, { ...late, id: 'told again' }])]);
  expect(
    day.groups.map(({ urgency, items }) => [urgency, ...items.map(({ subjectId }) => subjectId)]),
  ).toEqual([
    ['NOW', 'now'],
    ['TODAY', 'soon', 'late'],
  ]);
  expect([day.shown, day.total, day.isAtLeast]).toEqual([3, 3, false]);
});

it('tells all that one desk tells of one thing: a centre lacks adults on two days', () => {
  const lacking = (id: string, dueAt: string) =>
    item({ id, dueAt, kind: 'STAFF_LACKING', subjectType: 'Centre', subjectId: 'centre' });
  const week = page([lacking('tue', '2026-12-01T08:00:00Z'), lacking('thu', '2026-12-03T08:00:00Z')]);
  const day = myDayOf([week, page([lacking('told again', '2026-12-01T08:00:00Z')])]);
  expect(day.groups.map(({ items }) => items.map(({ id }) => id))).toEqual([['tue', 'thu']]);
  expect([day.shown, day.total]).toEqual([2, 2]);
});

it('says "at least" where an agency is away, or where there are more than are counted', () => {
  expect(myDayOf([page([item({})]), { is: 'away' }]).isAtLeast).toBe(true);
  expect(myDayOf([page([item({})], { totalCount: 1000, isExact: false })])).toMatchObject({
    isAtLeast: true,
    total: 1000,
    shown: 1,
  });
  expect(myDayOf([{ is: 'none' }])).toEqual({ groups: [], shown: 0, total: 0, isAtLeast: false });
});

it('leads to where a matter is seen to', () => {
  expect(targetOf(item({ kind: 'OFFER_OPEN' }), 'CARE_COORDINATOR')).toEqual({
    to: '/offers',
    hash: 'about-s',
  });
  expect(targetOf(item({ familyId: 'f' }), 'CASEWORKER')).toEqual({
    to: '/file/$id',
    id: 'f',
    hash: 'about-s',
  });
  expect(targetOf(item({ familyId: 'f' }), 'EMPLOYMENT_ADVISOR')).toBeUndefined();
  expect(targetOf(item({ familyId: 'f' }), 'CENTRE_STAFF')).toBeUndefined();
  expect(targetOf(item({ kind: 'CLOSURE' }), 'CARE_COORDINATOR')).toBeUndefined();
});
