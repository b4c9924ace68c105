import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { feeCents, hourlyFee } from './hourly-fee.rules.ts';
import type { CareKind, TariffKind } from './hourly-fee.ts';

type Care = { on: string; tariffKind?: TariffKind; careKind?: CareKind };
type Had = { yearlyAmountCents: number; year?: number; dependentChildren?: number; aeehChildren?: number };

const day = (text: string) => Temporal.PlainDate.from(text);

const fee = ({ on, tariffKind = 'COLLECTIVE', careKind = 'LONG_TERM' }: Care, ...had: Had[]) =>
  hourlyFee(
    { on: day(on), tariffKind, careKind },
    had.map((each) => ({ year: day(on).year - 2, dependentChildren: 1, aeehChildren: 0, ...each })),
  );

const monthly = (euros: number): number => Math.round(euros * 100) * 12;

const anyDay = fc
  .date({ min: new Date('2018-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyTariff = fc.constantFrom<TariffKind>('COLLECTIVE', 'MICRO_CRECHE', 'FAMILY_AND_PARENTAL');
const anyCare = fc.record({ on: anyDay, tariffKind: anyTariff });
const anyAmount = fc.integer({ min: 0, max: 200_000_00 });
const anyChildren = fc.integer({ min: 0, max: 14 });

describe('published amounts', () => {
  it.each([
    ['agds.fr, lowest, 1 child', '2024-09-01', 1, 765.77, 47],
    ['agds.fr, lowest, 2 children', '2024-09-01', 2, 765.77, 40],
    ['agds.fr, lowest, 3 children', '2024-09-01', 3, 765.77, 32],
    ['agds.fr, lowest, 4 to 7 children', '2024-09-01', 7, 765.77, 24],
    ['agds.fr, lowest, 8 children', '2024-09-01', 8, 765.77, 16],
    ['agds.fr, highest, 1 child', '2024-09-01', 1, 7000, 433],
    ['agds.fr, highest, 2 children', '2024-09-01', 2, 7000, 361],
    ['agds.fr, highest, 3 children', '2024-09-01', 3, 7000, 289],
    ['agds.fr, highest, 4 to 7 children', '2024-09-01', 4, 7000, 217],
    ['agds.fr, highest, 8 children', '2024-09-01', 10, 7000, 144],
    ['crechelapetitevallee.fr, highest of 2021', '2021-06-01', 1, 5800, 357],
    ['laribambelle-asso.fr, 40,000 euros a year', '2018-06-01', 1, 40_000 / 12, 200],
  ])('%s', (_source, on, dependentChildren, euros, cents) => {
    const yearlyAmountCents = Math.round(euros * 1200);
    expect(fee({ on }, { yearlyAmountCents, dependentChildren }).cents).toBe(cents);
  });
});

describe('the fee', () => {
  it('names why it is what it is', () => {
    expect(fee({ on: '2026-03-01' }, { yearlyAmountCents: monthly(814.62) - 1 }).reason).toBe('FLOOR');
    expect(fee({ on: '2026-03-01' }, { yearlyAmountCents: monthly(814.62) }).reason).toBe('COMPUTED');
    expect(fee({ on: '2026-03-01' }, { yearlyAmountCents: monthly(8500) }).reason).toBe('COMPUTED');
    expect(fee({ on: '2026-03-01' }, { yearlyAmountCents: monthly(8500) + 1 }).reason).toBe('CEILING');
  });

  it('uses the resources of year N−2 of the day of care only', () => {
    const years = [2023, 2024, 2025].map((year) => ({ year, yearlyAmountCents: monthly(year) }));
    expect(fee({ on: '2026-01-01' }, ...years)).toMatchObject({ cents: 125, resourcesYear: 2024 });
    expect(fee({ on: '2025-12-31' }, ...years)).toMatchObject({ cents: 125, resourcesYear: 2023 });
    expect(fee({ on: '2024-12-31' }, ...years)).toMatchObject({ cents: null, reason: 'RESOURCES_UNKNOWN' });
  });

  it('of an emergency is the floor for one child when resources are unknown', () => {
    expect(fee({ on: '2026-03-01', careKind: 'EMERGENCY' })).toMatchObject({
      cents: 50,
      reason: 'FLOOR_FOR_EMERGENCY',
    });
    expect(
      fee({ on: '2026-03-01', careKind: 'EMERGENCY' }, { yearlyAmountCents: monthly(3000) }),
    ).toMatchObject({
      cents: 186,
      reason: 'COMPUTED',
    });
  });

  it('says when there are more children than the scale knows', () => {
    const many = { yearlyAmountCents: monthly(3000), dependentChildren: 11 };
    expect(fee({ on: '2026-03-01' }, many)).toMatchObject({ cents: 62, notes: ['BEYOND_TEN_CHILDREN'] });
  });

  it('changes with the scale inside a year', () => {
    const rich = { yearlyAmountCents: monthly(9000) };
    expect(fee({ on: '2025-08-31' }, rich)).toMatchObject({ cents: 433, reason: 'CEILING' });
    expect(fee({ on: '2025-09-01' }, rich)).toMatchObject({ cents: 526, reason: 'CEILING' });
  });

  it('charges micro-crèches by the family scale until 31 August 2019', () => {
    const resources = { yearlyAmountCents: monthly(2000) };
    expect(fee({ on: '2019-08-31', tariffKind: 'MICRO_CRECHE' }, resources).cents).toBe(100);
    expect(fee({ on: '2019-09-01', tariffKind: 'MICRO_CRECHE' }, resources).cents).toBe(121);
    expect(fee({ on: '2019-09-01', tariffKind: 'FAMILY_AND_PARENTAL' }, resources).cents).toBe(101);
  });

  it('is unknown before 2018', () => {
    expect(fee({ on: '2017-12-31' }, { yearlyAmountCents: monthly(2000) })).toMatchObject({
      cents: null,
      reason: 'NO_SCALE',
    });
  });

  it('stays in force after 2026, which the answer says', () => {
    const after = fee({ on: '2027-01-01' }, { yearlyAmountCents: monthly(2000) });
    expect(after).toMatchObject({ cents: 124, notes: ['SCALE_NOT_YET_PUBLISHED'] });
    expect(fee({ on: '2026-12-31' }, { yearlyAmountCents: monthly(2000) }).notes).toEqual([]);
  });

  it('is rounded once, half up', () => {
    expect(feeCents(12 * 2_500, 600)).toBe(2); // 1.5 cents
    expect(feeCents(12 * 2_500 - 1, 600)).toBe(1);
    expect(feeCents(0, 600)).toBe(0);
  });

  it('equals exact arithmetic', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_147_483_647 }),
        fc.integer({ min: 1, max: 1000 }),
        (yearly, rate) => {
          const exact = (2n * BigInt(yearly) * BigInt(rate) + 12_000_000n) / 24_000_000n;
          expect(BigInt(feeCents(yearly, rate))).toBe(exact);
        },
      ),
    );
  });

  it('never falls when resources rise', () => {
    fc.assert(
      fc.property(anyCare, anyChildren, anyAmount, anyAmount, (care, dependentChildren, one, other) => {
        const low = fee(care, { dependentChildren, yearlyAmountCents: Math.min(one, other) });
        const high = fee(care, { dependentChildren, yearlyAmountCents: Math.max(one, other) });
        expect(high.cents).toBeGreaterThanOrEqual(low.cents ?? Number.NaN);
      }),
    );
  });

  it('never rises with another child, nor with another child with AEEH', () => {
    fc.assert(
      fc.property(anyCare, anyChildren, anyAmount, (care, dependentChildren, yearlyAmountCents) => {
        const base = fee(care, { dependentChildren, yearlyAmountCents }).cents ?? Number.NaN;
        const more = fee(care, { dependentChildren: dependentChildren + 1, yearlyAmountCents });
        const aeeh = fee(care, { dependentChildren, aeehChildren: 1, yearlyAmountCents });
        expect(more.cents).toBeLessThanOrEqual(base);
        expect(aeeh.cents).toBeLessThanOrEqual(base);
      }),
    );
  });

  it('lies between the fees of floor and ceiling', () => {
    fc.assert(
      fc.property(anyCare, anyChildren, anyAmount, (care, dependentChildren, yearlyAmountCents) => {
        const of = (amount: number) =>
          fee(care, { dependentChildren, yearlyAmountCents: amount }).cents ?? Number.NaN;
        const cents = of(yearlyAmountCents);
        expect(cents).toBeGreaterThanOrEqual(of(0));
        expect(cents).toBeLessThanOrEqual(of(2_147_483_647));
      }),
    );
  });
});
