import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { aProfessional } from './directory-entry.builder.ts';
import { takeOverRefusal } from './take-over.rules.ts';

const today = Temporal.PlainDate.from('2026-03-10');
const from = aProfessional({ departedOn: today });
const to = aProfessional({ absentFrom: today });
const usual = { from, to, reason: 'On leave' };
const refusal = (given: object, agency = 'departement-44') =>
  takeOverRefusal({ ...usual, ...given }, agency, today);

describe('taking over', () => {
  it('is from one colleague of the agency to another, also from one who left to one who is away', () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ to: null })).toBeNull();
    expect(refusal({ to: null, reason: ' ' })).toBe('REASON_MISSING');
    expect(refusal({ reason: ` ${'x'.repeat(200)} ` })).toBeNull();
  });

  it.each([
    ['UNKNOWN_PROFESSIONAL', { from: aProfessional({ agency: 'caf-44' }) }],
    ['SAME_PERSON', { to: from }],
    ['OTHER_AGENCY', { to: aProfessional({ agency: 'caf-44' }) }],
    ['OTHER_ROLE', { to: aProfessional({ role: 'CARE_COORDINATOR', agency: 'departement-44' }) }],
    ['DEPARTED_PROFESSIONAL', { to: aProfessional({ departedOn: today }) }],
    ['REASON_MISSING', { reason: '  ' }],
    ['REASON_MISSING', { reason: 'x'.repeat(201) }],
  ])('is refused with %s: %#', (reason, given) => {
    expect(refusal(given)).toBe(reason);
  });

  it('is for the administrator’s own agency', () => {
    expect(refusal({}, 'caf-44')).toBe('UNKNOWN_PROFESSIONAL');
  });
});
