import { nantesCentres } from '@relais/early-childhood/seeds/nantes-centres.ts';
import type { Role } from '@relais/platform/auth/user.ts';

export type DemoAccount = {
  readonly sub: string;
  readonly name: string;
  readonly role: Role;
  readonly agency: string;
  /** For whoever chooses an account from a list. */
  readonly title: string;
  /** The centres that centre staff work in. */
  readonly centreIds?: readonly string[];
};

/** A large centre that keeps places for parents looking for work; its staff have an account. */
export const demoCentreName = 'Les Ribambelles';

const centreIdsOf = (name: string): string[] =>
  nantesCentres.filter((centre) => centre.name === name).map(({ id }) => id);

const advisor = (sub: string, name: string): DemoAccount => ({
  sub,
  name,
  role: 'EMPLOYMENT_ADVISOR',
  agency: 'france-travail',
  title: 'employment advisor',
});

/** Invented people. Job seekers of the demo city are shared out among the advisors. */
export const demoAdvisors = [
  advisor('demo-advisor', 'Gwenaëlle Ravaux'),
  advisor('demo-advisor-2', 'Mehdi Carpentras'),
  advisor('demo-advisor-3', 'Fatoumata Lesquin'),
  advisor('demo-advisor-4', 'Yann Kerbiriou'),
] as const;

export const demoAccounts = {
  caseworker: {
    sub: 'demo-caseworker',
    name: 'Solène Haddad-Morin',
    role: 'CASEWORKER',
    agency: 'departement-44',
    title: 'caseworker',
  },
  advisor: demoAdvisors[0],
  coordinator: {
    sub: 'demo-coordinator',
    name: 'Anne-Lise Tremelo',
    role: 'CARE_COORDINATOR',
    agency: 'ville-de-nantes',
    title: 'care coordinator',
  },
  'centre-staff': {
    sub: 'demo-centre-staff',
    name: 'Jeanne Abgrall-Diop',
    role: 'CENTRE_STAFF',
    agency: 'ville-de-nantes',
    title: `staff of ${demoCentreName}`,
    centreIds: centreIdsOf(demoCentreName),
  },
  auditor: {
    sub: 'demo-auditor',
    name: 'Pascal Ouvrard-Diaz',
    role: 'AUDITOR',
    agency: 'ville-de-nantes',
    title: 'auditor',
  },
} as const satisfies Record<string, DemoAccount>;
