import { describe, expect, it } from '@jest/globals';
import { aProfessional } from '@relais/platform/professionals/directory-entry.builder.ts';
import { Temporal } from 'temporal-polyfill';
import { aMember } from '../support-team/support-team-member.builder.ts';
import { isKeptBy, type Naming, namingRefusal, standingRefusal } from './restriction.rules.ts';

const today = Temporal.PlainDate.from('2026-03-10');
const anne = aProfessional({ role: 'CARE_COORDINATOR' });
const gone = aProfessional({ role: 'CARE_COORDINATOR', departedOn: today });
const lea = aProfessional();

const named = (given: Partial<Naming>, team: Parameters<typeof namingRefusal>[1]['team'] = []) =>
  namingRefusal({ reason: 'Own family', named: [anne], barred: [lea], ...given }, { team, today });

describe('who is named and who is barred', () => {
  it('are a coordinator of the service point, and whoever should not read the file', () => {
    expect(named({})).toBeNull();
    expect(named({ barred: [] })).toBeNull();
    expect(named({ barred: [gone] })).toBeNull();
  });

  it.each<[string, Partial<Naming>, string]>([
    ['nobody', { named: [] }, 'NOBODY_NAMED'],
    ['somebody unknown', { named: [anne, null] }, 'UNKNOWN_PROFESSIONAL'],
    ['barring somebody unknown', { barred: [null] }, 'UNKNOWN_PROFESSIONAL'],
    ['somebody who has left', { named: [gone] }, 'DEPARTED_PROFESSIONAL'],
    ['a caseworker', { named: [anne, lea], barred: [] }, 'ONLY_COORDINATORS_ARE_NAMED'],
    ['the same person twice', { barred: [anne] }, 'NAMED_AND_BARRED'],
    ['without a reason', { reason: ' ' }, 'EMPTY_TEXT'],
  ])('not %s', (_what, given, refusal) => {
    expect(named(given)).toBe(refusal);
  });

  it('leave the team its lead, who hands over first', () => {
    const team = [aMember({ professionalId: lea.id, isLead: true })];
    expect(named({}, team)).toBe('LEAD_IS_BARRED');
    expect(named({ barred: [] }, team)).toBeNull();
    expect(named({}, [aMember({ professionalId: lea.id })])).toBeNull();
  });
});

describe('a restriction', () => {
  it('is kept by the administrators of its agency, but none who is barred', () => {
    const restriction = { agency: 'ville-de-nantes', barredSubs: ['paul'] };
    expect(isKeptBy(restriction, { sub: 'odile', agency: 'ville-de-nantes' })).toBe(true);
    expect(isKeptBy(restriction, { sub: 'odile', agency: 'caf-44' })).toBe(false);
    expect(isKeptBy(restriction, { sub: 'paul', agency: 'ville-de-nantes' })).toBe(false);
  });

  it('is changed while it lasts, as it was seen', () => {
    expect(standingRefusal({ version: 2, endedAt: null }, 2)).toBeNull();
    expect(standingRefusal({ version: 2, endedAt: null }, 1)).toBe('STALE_VERSION');
    expect(standingRefusal({ version: 2, endedAt: new Date() }, 2)).toBe('LIFTED_ALREADY');
  });
});
