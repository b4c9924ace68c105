import { reasons } from '@relais/platform/graphql/reasons.ts';

export const schoolTermsReasons = reasons({
  TERMS_MISSING: { fr: 'Indiquez au moins une période de classe.', en: 'Give at least one term.' },
  TERM_ENDS_BEFORE_IT_STARTS: {
    fr: 'Une période de classe finit avant de commencer.',
    en: 'A term ends before it starts.',
  },
  TERMS_OVERLAP: {
    fr: 'Deux périodes de classe se chevauchent, ou ne se suivent pas dans l’ordre.',
    en: 'Two terms overlap, or are not in order.',
  },
  KNOWN_ALREADY: {
    fr: 'Le calendrier est connu jusqu’au {day} : indiquez la suite, sans ce qui précède.',
    en: 'The calendar is known until {day}: give what follows, without what comes before.',
    meaning: 'The calendar is known beyond the start of the first term: what is known is not loaded again.',
  },
  STARTS_IN_THE_PAST: {
    fr: 'Indiquez les jours de classe à partir de demain : ce qui était connu des jours passés reste.',
    en: 'Give the school days from tomorrow on: what was known of past days stays.',
  },
  TOO_FAR_AHEAD: {
    fr: 'Un calendrier scolaire est publié trois ans à l’avance au plus.',
    en: 'A school calendar is published three years ahead at most.',
  },
});
