import { type Reasons, reasons, stale } from '@relais/platform/graphql/reasons.ts';
import { unknownWeekday } from '../../centres/centres/weekly-hours.reasons.ts';
import { unknownChild } from '../../families/families/child.reasons.ts';
import { unknownFamily } from '../../families/families/family.reasons.ts';

const staleResidence = stale({ fr: 'une résidence alternée', en: 'shared residence' });

const notShared = {
  NOT_SHARED: {
    fr: 'Cet enfant n’est pas en résidence alternée.',
    en: 'This child does not live by turns with two families.',
  },
} satisfies Reasons;

const ofAnotherFamily = {
  PERIOD_OF_ANOTHER_FAMILY: {
    fr: 'Une famille indiquée n’est aucune des deux.',
    en: 'A family that is named is neither of the two.',
    meaning: 'A period of the calendar, or the rule, names neither of the two families.',
  },
} satisfies Reasons;

const badPeriods = reasons(ofAnotherFamily, {
  ENDS_BEFORE_IT_STARTS: {
    fr: 'La fin précède le début.',
    en: 'The end comes before the start.',
    meaning:
      'The end of a period does not follow its start, or the last day of a rule comes before its first handing over.',
  },
  PERIODS_OVERLAP: {
    fr: 'Deux périodes du calendrier se chevauchent.',
    en: 'Two periods of the calendar overlap.',
  },
});

const badRule = {
  RULE_OR_CALENDAR: {
    fr: 'Indiquez soit une règle, soit un calendrier.',
    en: 'Say either a rule or a calendar.',
  },
  RULE_HOLDS: {
    fr: 'Une règle est déjà notée : ajoutez une exception, ou dites une nouvelle règle.',
    en: 'A rule is written down already: add an exception, or say another rule.',
    meaning: 'A calendar was sent while a rule holds, which would write over it.',
  },
  HALVES_MISSING: {
    fr: 'Dites qui a quelle moitié des vacances les années paires et impaires.',
    en: 'Say who has which half of the holidays in even and in odd years.',
  },
  HALVES_NOT_FOR_THIS: {
    fr: 'Les moitiés de vacances ne valent que si les vacances se partagent par moitiés.',
    en: 'Halves go with holidays that are shared by halves only.',
  },
} satisfies Reasons;

export const shareReasons = reasons(
  unknownChild,
  unknownFamily,
  staleResidence,
  badPeriods,
  unknownWeekday,
  badRule,
  {
    SAME_FAMILY: {
      fr: 'L’enfant est déjà inscrit dans cette famille.',
      en: 'The child is registered with this family already.',
    },
    SHARED_WITH_ANOTHER_FAMILY: {
      fr: 'L’enfant est déjà en résidence alternée avec une autre famille.',
      en: 'The child already lives by turns with another family.',
      meaning: 'The child already lives by turns with a third family.',
    },
  },
);

export const exceptionReasons = reasons(unknownChild, notShared, staleResidence, badPeriods, {
  NO_RULE: {
    fr: 'Aucune règle n’est notée : il n’y a pas d’exception à faire.',
    en: 'No rule is written down: there is nothing to except from.',
    meaning:
      'No rule is written down, or a calendar without a rule tells of that time: say another calendar.',
  },
  BEFORE_THE_RULE: {
    fr: 'Cette exception commence avant la règle.',
    en: 'This exception begins before the rule does.',
  },
  UNKNOWN_EXCEPTION: {
    fr: 'Une exception à retirer n’existe pas, ou plus.',
    en: 'An exception to take back does not exist, or no longer.',
  },
  TOO_MANY_EXCEPTIONS: {
    fr: 'Plus de 100 exceptions : dites plutôt une nouvelle règle.',
    en: 'More than 100 exceptions: rather say another rule.',
  },
});

export const endReasons = reasons(unknownChild, notShared, staleResidence, ofAnotherFamily);
