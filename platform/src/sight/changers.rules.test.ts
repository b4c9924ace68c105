import { describe, expect, it } from '@jest/globals';
import { type Changers, inWords, mayChange } from './changers.rules.ts';

const changers: Changers = { CASEWORKER: ['CARE', 'BENEFITS'], CARE_COORDINATOR: ['CARE'] };

describe('who changes something', () => {
  it('is somebody in a role that is named, of an agency that is named for it', () => {
    expect(mayChange(changers, { role: 'CASEWORKER', agencyKind: 'BENEFITS' })).toBe(true);
    expect(mayChange(changers, { role: 'CASEWORKER', agencyKind: 'JOB_SEARCH' })).toBe(false);
    expect(mayChange(changers, { role: 'CARE_COORDINATOR', agencyKind: 'BENEFITS' })).toBe(false);
    expect(mayChange(changers, { role: 'AUDITOR', agencyKind: 'CARE' })).toBe(false);
    expect(mayChange(changers, { role: 'CASEWORKER', agencyKind: null })).toBe(false);
  });

  it('is said in the contract', () => {
    expect(inWords(changers)).toBe('For: `CASEWORKER` of CARE or BENEFITS, `CARE_COORDINATOR` of CARE.');
  });
});
