import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Milestone } from '../milestones/milestone.ts';
import {
  contractRefusal,
  evidenceOf,
  isSameContract,
  isSameReduction,
  reductionRefusal,
  weeklyHoursOn,
} from './engagement-contract.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const contract = { signedOn: day('2026-03-05'), weeklyHours: 15 };

describe('a contract', () => {
  const check = (given: object, former: string | null = null) =>
    contractRefusal(
      { ...contract, ...given },
      { registeredOn: day('2026-03-02') },
      former ? { signedOn: day(former) } : null,
      day('2026-03-10'),
    );

  it.each([
    [{}, null],
    [{ weeklyHours: 35 }, null],
    [{ weeklyHours: 14.5 }, 'CONTRACT_HOURS_OUT_OF_RANGE'],
    [{ weeklyHours: 35.5 }, 'CONTRACT_HOURS_OUT_OF_RANGE'],
    [{ signedOn: day('2026-03-02') }, null],
    [{ signedOn: day('2026-03-01') }, 'SIGNED_BEFORE_REGISTRATION'],
    [{ signedOn: day('2026-03-11') }, 'SIGNED_IN_THE_FUTURE'],
  ])('with %j is refused with %s', (given, expected) => {
    expect(check(given)).toBe(expected);
  });

  it.each([
    ['2026-03-04', null],
    ['2026-03-05', 'CONTRACT_NOT_NEWER'],
    ['2026-03-06', 'CONTRACT_NOT_NEWER'],
  ])('that follows one of %s is refused with %s', (former, expected) => {
    expect(check({}, former)).toBe(expected);
  });
});

describe('the hours owed', () => {
  const reductions = [{ startsOn: day('2026-03-10'), endsOn: day('2026-03-20'), weeklyHours: 5 }];
  it.each([
    ['2026-03-09', 15],
    ['2026-03-10', 5],
    ['2026-03-20', 5],
    ['2026-03-21', 15],
  ])('on %s are %d', (on, expected) => {
    expect(weeklyHoursOn(contract, reductions, day(on))).toBe(expected);
  });
});

describe('the evidence of a milestone', () => {
  const planned = { status: 'PLANNED', missedReason: null, version: 2 } as const;
  const covers = (status: string) => ({ status, milestoneVersion: 2 });

  it.each([
    [{}, covers('UNCOVERED'), { evidence: 'UNCOVERED' }],
    [{ status: 'CONFIRMED' as const }, covers('PARTIAL'), { evidence: 'PARTIALLY_COVERED' }],
    [{}, covers('COVERED'), { refusal: 'CHILDCARE_NOT_LACKING' }],
    [{}, covers('UNKNOWN'), { refusal: 'CHILDCARE_NOT_LACKING' }],
    [{}, null, { refusal: 'COVER_NOT_KNOWN_YET' }],
    [{ version: 3 }, covers('UNCOVERED'), { refusal: 'COVER_NOT_KNOWN_YET' }],
    [
      { status: 'MISSED' as const, missedReason: 'CHILDCARE' as const },
      null,
      { evidence: 'MISSED_FOR_CHILDCARE' },
    ],
    [
      { status: 'MISSED' as const, missedReason: 'HEALTH' as const },
      covers('UNCOVERED'),
      { refusal: 'CHILDCARE_NOT_LACKING' },
    ],
    [{ status: 'CANCELLED' as const }, covers('UNCOVERED'), { refusal: 'CHILDCARE_NOT_LACKING' }],
  ])('%j with the known cover %j is %j', (given: Partial<Milestone>, cover, expected) => {
    expect(evidenceOf({ ...planned, ...given }, cover)).toEqual(expected);
  });
});

describe('a reduction', () => {
  const wanted = {
    isLoneParent: true,
    weeklyHours: 5,
    startsOn: day('2026-03-10'),
    endsOn: day('2026-04-09'),
  };
  it.each([
    [{}, null],
    [{ weeklyHours: 0 }, null],
    [{ isLoneParent: false }, 'ONLY_FOR_LONE_PARENTS'],
    [{ weeklyHours: -1 }, 'HOURS_NOT_REDUCED'],
    [{ weeklyHours: 15 }, 'HOURS_NOT_REDUCED'],
    [{ startsOn: day('2026-03-04') }, 'REDUCTION_PERIOD_UNSUITABLE'],
    [{ endsOn: day('2026-03-09') }, 'REDUCTION_PERIOD_UNSUITABLE'],
    [{ endsOn: day('2026-09-09') }, null],
    [{ endsOn: day('2026-09-10') }, 'REDUCTION_PERIOD_UNSUITABLE'],
  ])('with %j is refused with %s', (given, expected) => {
    expect(reductionRefusal({ ...wanted, ...given }, contract)).toBe(expected);
  });
});

describe('what is sent again', () => {
  const agreed = { jobSeekerId: 'a', ...contract };
  const wish = { milestoneId: 'm', weeklyHours: 5, startsOn: day('2026-03-10'), endsOn: day('2026-03-20') };

  it('is the same with the same content', () => {
    expect(isSameContract(agreed, { ...agreed, signedOn: day('2026-03-05') })).toBe(true);
    expect(isSameReduction(wish, { ...wish })).toBe(true);
  });

  it.each([[{ jobSeekerId: 'b' }], [{ signedOn: day('2026-03-06') }], [{ weeklyHours: 20 }]])(
    'is another contract with %j',
    (given) => {
      expect(isSameContract(agreed, { ...agreed, ...given })).toBe(false);
    },
  );

  it.each([
    [{ milestoneId: 'n' }],
    [{ weeklyHours: 4 }],
    [{ startsOn: day('2026-03-11') }],
    [{ endsOn: day('2026-03-21') }],
  ])('is another reduction with %j', (given) => {
    expect(isSameReduction(wish, { ...wish, ...given })).toBe(false);
  });
});
