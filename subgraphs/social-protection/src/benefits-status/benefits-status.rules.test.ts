import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { anEntitlementFile } from '../entitlements/entitlement-file.builder.ts';
import { State } from '../entitlements/entitlement-status.ts';
import { benefitsStatus, incomeSupportPeriods } from './benefits-status.rules.ts';
import type { IncomeSupport } from './benefits-status.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const rsa = (...states: [State, string][]) =>
  anEntitlementFile({ states: states.map(([state, from]) => ({ state, from })) });

const statusOn = (on: string, ...files: ReturnType<typeof rsa>[]) => {
  const { incomeSupport, since } = benefitsStatus(files, day(on));
  return [incomeSupport, since?.toString() ?? null];
};

describe('income support', () => {
  it.each<[State, IncomeSupport]>([
    ['PENDING', 'PENDING'],
    ['REFUSED', 'NONE'],
    ['OPEN', 'RECEIVING'],
    ['SUSPENDED', 'SUSPENDED'],
    ['PAYMENT_SUSPENDED', 'SUSPENDED'],
    ['CLOSED', 'NONE'],
    ['CLOSED_EARLIER', 'NONE'],
  ])('of an RSA in state %s is %s', (state, expected) => {
    expect(statusOn('2026-03-10', rsa([state, '2026-01-01']))).toEqual([expected, '2026-01-01']);
  });

  it('is unknown when nothing is on record, or nothing was by then', () => {
    expect(benefitsStatus([], day('2026-03-10'))).toEqual({
      incomeSupport: 'UNKNOWN',
      since: null,
      schemes: [],
      conflictingSchemes: [],
      freshness: null,
    });
    expect(statusOn('2025-12-31', rsa(['OPEN', '2026-01-01']))).toEqual(['UNKNOWN', null]);
  });

  it('is none, since no day, when only other benefits are on record', () => {
    const asf = anEntitlementFile({ scheme: 'ASF', states: [{ state: 'OPEN', from: '2026-01-01' }] });
    expect(statusOn('2026-03-10', asf)).toEqual(['NONE', null]);
  });

  it('is the first that applies among several RSA files', () => {
    const closed = rsa(['OPEN', '2025-01-01'], ['CLOSED', '2025-06-01']);
    const pending = rsa(['PENDING', '2025-08-01']);
    const suspended = rsa(['SUSPENDED', '2025-09-01']);
    const open = rsa(['OPEN', '2025-10-01']);
    expect(statusOn('2025-07-01', closed, pending, suspended, open)).toEqual(['NONE', '2025-06-01']);
    expect(statusOn('2025-08-15', closed, pending, suspended, open)).toEqual(['PENDING', '2025-08-01']);
    expect(statusOn('2025-09-15', closed, pending, suspended, open)).toEqual(['SUSPENDED', '2025-09-01']);
    expect(statusOn('2025-10-15', closed, pending, suspended, open)).toEqual(['RECEIVING', '2025-10-01']);
  });

  it('goes on without a break when a new file takes over on the day the old one closes', () => {
    const old = rsa(['OPEN', '2025-01-01'], ['CLOSED', '2025-06-01']);
    expect(statusOn('2025-07-01', old, rsa(['OPEN', '2025-06-01']))).toEqual(['RECEIVING', '2025-01-01']);
  });
});

describe('the benefits status', () => {
  it('lists what is open and payable, and how fresh that is', () => {
    const files = [
      anEntitlementFile({ scheme: 'RSA', states: [{ state: 'SUSPENDED', from: '2026-02-01' }] }),
      anEntitlementFile({ scheme: 'HOUSING_AID', states: [{ state: 'OPEN', from: '2026-01-01' }] }),
      anEntitlementFile({ scheme: 'AEEH', states: [{ state: 'OPEN', from: '2025-01-01' }] }),
      anEntitlementFile({ scheme: 'AEEH', states: [{ state: 'OPEN', from: '2025-03-01' }] }),
    ];
    const { schemes, freshness } = benefitsStatus(files, day('2026-03-10'));
    expect(schemes).toEqual(['AEEH', 'HOUSING_AID']);
    expect(freshness?.toISOString()).toBe('2026-02-01T12:00:00.000Z');
  });
});

describe('the periods of income support', () => {
  it('follow each other without holes, merged', () => {
    const periods = incomeSupportPeriods([
      rsa(
        ['PENDING', '2025-01-01'],
        ['OPEN', '2025-02-01'],
        ['OPEN', '2025-05-01'],
        ['CLOSED', '2025-08-01'],
      ),
    ]);
    expect(periods.map(({ status, from, to }) => `${status} ${from} ${to}`)).toEqual([
      'PENDING 2025-01-01 2025-02-01',
      'RECEIVING 2025-02-01 2025-08-01',
      'NONE 2025-08-01 null',
    ]);
  });

  it('say of every day what the status says', () => {
    const anyState = fc.constantFrom(...Object.values(State));
    const anyFile = fc
      .array(fc.tuple(anyState, fc.integer({ min: 0, max: 300 })), { minLength: 1, maxLength: 6 })
      .map((steps) =>
        steps
          .toSorted((a, b) => a[1] - b[1])
          .map(([state, offset]) => ({
            state,
            from: day('2025-01-01').add({ days: offset }).toString(),
            recordedAt: '2025-01-01T00:00:00Z',
          })),
      )
      .map((states) => anEntitlementFile({ states }));
    const anyDay = fc.integer({ min: 0, max: 320 }).map((offset) => day('2025-01-01').add({ days: offset }));
    fc.assert(
      fc.property(fc.array(anyFile, { minLength: 1, maxLength: 4 }), anyDay, (files, on) => {
        const period = incomeSupportPeriods(files).findLast(
          ({ from }) => Temporal.PlainDate.compare(from, on) <= 0,
        );
        const { incomeSupport, since } = benefitsStatus(files, on);
        expect(incomeSupport).toBe(period?.status ?? 'UNKNOWN');
        expect(since?.toString()).toBe(period?.from.toString());
      }),
    );
  });
});
