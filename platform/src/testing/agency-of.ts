import type { Role } from '../auth/user.ts';

/** Where people of a role work in tests, unless told. */
export const agencyOf = {
  CASEWORKER: 'departement-44',
  EMPLOYMENT_ADVISOR: 'france-travail',
  CARE_COORDINATOR: 'ville-de-nantes',
  CENTRE_STAFF: 'ville-de-nantes',
  INTEGRATOR: 'ville-de-nantes',
  AUDITOR: 'ville-de-nantes',
} satisfies Record<Role, string>;
