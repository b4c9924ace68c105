import type { Role } from '@relais/platform/auth/user.ts';
import type { Catalogue } from '@relais/platform/messages.ts';

/** What the page itself says; the editor in it speaks English. */
export const pageWords = {
  fr: {
    SUBTITLE: 'Une seule requête ouvre tout le dossier d’une famille',
    SESSION: 'Session',
    TOKEN: 'Jeton',
    TOKEN_HINT: 'd’un logiciel, à la place',
    ANSWERS_IN: 'Réponses en',
    NEEDS_JAVASCRIPT: 'Cette page a besoin de JavaScript.',
    OPENING: 'L’éditeur s’ouvre…',
    SIGN_IN: 'Se connecter',
    CHANGE_PERSON: 'Changer de personne',
    SIGN_OUT: 'Se déconnecter',
    SIGN_OUT_EVERYWHERE: 'Se déconnecter partout',
    SESSION_ENDED: 'Votre session est terminée ; ce que vous avez écrit est gardé.',
    NOT_CONFIRMED: 'Vous êtes déconnecté(e) ici. N’ont pas confirmé la fin de vos sessions : {names}.',
    SIGN_IN_ABOVE: 'Connectez-vous ci-dessus pour lire le schéma et envoyer des requêtes.',
    PASTE_TOKEN: 'Collez un jeton ci-dessus pour lire le schéma et envoyer des requêtes.',
    SIGN_IN_AS: 'Connectez-vous comme : {role}',
  },
  en: {
    SUBTITLE: 'One query opens a family’s whole file',
    SESSION: 'Session',
    TOKEN: 'Token',
    TOKEN_HINT: 'of a system, instead',
    ANSWERS_IN: 'Answers in',
    NEEDS_JAVASCRIPT: 'This page needs JavaScript.',
    OPENING: 'Opening the editor…',
    SIGN_IN: 'Sign in',
    CHANGE_PERSON: 'Change person',
    SIGN_OUT: 'Sign out',
    SIGN_OUT_EVERYWHERE: 'Sign out everywhere',
    SESSION_ENDED: 'Your session has ended; what you wrote is kept.',
    NOT_CONFIRMED: 'You are signed out here. These did not confirm that your sessions have ended: {names}.',
    SIGN_IN_ABOVE: 'Sign in above to read the schema and send queries.',
    PASTE_TOKEN: 'Paste a bearer token above to read the schema and send queries.',
    SIGN_IN_AS: 'Sign in as: {role}',
  },
} satisfies Catalogue<string>;

export const roleNames: Catalogue<Role> = {
  fr: {
    CASEWORKER: 'travail social',
    EMPLOYMENT_ADVISOR: 'conseil emploi',
    CARE_COORDINATOR: 'coordination de l’accueil',
    CENTRE_STAFF: 'équipe d’une structure',
    INTEGRATOR: 'logiciel',
    AUDITOR: 'audit',
  },
  en: {
    CASEWORKER: 'caseworker',
    EMPLOYMENT_ADVISOR: 'employment advisor',
    CARE_COORDINATOR: 'care coordinator',
    CENTRE_STAFF: 'centre staff',
    INTEGRATOR: 'system',
    AUDITOR: 'auditor',
  },
};
