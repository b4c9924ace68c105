import { idTaken, reasons, unknownOrStale } from '@relais/platform/graphql/reasons.ts';
import { negativeAmount } from '../entitlements/entitlement.reasons.ts';
import { familyReasons, readingReasons } from '../known-families/known-family.reasons.ts';

export const recordReasons = reasons(familyReasons, negativeAmount, idTaken, {
  YEAR_NOT_OVER: { fr: 'Cette année n’est pas terminée.', en: 'This year is not over.' },
  YEAR_TOO_LONG_AGO: {
    fr: 'Cette année est trop ancienne.',
    en: 'This year is too long ago.',
    meaning: 'The year lies before 2000.',
  },
  IMPOSSIBLE_CHILDREN: {
    fr: 'Le nombre d’enfants à charge ou d’enfants bénéficiaires de l’AEEH n’est pas possible.',
    en: 'The number of dependent children, or of those with the AEEH, is not possible.',
    meaning: 'Not 0 to 30 children, or more with AEEH than dependent.',
  },
});

export const chooseReasons = reasons(
  unknownOrStale('RESOURCES', { fr: 'une déclaration de ressources', en: 'statement of resources' }),
  readingReasons,
  {
    NOTHING_TO_CHOOSE: {
      fr: 'Cette déclaration compte déjà seule ou a été remplacée : pour la corriger, enregistrez les ressources de l’année.',
      en: 'This statement counts alone already or was replaced: to correct it, record the resources of the year.',
    },
  },
);
