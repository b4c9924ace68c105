import { expect, it } from '@jest/globals';
import { revokeRefusal } from './revoke-sessions.rules.ts';

const admin = { sub: 'dora', admin: true, agency: 'caf-44' };
const at = (agency: string, since: string) => ({ agency, since: `2026-03-${since}T09:00:00.000Z` });

it('anybody ends their own sessions, an administrator those of people of the own agency', () => {
  expect(revokeRefusal({ ...admin, admin: false }, 'dora', [])).toBeNull();
  expect(revokeRefusal({ ...admin, admin: false }, 'lea', [at('caf-44', '01')])).toBe('ONLY_ADMINISTRATORS');
  expect(revokeRefusal(admin, 'lea', [null, at('caf-44', '01')])).toBeNull();
  expect(revokeRefusal(admin, 'lea', [at('departement-44', '01')])).toBe('NOT_OF_YOUR_AGENCY');
  expect(revokeRefusal(admin, 'lea', [null, null])).toBe('NOT_OF_YOUR_AGENCY');
});

it('of who changed agencies, what was known last counts', () => {
  const [before, after] = [at('caf-44', '01'), at('departement-44', '02')];
  expect(revokeRefusal(admin, 'lea', [after, before])).toBe('NOT_OF_YOUR_AGENCY');
  expect(revokeRefusal({ ...admin, agency: 'departement-44' }, 'lea', [before, after])).toBeNull();
});
