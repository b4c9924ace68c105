import type { Reasons } from '../graphql/reasons.ts';

/** What every change that names a colleague may be refused for. */
export const colleagueReasons = {
  UNKNOWN_PROFESSIONAL: {
    fr: 'Cette personne n’est pas dans l’annuaire. Cherchez-la par son nom, ou demandez à son administrateur de l’y inscrire.',
    en: 'This person is not in the directory. Search by name, or ask the administrator of their agency to record them.',
  },
  DEPARTED_PROFESSIONAL: {
    fr: 'Cette personne a quitté son poste. Choisissez un de ses collègues.',
    en: 'This person has left their post. Choose one of their colleagues.',
  },
} satisfies Reasons;
