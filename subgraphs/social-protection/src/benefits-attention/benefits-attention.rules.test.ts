import { describe, expect, it } from '@jest/globals';
import { asSaidOrTakenOver, takenOver } from '@relais/platform/known-families/taken-over.messages.ts';
import { Temporal } from 'temporal-polyfill';
import { aBreakGlass } from '../break-glasses/break-glass.builder.ts';
import { anEntitlementFile } from '../entitlements/entitlement-file.builder.ts';
import type { State } from '../entitlements/entitlement-status.ts';
import { aReferral } from '../referrals/referral.builder.ts';
import { benefitsSentence } from './benefits-attention.messages.ts';
import { type BenefitsFacts, benefitsMatters } from './benefits-attention.rules.ts';

const TODAY = Temporal.PlainDate.from('2026-03-10');
const resourcesOf = (year: number) => ({
  id: String(year),
  prevails: true,
  recordedAt: new Date('2026-01-15T09:00:00Z'),
  year,
  yearlyAmountCents: 12_000_00,
  dependentChildren: 1,
  aeehChildren: 0,
});
const quiet: BenefitsFacts = {
  familyId: 'f',
  files: null,
  resources: null,
  uncovered: [],
  referrals: [],
  tasks: [],
  broken: [],
  parted: [],
};
const matters = (given: Partial<BenefitsFacts>) =>
  benefitsMatters({ ...quiet, ...given }, TODAY).map(({ kind, at }) => `${kind} ${at.toISOString()}`);
const rsa = (source: 'CAF' | 'MSA', ...states: [State, string][]) =>
  anEntitlementFile({ source, states: states.map(([state, from]) => ({ state, from })) });

it('a file that was opened in an emergency waits for its review', () => {
  expect(matters({ broken: [aBreakGlass({ finding: 'JUSTIFIED' }), aBreakGlass()] })).toEqual([
    'BREAK_GLASS_TO_REVIEW 2026-03-10T09:00:00.000Z',
  ]);
});

it('what was written while two files were one is looked at for a month, in the file that was kept', () => {
  const parted = {
    ...{ id: 'p', familyId: 'f', isKept: true, staying: ['notes'] },
    partedAt: new Date('2026-02-09T09:00:00Z'),
  };
  expect(matters({ parted: [parted, { ...parted, isKept: false }] })).toEqual([
    'FILES_PARTED 2026-02-09T09:00:00.000Z',
  ]);
  expect(matters({ parted: [{ ...parted, partedAt: new Date('2026-02-08T09:00:00Z') }] })).toEqual([]);
});

it('what could not be put back when two files were parted is named, in the language of who reads it', () => {
  const told = (staying: string[], language: 'fr' | 'en') =>
    benefitsSentence(
      { kind: 'FILES_PARTED', subjectId: 'p', at: new Date('2026-02-09T09:00:00Z'), staying },
      language,
    );
  expect(told(['notes', 'entitlement_states', 'entitlements', 'corrections'], 'fr')).toMatch(
    / rien ne lui manque\. Ce qui n’a pas pu être remis comme avant : notes, droits, autres éléments\.$/,
  );
  expect(told([], 'en')).toMatch(/that nothing of it is missing\.$/);
  expect(asSaidOrTakenOver(takenOver.WHEN_PARTED.fr, 'en')).toBe(takenOver.WHEN_PARTED.en);
  expect(asSaidOrTakenOver('Une menace', 'en')).toBe('Une menace');
});

describe('in benefits somebody is needed', () => {
  it.each<[State, string[]]>([
    ['SUSPENDED', ['INCOME_SUPPORT_SUSPENDED 2026-02-28T23:00:00.000Z']],
    ['PAYMENT_SUSPENDED', ['INCOME_SUPPORT_SUSPENDED 2026-02-28T23:00:00.000Z']],
    ['PENDING', ['INCOME_SUPPORT_PENDING 2026-02-28T23:00:00.000Z']],
    ['OPEN', []],
    ['CLOSED', []],
  ])('when the RSA is %s: %s', (state, expected) => {
    expect(matters({ files: [rsa('CAF', [state, '2026-03-01'])] })).toEqual(expected);
  });

  it('when sources disagree: told once, by the one that counts', () => {
    const files = [rsa('CAF', ['OPEN', '2026-01-05']), rsa('MSA', ['CLOSED', '2026-02-05'])];
    const found = benefitsMatters({ ...quiet, files }, TODAY);
    expect(found).toEqual([
      {
        kind: 'SOURCES_DISAGREE',
        subjectId: files[1]?.id,
        at: new Date('2026-02-04T23:00:00Z'),
        scheme: 'RSA',
      },
    ]);
  });

  it('when the resources of year N−2 are missing, not when they are there or not shared', () => {
    expect(matters({ resources: [resourcesOf(2023)] })).toEqual([
      'RESOURCES_MISSING 2025-12-31T23:00:00.000Z',
    ]);
    expect(matters({ resources: [resourcesOf(2024)] })).toEqual([]);
    expect(matters({})).toEqual([]);
  });

  it('when a merge left two statements of a year, told to whoever reads benefits', () => {
    const resources = [resourcesOf(2024), { ...resourcesOf(2024), id: 'other', prevails: false }];
    const found = benefitsMatters({ ...quiet, files: [], resources }, TODAY);
    expect(found).toEqual([
      { kind: 'RESOURCES_DISAGREE', subjectId: '2024', at: new Date('2026-01-15T09:00:00Z'), year: 2024 },
    ]);
    expect(matters({ files: null, resources })).toEqual([]);
  });

  it('when more AEEH are open than the fee counts', () => {
    const aeeh = (state: State) =>
      anEntitlementFile({ scheme: 'AEEH', states: [{ state, from: '2026-02-01' }] });
    const resources = [{ ...resourcesOf(2024), aeehChildren: 1 }];
    const twice = benefitsMatters({ ...quiet, files: [aeeh('OPEN'), aeeh('OPEN')], resources }, TODAY);
    expect(twice).toMatchObject([{ kind: 'AEEH_NOT_COUNTED', count: 2, counted: 1, year: 2024 }]);
    expect(matters({ files: [aeeh('OPEN'), aeeh('CLOSED')], resources })).toEqual([]);
    expect(matters({ files: [aeeh('OPEN')], resources: [resourcesOf(2023)] })).toEqual([
      'RESOURCES_MISSING 2025-12-31T23:00:00.000Z',
    ]);
  });

  it('when a referral has waited for ten days', () => {
    const sentAt = new Date('2026-02-20T09:00:00Z');
    expect(matters({ referrals: [aReferral({ sentAt }), aReferral()] })).toEqual([
      `REFERRAL_WAITING ${sentAt.toISOString()}`,
    ]);
  });
});
