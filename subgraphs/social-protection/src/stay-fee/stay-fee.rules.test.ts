import { expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { type StayFacts, stayFee } from './stay-fee.rules.ts';

const stay = (given: Partial<StayFacts> = {}): StayFacts => ({
  centreKind: 'CRECHE',
  careKind: 'SHORT_TERM',
  on: Temporal.PlainDate.from('2026-03-10'),
  halfHoursDue: 7,
  ...given,
});
/** 2,000 euros a month and one child: 1.24 euros an hour in collective care (0.0619 %). */
const resources = [{ year: 2024, yearlyAmountCents: 24_000_00, dependentChildren: 1, aeehChildren: 0 }];

it('a stay costs its half-hours due, by the scale of the centre and the day', () => {
  const cents = (given: Partial<StayFacts>, recorded = resources) => stayFee(stay(given), recorded).cents;
  expect(cents({})).toBe(434);
  expect(cents({ halfHoursDue: 1 })).toBe(62);
  expect(cents({ halfHoursDue: 0 })).toBe(0);
  expect(cents({ centreKind: 'FAMILY_CRECHE', halfHoursDue: 1 })).toBe(52);
  expect(cents({}, [])).toBeNull();
  expect(stayFee(stay({ careKind: 'EMERGENCY' }), []).fee.reason).toBe('FLOOR_FOR_EMERGENCY');
});
