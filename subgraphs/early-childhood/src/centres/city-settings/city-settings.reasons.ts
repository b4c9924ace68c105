import { type Reasons, reasonMissing, reasons, stale } from '@relais/platform/graphql/reasons.ts';

const staleSettings = stale({ fr: 'un règlement', en: 'set of rules' });

export const citySettingsReasons = reasons(staleSettings, reasonMissing, {
  IN_THE_PAST: { fr: 'Ce jour est passé.', en: 'This day has passed.' },
  TOO_FAR_AHEAD: {
    fr: 'Une décision vaut à partir d’un jour dans les deux ans.',
    en: 'A decision holds from a day within two years.',
  },
  LATER_CHANGE_DECIDED: {
    fr: 'Un changement est déjà décidé pour le {day} : changez à partir de ce jour ou plus tard, ou annulez-le d’abord.',
    en: 'A change is decided for {day} already: change from that day or later, or take it back first.',
    meaning:
      'A change from a later day is decided already, which this one would undo without a word (`withdrawCitySettings` takes it back).',
  },
  WEIGHTS_NOT_100: {
    fr: 'Les poids des critères font 100 ensemble, et aucun n’est négatif.',
    en: 'The weights of the criteria are 100 together, and none is negative.',
  },
  BANDS_NOT_IN_ORDER: {
    fr: 'Les seuils d’un critère vont du plus fort au plus faible, en dixièmes de 0,1 à 1, chacun plus large que le précédent ; dix au plus.',
    en: 'The bands of a criterion go from the strongest to the weakest, in tenths from 0.1 to 1, each wider than the one before; ten at most.',
  },
  NOTICE_OUT_OF_RANGE: {
    fr: 'Le délai d’urgence va de 0 à 168 heures.',
    en: 'The notice of emergencies goes from 0 to 168 hours.',
  },
} satisfies Reasons);

export const withdrawSettingsReasons = reasons(staleSettings, reasonMissing, {
  NOTHING_TO_WITHDRAW: {
    fr: 'La ville n’a rien décidé : il n’y a rien à annuler.',
    en: 'The city has decided nothing: there is nothing to take back.',
  },
  BEGUN_ALREADY: {
    fr: 'La dernière décision vaut depuis le {day} : décidez autrement à partir d’un autre jour.',
    en: 'The last decision holds since {day}: decide otherwise from another day.',
    meaning:
      'The last decision holds already; what was judged by it keeps it. Another is decided from a later day.',
  },
} satisfies Reasons);
