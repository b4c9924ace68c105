import type { StepKind } from '@relais/platform/graphql/step-kinds.ts';

/** What closing a centre does to the care of a family; `{opens}` and `{closes}` are hours. */
export const closureStepKinds = {
  CENTRE_CLOSED: {
    meaning: 'A centre closes on days on which the child was expected.',
    fr: 'Accueil de {child} annulé du {from} au {to}, l’établissement est fermé : {reason}.',
    en: 'Care of {child} cancelled from {from} to {to}, the centre is closed: {reason}.',
  },
  CENTRE_CLOSED_IN_PART: {
    meaning: 'A centre opens later or closes earlier on days on which the child was expected.',
    fr: 'Accueil de {child} réduit du {from} au {to}[, l’établissement ouvre à {opens}][, l’établissement ferme à {closes}] : {reason}.',
    en: 'Care of {child} shortened from {from} to {to}[, the centre opens at {opens}][, the centre closes at {closes}]: {reason}.',
  },
  CENTRE_OPENED_AGAIN: {
    meaning: 'A closure is withdrawn, and days of weekly care were booked again.',
    fr: 'Fermeture annulée : accueil de {child} à nouveau réservé du {from} au {to}.',
    en: 'Closure withdrawn: care of {child} booked again from {from} to {to}.',
  },
} satisfies Record<string, StepKind>;
