import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { monthlyEstimate, type PlacementFacts } from './monthly-estimate.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const placement = (given: Partial<PlacementFacts> = {}): PlacementFacts => ({
  centreKind: 'CRECHE',
  careKind: 'LONG_TERM',
  ordinaryFrom: day('2026-01-05'),
  endsOn: day('2026-07-31'),
  weeklyHours: 30,
  ...given,
});
/** 2,000 euros a month and one child: 1.24 euros an hour in collective care (0.0619 %). */
const resources = [2024, 2023].map((year) => ({
  year,
  yearlyAmountCents: 24_000_00,
  dependentChildren: 1,
  aeehChildren: 0,
}));
const estimate = (given: Partial<PlacementFacts>, today = '2026-03-10', recorded = resources) => {
  const { cents, hours, on, fee } = monthlyEstimate(placement(given), recorded, day(today));
  return { cents, hours, on: on.toString(), reason: fee.reason, hourly: fee.cents };
};

describe('the monthly estimate', () => {
  it('is weekly hours × 52 ÷ 12 × the fee of an hour', () => {
    expect(estimate({})).toEqual({
      cents: 161_20,
      hours: 130,
      on: '2026-03-10',
      reason: 'COMPUTED',
      hourly: 124,
    });
    expect(estimate({ weeklyHours: 12.5 })).toMatchObject({ hours: 54.17, cents: 67_17 });
  });

  it('counts the weeks of a placement shorter than a month', () => {
    const twoWeeks = { ordinaryFrom: day('2026-03-02'), endsOn: day('2026-03-15') };
    expect(estimate(twoWeeks)).toMatchObject({ hours: 60, cents: 74_40 });
    const neverBegan = { ordinaryFrom: day('2026-03-16'), endsOn: day('2026-03-10') };
    expect(estimate(neverBegan)).toMatchObject({ hours: 0, cents: 0 });
  });

  it('takes the scale and the resources of today, or of the nearest day of the placement', () => {
    expect(estimate({}, '2025-11-01').on).toBe('2026-01-05');
    expect(estimate({}, '2026-09-01').on).toBe('2026-07-31');
    expect(estimate({}, '2025-11-01').reason).toBe('COMPUTED');
  });

  it.each([
    ['MULTI_PURPOSE', 124],
    ['KINDERGARTEN', 124],
    ['MICRO_CRECHE', 124],
    ['FAMILY_CRECHE', 103],
    ['PARENTAL_CRECHE', 103],
  ] as const)('of a %s charges by its scale', (centreKind, hourly) => {
    expect(estimate({ centreKind }).hourly).toBe(hourly);
  });

  it('has no amount while resources are unknown, unless in an emergency', () => {
    expect(estimate({}, '2026-03-10', [])).toMatchObject({
      cents: null,
      hours: 130,
      reason: 'RESOURCES_UNKNOWN',
    });
    expect(estimate({ careKind: 'EMERGENCY' }, '2026-03-10', [])).toMatchObject({
      cents: expect.any(Number),
      reason: 'FLOOR_FOR_EMERGENCY',
    });
  });
});
