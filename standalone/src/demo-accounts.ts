import { nantesCentres } from '@relais/early-childhood/seeds/nantes-centres.ts';
import type { AdmittedAgencies } from '@relais/platform/auth/agencies.ts';
import type { Role } from '@relais/platform/auth/user.ts';
import type { Sentences } from '@relais/platform/errors.ts';

export type DemoAccount = {
  readonly sub: string;
  readonly name: string;
  readonly role: Role;
  readonly agency: string;
  /** For whoever chooses an account from a list. */
  readonly title: Sentences;
  /** What it may do, in a line, for whoever wonders what to try. */
  readonly may: Sentences;
  /** Whether it keeps the directory of its agency, beside what its role does. */
  readonly admin?: boolean;
  /** What the token of a system is good for, separated by blanks. */
  readonly scope?: string;
  /** The centres that centre staff work in. */
  readonly centreIds?: readonly string[];
};

/** The agencies that the demo city has admitted. */
export const demoAgencies: AdmittedAgencies = new Map([
  ['ville-de-nantes', 'CARE'],
  ['departement-44', 'BENEFITS'],
  ['caf-44', 'BENEFITS'],
  ['france-travail', 'JOB_SEARCH'],
]);

/** A large centre that keeps places for parents looking for work; its staff have an account. */
export const demoCentreName = 'Les Ribambelles';

const centreIdsOf = (name: string): string[] =>
  nantesCentres.filter((centre) => centre.name === name).map(({ id }) => id);

const advisor = (sub: string, name: string): DemoAccount => ({
  sub,
  name,
  role: 'EMPLOYMENT_ADVISOR',
  agency: 'france-travail',
  title: { fr: 'conseillère ou conseiller emploi', en: 'employment advisor' },
  may: {
    fr: 'prépare les étapes des personnes suivies, voit si la garde des enfants les couvre, réserve ce qui manque',
    en: 'plans the milestones of own job seekers, sees whether childcare covers them, books what lacks',
  },
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
    title: { fr: 'travailleuse sociale', en: 'caseworker' },
    may: {
      fr: 'ouvre et crée des dossiers, tient les prestations et les ressources, demande une garde, oriente',
      en: 'opens and registers families, changes benefits and resources, asks for care, refers to others',
    },
  },
  administrator: {
    sub: 'demo-administrator',
    name: 'Odile Guyader-Roy',
    role: 'CASEWORKER',
    agency: 'departement-44',
    title: { fr: 'travailleuse sociale et administratrice', en: 'caseworker and administrator' },
    may: {
      fr: 'tient l’annuaire du département, et tout ce que fait une travailleuse sociale',
      en: 'keeps the directory of the département’s professionals, and what a caseworker may',
    },
    admin: true,
  },
  advisor: demoAdvisors[0],
  coordinator: {
    sub: 'demo-coordinator',
    name: 'Anne-Lise Tremelo',
    role: 'CARE_COORDINATOR',
    agency: 'ville-de-nantes',
    title: { fr: 'coordinatrice de l’accueil', en: 'care coordinator' },
    may: {
      fr: 'réserve, déplace et annule, tient la liste d’attente, propose des places, fusionne des dossiers ; ne voit pas les prestations',
      en: 'books, moves and cancels care, keeps the waiting list, offers places, merges files; no benefits',
    },
  },
  'point-administrator': {
    sub: 'demo-point-administrator',
    name: 'Maëlle Cosquer-Vidal',
    role: 'CARE_COORDINATOR',
    agency: 'ville-de-nantes',
    title: { fr: 'coordinatrice et administratrice', en: 'care coordinator and administrator' },
    may: {
      fr: 'enregistre ce que la ville vote, tient l’annuaire du service, et tout ce que fait une coordinatrice',
      en: 'records what the city votes, keeps the directory of the service point, and what a coordinator may',
    },
    admin: true,
  },
  'centre-staff': {
    sub: 'demo-centre-staff',
    name: 'Jeanne Abgrall-Diop',
    role: 'CENTRE_STAFF',
    agency: 'ville-de-nantes',
    title: { fr: `équipe de ${demoCentreName}`, en: `staff of ${demoCentreName}` },
    may: {
      fr: 'lit le jour et la semaine de cette structure, note les présences, la ferme',
      en: 'reads the day and the week of that centre, notes who came, closes it',
    },
    centreIds: centreIdsOf(demoCentreName),
  },
  auditor: {
    sub: 'demo-auditor',
    name: 'Pascal Ouvrard-Diaz',
    role: 'AUDITOR',
    agency: 'ville-de-nantes',
    title: { fr: 'auditeur', en: 'auditor' },
    may: {
      fr: 'lit les chiffres de la démarche, qui a recherché des familles et qui a consulté leurs dossiers ; examine les accès d’urgence',
      en: 'reads the figures of the practice, who looked families up and who read their files; reviews emergency access',
    },
  },
  integrator: {
    sub: 'demo-integrator',
    name: 'Entrepôt de données de la ville',
    role: 'INTEGRATOR',
    agency: 'ville-de-nantes',
    title: { fr: 'un système', en: 'integrator, a system' },
    may: {
      fr: 'lit les structures, les quartiers et les chiffres de la démarche ; aucune famille',
      en: 'reads centres, districts and the figures of the practice; no family',
    },
    scope: 'impact-report:read',
  },
} as const satisfies Record<string, DemoAccount>;
