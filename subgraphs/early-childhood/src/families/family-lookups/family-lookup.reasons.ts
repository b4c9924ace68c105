import type { Reasons } from '@relais/platform/graphql/reasons.ts';
import { MOST_LOOKUPS_PER_HOUR } from './family-lookup.rules.ts';

export const lookupReasons = {
  NAME_MISSING: { fr: 'Indiquez le nom de famille en entier.', en: 'Give the surname in full.' },
  BIRTH_DATE_NOT_PLAUSIBLE: {
    fr: 'Indiquez le jour de naissance, passé ou prévu, d’un enfant mineur.',
    en: 'Give the day on which a minor child was born or is expected.',
  },
  TOO_MANY_LOOKUPS: {
    fr: 'Vous avez fait beaucoup de recherches depuis une heure. Réessayez plus tard, ou demandez à la coordination.',
    en: 'You have made many lookups within the hour. Try again later, or ask the coordination.',
    meaning: `The asker was answered ${MOST_LOOKUPS_PER_HOUR} times within the hour; the auditor sees it.`,
  },
} satisfies Reasons;
