import type { Role } from '../graph/session.ts';

export const roles: Readonly<Record<Role, string>> = {
  CASEWORKER: 'Travail social',
  EMPLOYMENT_ADVISOR: 'Conseil emploi',
  CARE_COORDINATOR: 'Coordination de l’accueil',
  CENTRE_STAFF: 'Équipe d’une structure',
  AUDITOR: 'Audit',
  INTEGRATOR: 'Système',
};
