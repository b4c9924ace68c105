import { expect, it } from '@jest/globals';
import {
  changesOf,
  type Decision,
  decidedUpon,
  draftOf,
  inputOf,
  lackOf,
  lastVersion,
  type Settings,
  standing,
  sumOf,
  toCome,
  withdrawable,
} from './city.rules.ts';

const usual: Settings = {
  weights: { milestone: 30, incomeSupport: 25, loneParent: 15, firstDay: 15, waitingTime: 15 },
  milestoneBands: [
    { days: 2, value: 1 },
    { days: 7, value: 0.7 },
  ],
  firstDayBands: [{ days: 7, value: 1 }],
  waitingBands: [{ days: 180, value: 1 }],
  emergencyNoticeHours: 48,
};
const decision = (version: number, from: string, more: Partial<Decision> = {}): Decision => ({
  ...usual,
  version,
  from,
  withdraws: null,
  ...more,
});

const TODAY = '2026-11-30';
const held = decision(1, '2026-09-01', { emergencyNoticeHours: 24 });
const later = decision(2, '2027-01-01', { emergencyNoticeHours: 12 });

it('knows what stands and what is to come, and that only the last decision is taken back before it begins', () => {
  const last = decision(3, '2027-02-01');
  expect(toCome([last, later, held], TODAY)).toEqual([later, last]);
  expect(withdrawable([last, later, held], TODAY)).toBe(last);
  expect(withdrawable([held], TODAY)).toBeUndefined();
  expect(withdrawable([], TODAY)).toBeUndefined();
  expect(withdrawable([decision(1, TODAY)], TODAY)).toBeUndefined();
  expect(toCome([{ ...held, from: null }], TODAY)).toEqual([]);
  const back = decision(4, '2027-02-01', { withdraws: 3 });
  const all = [back, last, later, held];
  expect(standing(all)).toEqual([later, held]);
  expect(withdrawable(all, TODAY)).toBe(later);
  expect([lastVersion(all), lastVersion([])]).toEqual([4, 0]);
});

it('says in what a decision differs from what it was made upon', () => {
  const all = [later, held];
  expect(changesOf(decidedUpon(later, all, usual), later)).toEqual([{ of: 'notice', before: 24, after: 12 }]);
  expect(changesOf(decidedUpon(held, all, usual), held)).toEqual([{ of: 'notice', before: 48, after: 24 }]);
  const back = decision(3, '2027-01-01', { withdraws: 2 });
  const again = decision(4, '2027-01-01', { emergencyNoticeHours: 36 });
  expect(changesOf(decidedUpon(again, [again, back, ...all], usual), again)).toEqual([
    { of: 'notice', before: 24, after: 36 },
  ]);
  const other = { ...usual, weights: { ...usual.weights, loneParent: 20, firstDay: 10 }, waitingBands: [] };
  expect(changesOf(usual, other)).toEqual([
    { of: 'weight', criterion: 'loneParent', before: 15, after: 20 },
    { of: 'weight', criterion: 'firstDay', before: 15, after: 10 },
    { of: 'bands', bands: 'waitingBands' },
  ]);
  expect(changesOf(usual, usual)).toEqual([]);
});

it('sends what somebody wrote anew, and leaves the rest to whoever decided it', () => {
  const draft = { ...draftOf(usual, '2027-01-01'), reason: ' Vote du 12 octobre ' };
  const said = { version: 2, from: '2027-01-01', reason: 'Vote du 12 octobre' };
  expect(inputOf({ ...draft, notice: '24' }, usual, 2)).toEqual({ ...said, emergencyNoticeHours: 24 });
  const weights = { ...draft.weights, loneParent: '20', firstDay: '10' };
  const bands = [{ days: '5', tenths: '10' }];
  const changed = { ...draft, weights, milestoneBands: bands, firstDayBands: bands, waitingBands: bands };
  expect(inputOf(changed, usual, 2)).toEqual({
    ...said,
    weights: { ...usual.weights, loneParent: 20, firstDay: 10 },
    milestoneBands: [{ days: 5, value: 1 }],
    firstDayBands: [{ days: 5, value: 1 }],
    waitingBands: [{ days: 5, value: 1 }],
  });
});

it('asks for a day, a reason, weights of 100 together, bands in days and a notice in hours, and for something that is another', () => {
  const begun = { begun: usual, last: usual };
  const draft = { ...draftOf(usual, '2027-01-01'), reason: 'Vote', notice: '24' };
  const weights = { ...draft.weights, milestone: '29' };
  expect([sumOf(draft), sumOf({ weights }), sumOf({ weights: { ...weights, milestone: 'x' } })]).toEqual([
    100,
    99,
    undefined,
  ]);
  expect([
    lackOf(draft, begun),
    lackOf({ ...draft, from: '' }, begun),
    lackOf({ ...draft, reason: ' ' }, begun),
    lackOf({ ...draft, weights }, begun),
    lackOf({ ...draft, waitingBands: [] }, begun),
    lackOf({ ...draft, firstDayBands: [{ days: '', tenths: '10' }] }, begun),
    lackOf({ ...draft, notice: '-1' }, begun),
    lackOf({ ...draft, from: '2027-02-01', notice: '48' }, begun),
    lackOf(draft, { ...begun, last: { ...usual, emergencyNoticeHours: 24 } }),
  ]).toEqual([undefined, 'DAY', 'REASON', 'WEIGHTS', 'BANDS', 'BANDS', 'NOTICE', 'NOTHING', 'NOTHING']);
});
