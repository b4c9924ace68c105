import type { Catalogue } from '@relais/platform/messages.ts';
import type { ChangedPart } from './changed-part.ts';

export const changedPartMessages: Catalogue<ChangedPart> = {
  fr: {
    FILE: 'le dossier',
    MEMBERS: 'les personnes',
    HOME: 'l’adresse',
    BOOKINGS: 'les réservations',
    PLACEMENTS: 'les contrats d’accueil',
    CARE_REQUESTS: 'les demandes d’accueil',
    OWN_ARRANGEMENTS: 'les solutions familiales',
    SHARED_RESIDENCE: 'la résidence alternée',
    CLOSING: 'la clôture',
    MILESTONES: 'les étapes',
    INCOME_SUPPORT: 'le RSA',
    FOLLOWERS: 'les personnes qui suivent le dossier',
    OBJECTIONS: 'les oppositions',
    BENEFITS: 'le dossier de protection sociale',
    JOB_SEARCH: 'la recherche d’emploi',
  },
  en: {
    FILE: 'the file',
    MEMBERS: 'its people',
    HOME: 'the address',
    BOOKINGS: 'bookings',
    PLACEMENTS: 'placements',
    CARE_REQUESTS: 'care requests',
    OWN_ARRANGEMENTS: 'own arrangements',
    SHARED_RESIDENCE: 'the shared residence',
    CLOSING: 'the closing',
    MILESTONES: 'milestones',
    INCOME_SUPPORT: 'income support',
    FOLLOWERS: 'who follows the file',
    OBJECTIONS: 'objections',
    BENEFITS: 'the file of social protection',
    JOB_SEARCH: 'the job search',
  },
};
