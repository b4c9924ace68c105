import { describe, expect, it } from '@jest/globals';
import { administrator, anyone, auditor, careCoordinator, integratorWith } from '../auth/user.ts';
import type { Action } from './action.rules.ts';
import { askersInWords } from './askers.ts';

const family: Action = { readers: { CASEWORKER: { name: 'team', sql: () => '' }, CARE_COORDINATOR: true } };

const permissions = {
  'me:read': [anyone],
  'report:read': [careCoordinator, auditor, integratorWith('impact-report:read')],
  'caseload:hand-on': [administrator],
  'family:see': family,
};

describe('who may ask a query is said in the contract', () => {
  it.each([
    [['me:read'], 'For whoever signs in.'],
    [
      ['report:read'],
      'For: `CARE_COORDINATOR`, `INTEGRATOR` with the scope `impact-report:read`, `AUDITOR`.',
    ],
    [
      ['caseload:hand-on'],
      'For: `CASEWORKER` who is an administrator, `EMPLOYMENT_ADVISOR` who is an administrator, `CARE_COORDINATOR` who is an administrator.',
    ],
    // Of the families that a caseworker follows: that some are is enough to ask.
    [['family:see'], 'For: `CASEWORKER`, `CARE_COORDINATOR`.'],
    [['family:see', 'report:read'], 'For: `CARE_COORDINATOR`.'],
  ])('%j', (wanted, said) => {
    expect(askersInWords(permissions, wanted)).toBe(said);
  });

  it('and one that nobody may ask is a mistake', () => {
    expect(() => askersInWords(permissions, ['unknown'])).toThrow('Nobody may ask what needs unknown.');
  });
});
