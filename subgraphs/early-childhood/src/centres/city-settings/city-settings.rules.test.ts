import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { settingsProblem, standing, usualSettings, withdrawalProblem } from './city-settings.rules.ts';

const day = Temporal.PlainDate.from;
const today = day('2026-03-02');
const said = { from: today, reason: 'Vote du 2 mars', lastFrom: null };
const weights = usualSettings.weights;

describe('what a city decides', () => {
  it.each([
    [null, {}],
    [null, { weights: { ...weights, milestone: 40, loneParent: 5 } }],
    ['WEIGHTS_NOT_100', { weights: { ...weights, milestone: 31 } }],
    ['WEIGHTS_NOT_100', { weights: { ...weights, milestone: 60, loneParent: -15 } }],
    ['BANDS_NOT_IN_ORDER', { milestoneBands: [] }],
    ['BANDS_NOT_IN_ORDER', { milestoneBands: Array.from({ length: 11 }, (_, days) => ({ days, value: 1 })) }],
    [
      'BANDS_NOT_IN_ORDER',
      {
        firstDayBands: [
          { days: 7, value: 0.4 },
          { days: 30, value: 1 },
        ],
      },
    ],
    [
      'BANDS_NOT_IN_ORDER',
      {
        firstDayBands: [
          { days: 30, value: 1 },
          { days: 7, value: 0.4 },
        ],
      },
    ],
    [
      'BANDS_NOT_IN_ORDER',
      {
        waitingBands: [
          { days: 30, value: 1 },
          { days: 60, value: 0.5 },
        ],
      },
    ],
    ['BANDS_NOT_IN_ORDER', { waitingBands: [{ days: 30, value: 0.25 }] }],
    ['BANDS_NOT_IN_ORDER', { waitingBands: [{ days: 30, value: 0 }] }],
    ['BANDS_NOT_IN_ORDER', { waitingBands: [{ days: -1, value: 1 }] }],
    ['BANDS_NOT_IN_ORDER', { waitingBands: [{ days: 1_001, value: 1 }] }],
    [
      null,
      {
        waitingBands: [
          { days: 60, value: 1 },
          { days: 30, value: 0.1 },
        ],
        emergencyNoticeHours: 168,
      },
    ],
    ['NOTICE_OUT_OF_RANGE', { emergencyNoticeHours: 169 }],
    ['NOTICE_OUT_OF_RANGE', { emergencyNoticeHours: -1 }],
  ])('%s', (problem, changes) => {
    expect(settingsProblem({ ...usualSettings, ...changes }, said, today)).toBe(problem);
  });

  it.each([
    ['REASON_MISSING', { reason: ' ' }],
    ['IN_THE_PAST', { from: day('2026-03-01') }],
    ['TOO_FAR_AHEAD', { from: day('2028-03-03') }],
    [null, { from: day('2028-03-02') }],
    ['LATER_CHANGE_DECIDED', { lastFrom: day('2026-03-03') }],
    [null, { lastFrom: today }],
    [null, { from: day('2026-09-01'), lastFrom: today }],
  ])('from a day on, and why: %s', (problem, changes) => {
    expect(settingsProblem(usualSettings, { ...said, ...changes }, today)).toBe(problem);
  });
});

describe('a decision that is taken back', () => {
  it('is none any more, nor is what took it back', () => {
    const row = (number: number, withdraws: number | null = null) => ({ number, withdraws });
    expect(standing([])).toEqual([]);
    expect(standing([row(2), row(1)])).toEqual([row(2), row(1)]);
    expect(standing([row(3, 2), row(2), row(1)])).toEqual([row(1)]);
    expect(standing([row(6), row(5, 1), row(4, 2), row(2), row(1)])).toEqual([row(6)]);
  });

  it.each([
    [null, day('2026-03-03'), 'Vote annulé'],
    ['BEGUN_ALREADY', today, 'Vote annulé'],
    ['NOTHING_TO_WITHDRAW', null, 'Vote annulé'],
    ['REASON_MISSING', day('2026-03-03'), ' '],
  ])('%s', (problem, from, reason) => expect(withdrawalProblem(from, reason, today)).toBe(problem));
});
