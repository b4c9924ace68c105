import { describe, expect, it } from '@jest/globals';
import type { AgencyKind } from '../auth/agencies.ts';
import type { Role } from '../auth/user.ts';
import { type Action, becauseOf, conditionFor, objectedFor } from './action.rules.ts';
import { holds, type Relation } from './condition.rules.ts';

const relation = (name: string): Relation => ({ name, sql: () => name });
const [team, closed, objects] = [relation('team'), relation('closed'), relation('objects')];

const see: Action = {
  readers: { CASEWORKER: team, EMPLOYMENT_ADVISOR: team, CARE_COORDINATOR: true },
  unless: [{ relation: closed, because: 'RESTRICTED' }],
};
const benefits: Action = {
  within: see,
  readers: { CASEWORKER: true, CARE_COORDINATOR: true },
  unless: [{ relation: objects, because: 'OBJECTION' }],
};

const reader = (role: Role, agencyKind: AgencyKind | null = null) => ({ role, agencyKind });

const facts = (given: Partial<Record<'team' | 'closed' | 'objects', boolean>>) => ({
  ...{ team: true, closed: false, objects: false },
  ...given,
});

describe('what a list leaves out', () => {
  const isLeftOut = (action: Action, given = {}, role: Role = 'CASEWORKER') =>
    holds(objectedFor(action, reader(role)), facts(given));

  it('is what a reader would see if the family did not object', () => {
    expect(isLeftOut(benefits, { objects: true })).toBe(true);
    expect(isLeftOut(benefits)).toBe(false);
    expect(isLeftOut(benefits, { objects: true, team: false })).toBe(false);
    expect(isLeftOut(benefits, { objects: true, closed: true })).toBe(false);
    expect(isLeftOut(benefits, { objects: true }, 'EMPLOYMENT_ADVISOR')).toBe(false);
  });

  it('is nothing where nobody can object', () => {
    expect(objectedFor(see, reader('CASEWORKER'))).toBe(false);
  });
});

describe('an action', () => {
  it('is allowed where the outer one is and nothing bars it', () => {
    const may = (role: 'CASEWORKER' | 'CARE_COORDINATOR' | 'EMPLOYMENT_ADVISOR' | 'AUDITOR', given = {}) =>
      holds(conditionFor(benefits, reader(role)), facts(given));
    expect(may('CASEWORKER')).toBe(true);
    expect(may('CASEWORKER', { team: false })).toBe(false);
    expect(may('CASEWORKER', { objects: true })).toBe(false);
    expect(may('CASEWORKER', { closed: true })).toBe(false);
    expect(may('CARE_COORDINATOR', { team: false })).toBe(true);
    expect(may('CARE_COORDINATOR', { closed: true })).toBe(false);
    expect(may('EMPLOYMENT_ADVISOR')).toBe(false);
    expect(may('AUDITOR')).toBe(false);
  });

  it('asks nothing of a family where the token decides', () => {
    expect(conditionFor(benefits, reader('AUDITOR'))).toBe(false);
    expect(conditionFor({ readers: { CARE_COORDINATOR: true } }, reader('CARE_COORDINATOR'))).toBe(true);
  });

  it('says why not to who may know that the family exists, and nothing to others', () => {
    const why = (role: 'CASEWORKER' | 'CARE_COORDINATOR' | 'EMPLOYMENT_ADVISOR' | 'AUDITOR', given = {}) =>
      becauseOf(benefits, reader(role), facts(given));
    expect(why('EMPLOYMENT_ADVISOR')).toBe('ROLE');
    expect(why('CASEWORKER', { objects: true })).toBe('OBJECTION');
    expect(why('EMPLOYMENT_ADVISOR', { objects: true })).toBe('ROLE');
    expect(why('CASEWORKER', { team: false, objects: true })).toBeUndefined();
    expect(why('CASEWORKER', { closed: true })).toBeUndefined();
    expect(why('CARE_COORDINATOR', { closed: true, objects: true })).toBeUndefined();
    expect(why('AUDITOR')).toBeUndefined();
  });

  it('is barred from no agency that the bar spares', () => {
    const bar = { relation: objects, because: 'OBJECTION', spares: ['BENEFITS'] } as const;
    const spared: Action = { readers: { CASEWORKER: true }, unless: [bar] };
    expect(conditionFor(spared, reader('CASEWORKER', 'BENEFITS'))).toBe(true);
    expect(becauseOf(spared, reader('CASEWORKER', 'BENEFITS'), {})).toBe('ROLE');
    for (const agencyKind of ['CARE', null] as const)
      expect(conditionFor(spared, reader('CASEWORKER', agencyKind))).toEqual({ not: objects });
  });
});
