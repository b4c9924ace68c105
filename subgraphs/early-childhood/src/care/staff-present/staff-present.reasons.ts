import { type Reasons, reasons, unknownOrStale } from '@relais/platform/graphql/reasons.ts';
import { unknownCentre } from '../../centres/centres/centre.reasons.ts';

const past = {
  IN_THE_PAST: { fr: 'Ce jour est passé.', en: 'This day has passed.' },
} satisfies Reasons;

export const staffReasons = reasons(unknownCentre, past, {
  NOT_ON_THE_HALF_HOUR: {
    fr: 'La présence du personnel se note par demi-heures, sur un même jour.',
    en: 'Staff present is noted by half-hours, within one day.',
    meaning: 'A time is not on the half-hour, the end is not after the start, or is of another day.',
  },
  TOO_FAR_AHEAD: {
    fr: 'La présence du personnel se prévoit un mois à l’avance au plus.',
    en: 'Staff present is planned a month ahead at most.',
  },
  NUMBER_NOT_POSSIBLE: {
    fr: 'Indiquez un nombre d’adultes de 0 à 200.',
    en: 'Give a number of adults from 0 to 200.',
  },
});

export const ratioReasons = reasons(unknownCentre, past, {
  NO_CHOICE: {
    fr: 'Cet établissement ne choisit pas son taux d’encadrement : la loi le fixe.',
    en: 'This centre chooses no ratio: the law sets it.',
    meaning: 'A kindergarten has that of R2324-47-4, a family crèche none.',
  },
});

export const walkingReasons = reasons(unknownOrStale('CHILD', { fr: 'un enfant', en: 'child' }), {
  IN_THE_FUTURE: {
    fr: 'Notez que l’enfant marche quand il marche.',
    en: 'Note that the child walks once it does.',
  },
});
