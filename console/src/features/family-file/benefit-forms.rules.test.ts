import { describe, expect, it } from '@jest/globals';
import {
  amountIn,
  type BenefitDraft,
  centsOf,
  changeInput,
  hasReason,
  lackOfBenefit,
  lackOfResources,
  openInput,
  resourcesInput,
  statesOf,
} from './benefit-forms.rules.ts';

const draft = (more: Partial<BenefitDraft> = {}): BenefitDraft => ({
  scheme: 'RSA',
  adultId: '',
  childId: 'c',
  state: 'OPEN',
  from: '2026-11-01',
  amount: '607,75',
  reason: '',
  ...more,
});

it('offers the states of a first record, and of the RSA more than of others', () => {
  expect(statesOf('RSA', true, 'OPEN')).toEqual(['PENDING', 'OPEN', 'SUSPENDED']);
  expect(statesOf('CMG', false, 'PENDING')).toEqual(['PENDING', 'OPEN', 'SUSPENDED', 'CLOSED']);
  expect([
    statesOf('RSA', false, 'OPEN').includes('REFUSED'),
    statesOf('CMG', false, 'OPEN').includes('REFUSED'),
  ]).toEqual([true, false]);
  expect([hasReason('RSA', 'CLOSED'), hasReason('CMG', 'CLOSED'), hasReason('RSA', 'OPEN')]).toEqual([
    true,
    false,
    false,
  ]);
});

it('writes an amount as it reads it', () => {
  expect([amountIn(60_775), amountIn(30_200), amountIn(null)]).toEqual(['607,75', '302', '']);
  expect([60_775, 30_250, 5].map((cents) => centsOf(amountIn(cents)))).toEqual([60_775, 30_250, 5]);
});

it('reads an amount as people write it', () => {
  expect(['302', '302,5', '1 350.25 €', '', '12,345', 'x'].map(centsOf)).toEqual([
    30_200,
    30_250,
    135_025,
    undefined,
    undefined,
    undefined,
  ]);
});

describe('before it is sent', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['nothing of a benefit', lackOfBenefit(draft()), undefined],
    ['nothing of one whose amount is not known', lackOfBenefit(draft({ amount: ' ' })), undefined],
    ['a day', lackOfBenefit(draft({ from: '' })), 'DAY'],
    ['an amount', lackOfBenefit(draft({ amount: 'beaucoup' })), 'AMOUNT'],
    ['no amount once closed', lackOfBenefit(draft({ state: 'CLOSED', amount: 'x' })), undefined],
    [
      'nothing of resources',
      lackOfResources({ year: '2024', amount: '18000', children: '2', aeeh: '0' }),
      undefined,
    ],
    ['a year', lackOfResources({ year: '24', amount: '18000', children: '2', aeeh: '0' }), 'YEAR'],
    ['resources', lackOfResources({ year: '2024', amount: '', children: '2', aeeh: '0' }), 'AMOUNT'],
    ['children', lackOfResources({ year: '2024', amount: '1', children: '', aeeh: '0' }), 'CHILDREN'],
    [
      'children with the AEEH',
      lackOfResources({ year: '2024', amount: '1', children: '2', aeeh: 'x' }),
      'CHILDREN',
    ],
  ])('it lacks %s', (_what, found, lack) => {
    expect(found).toBe(lack);
  });
});

it('sends an amount and a reason only where there is one', () => {
  expect(openInput(draft({ adultId: 'a' }), 'f', 'i')).toEqual({
    id: 'i',
    familyId: 'f',
    scheme: 'RSA',
    adultId: 'a',
    childId: null,
    state: 'OPEN',
    from: '2026-11-01',
    monthlyAmountCents: 60_775,
    reason: null,
  });
  expect(openInput(draft({ amount: '' }), 'f', 'i')).toMatchObject({
    adultId: null,
    monthlyAmountCents: null,
  });
  expect(openInput(draft({ scheme: 'AEEH' }), 'f', 'i').childId).toBe('c');
  expect(changeInput(draft({ state: 'CLOSED', reason: ' 01 ' }), 'e', 3)).toEqual({
    entitlementId: 'e',
    version: 3,
    state: 'CLOSED',
    from: '2026-11-01',
    monthlyAmountCents: null,
    reason: '01',
  });
  const resources = { year: '2024', amount: '18 000', children: '2', aeeh: '1' };
  expect(resourcesInput(resources, 'f', 'i')).toEqual({
    id: 'i',
    familyId: 'f',
    year: 2024,
    yearlyAmountCents: 1_800_000,
    dependentChildren: 2,
    aeehChildren: 1,
  });
  expect(resourcesInput({ ...resources, amount: '' }, 'f', 'i').yearlyAmountCents).toBe(0);
});
