import { expect, it } from '@jest/globals';
import { kindsOf, toldOf } from './benefits-desk.rules.ts';
import { BenefitsDeskKind } from './benefits-desk-kind.ts';

const all = Object.values(BenefitsDeskKind);

it('each kind says what it is about and what can be done', () => {
  for (const kind of all) expect(toldOf(kind).actions.length).toBeGreaterThan(0);
});

it('families without a team are for social workers', () => {
  expect(kindsOf('CASEWORKER', all, null)).toEqual(all);
  expect(kindsOf('CARE_COORDINATOR', all, null)).not.toContain('FAMILY_WITHOUT_TEAM');
  expect(kindsOf('CASEWORKER', all, ['TASK_DUE'])).toEqual(['TASK_DUE']);
  expect(kindsOf('EMPLOYMENT_ADVISOR', all, ['FAMILY_WITHOUT_TEAM'])).toEqual([]);
});
