import type { Role } from '../graph/session.ts';

export const roles: Readonly<Record<Role, string>> = {
  CASEWORKER: 'Caseworker',
  EMPLOYMENT_ADVISOR: 'Employment advisor',
  CARE_COORDINATOR: 'Care coordinator',
  CENTRE_STAFF: 'Centre staff',
  AUDITOR: 'Auditor',
  INTEGRATOR: 'System',
};
