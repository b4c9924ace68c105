import { describe, expect, it } from '@jest/globals';
import {
  isDated,
  isWeeklyOnly,
  lackOfOwn,
  newOwn,
  type OwnDraft,
  ownInputs,
  schoolYearEnd,
} from './own-arrangements.rules.ts';

const begun = newOwn('2026-11-30');
const on = { isOn: true, from: '16:30', to: '18:30' };
const off = { ...on, isOn: false };
const draft = (more: Partial<OwnDraft> = {}): OwnDraft => ({ ...begun, week: [off, on, on], ...more });

it('begins without a day, and school is weekly', () => {
  expect(lackOfOwn(begun)).toBe('WEEK');
  expect([schoolYearEnd('2026-06-30'), schoolYearEnd('2026-07-01')]).toEqual(['2026-07-05', '2027-07-05']);
  expect([isWeeklyOnly('SCHOOL'), isWeeklyOnly('FAMILY')]).toEqual([true, false]);
  expect([isDated({ weekday: null }), isDated({ weekday: 1 })]).toEqual([true, false]);
});

describe('before it is sent', () => {
  it.each<[string, OwnDraft, string | undefined]>([
    ['nothing', draft(), undefined],
    ['a first day', draft({ startsOn: '' }), 'DAYS'],
    ['a last day', draft({ endsOn: 'x' }), 'DAYS'],
    ['days in their order', draft({ endsOn: '2026-11-29' }), 'DAYS'],
    ['hours', draft({ week: [{ ...on, to: '' }] }), 'HOURS'],
    ['the day of what is once', draft({ isWeekly: false, day: '' }), 'DAY'],
    ['the hours of what is once', draft({ isWeekly: false, to: '08:00' }), 'HOURS'],
    ['nothing of what is once', draft({ isWeekly: false }), undefined],
  ])('it lacks %s', (_what, of, lack) => {
    expect(lackOfOwn(of)).toBe(lack);
  });
});

it('sends a record for each weekday, or one for the day', () => {
  expect(ownInputs(draft(), 'c')).toEqual(
    [2, 3].map((weekday) => ({
      childId: 'c',
      kind: 'FAMILY',
      weekly: { weekday, from: '16:30', to: '18:30', startsOn: '2026-11-30', endsOn: '2027-07-05' },
      dated: null,
    })),
  );
  expect(ownInputs(draft({ isWeekly: false }), 'c')).toEqual([
    {
      childId: 'c',
      kind: 'FAMILY',
      weekly: null,
      dated: { startsAt: '2026-11-30T08:00:00.000Z', endsAt: '2026-11-30T11:00:00.000Z' },
    },
  ]);
  expect(ownInputs(draft({ isWeekly: false, from: '', to: '' }), 'c')[0]?.dated?.startsAt).toBe(
    '2026-11-29T23:00:00.000Z',
  );
});
