import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { FEE_PERIODS } from './fee-figures.rules.ts';
import { linesOn, scaleOn } from './fee-scale.rules.ts';
import { rateOf } from './hourly-fee.rules.ts';
import type { TariffKind } from './hourly-fee.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('the rate', () => {
  const rate = (tariffKind: TariffKind, dependentChildren: number, aeehChildren = 0) =>
    rateOf(scaleOn(tariffKind, day('2026-06-01'))?.steps ?? [], { dependentChildren, aeehChildren });

  it.each([
    [0, 619],
    [1, 619],
    [2, 516],
    [3, 413],
    [4, 310],
    [7, 310],
    [8, 206],
    [10, 206],
    [11, 206],
  ])('of collective care with %i children is %i', (children, expected) => {
    expect(rate('COLLECTIVE', children)).toBe(expected);
  });

  it.each([
    [1, 516],
    [2, 413],
    [3, 310],
    [5, 310],
    [6, 206],
    [12, 206],
  ])('of family care with %i children is %i', (children, expected) => {
    expect(rate('FAMILY_AND_PARENTAL', children)).toBe(expected);
  });

  it.each([
    ['COLLECTIVE', 1, 1, 516],
    ['COLLECTIVE', 2, 2, 310],
    ['COLLECTIVE', 4, 1, 206],
    ['COLLECTIVE', 3, 3, 206],
    ['FAMILY_AND_PARENTAL', 3, 1, 206],
    ['FAMILY_AND_PARENTAL', 8, 2, 206],
  ] as const)(
    '%s: %i children, %i with AEEH, is the next lower: %i',
    (tariffKind, children, aeeh, expected) => {
      expect(rate(tariffKind, children, aeeh)).toBe(expected);
    },
  );
});

describe('the scale in force', () => {
  it.each([
    ['2018-01-01', '2019-08-31', 68_730, 487_462],
    ['2019-09-01', '2019-12-31', 70_527, 530_000],
    ['2020-01-01', '2020-12-31', 70_527, 560_000],
    ['2021-01-01', '2021-12-31', 71_162, 580_000],
    ['2022-01-01', '2022-12-31', 71_233, 600_000],
    ['2023-01-01', '2023-12-31', 75_416, 600_000],
    ['2024-01-01', '2024-08-31', 76_577, 600_000],
    ['2024-09-01', '2024-12-31', 76_577, 700_000],
    ['2025-01-01', '2025-08-31', 80_100, 700_000],
    ['2025-09-01', '2025-12-31', 80_100, 850_000],
  ])('holds from %s to %s', (from, to, floorMonthlyCents, ceilingMonthlyCents) => {
    for (const on of [from, to]) {
      const scale = scaleOn('COLLECTIVE', day(on));
      expect(scale).toMatchObject({ floorMonthlyCents, ceilingMonthlyCents });
      expect(`${scale?.from} ${scale?.to}`).toBe(`${from} ${to}`);
    }
  });

  it('lists every line with its source', () => {
    const lines = linesOn(day('2026-02-01'));
    expect(lines).toHaveLength(5 + 5 + 4);
    expect(lines[0]).toMatchObject({
      tariffKind: 'COLLECTIVE',
      childrenFrom: 1,
      childrenTo: 1,
      ratePerMillion: 619,
      rateConfidence: 'READ_IN_SOURCE',
      to: null,
    });
    expect(lines.at(-1)).toMatchObject({
      childrenFrom: 6,
      childrenTo: 10,
      rateConfidence: 'COMMON_KNOWLEDGE',
    });
  });

  it('has no line before 2018', () => {
    expect(linesOn(day('2017-12-31'))).toEqual([]);
    expect(scaleOn('MICRO_CRECHE', day('2017-12-31'))).toBeNull();
  });

  it('begins where the one before ends, without a hole', () => {
    expect(FEE_PERIODS.map(({ from }) => from)).toEqual(FEE_PERIODS.map(({ from }) => from).sort());
  });
});
