import { correctionReasons } from '@relais/platform/corrections/correction.reasons.ts';
import { type Reasons, reasonMissing, reasons, unknownOrStale } from '@relais/platform/graphql/reasons.ts';
import { unknownSection } from '../../centres/centres/centre.reasons.ts';
import { unknownWeekday } from '../../centres/centres/weekly-hours.reasons.ts';
import { obstacles, stayLimits } from '../bookings/booking.reasons.ts';

/** What every step of a placement may be refused for. */
export const standingReasons = reasons(
  unknownOrStale('PLACEMENT', { fr: 'un contrat d’accueil', en: 'placement' }),
  {
    IS_SUSPENDED: {
      fr: 'Le contrat d’accueil est suspendu. Reprenez-le d’abord.',
      en: 'The placement is suspended. Resume it first.',
    },
    ALREADY_ENDED: { fr: 'Le contrat d’accueil est terminé.', en: 'The placement is over.' },
  },
);

const inThePast = { IN_THE_PAST: { fr: 'Ce jour est passé.', en: 'This day has passed.' } } satisfies Reasons;

const outsidePlacement = {
  OUTSIDE_PLACEMENT: {
    fr: 'Ce jour n’est pas dans le contrat d’accueil.',
    en: 'This day is not one of the placement.',
    meaning:
      'The day, or every day of some hours that were given, lies outside the placement, or outside its renewal.',
  },
} satisfies Reasons;

export const dayReasons = reasons(inThePast, outsidePlacement);

/** The days of anything that lasts. */
export const periodReversed = {
  PERIOD_ENDS_BEFORE_IT_STARTS: {
    fr: 'Le dernier jour précède le premier.',
    en: 'The last day comes before the first.',
  },
} satisfies Reasons;

const lines = reasons(unknownWeekday, {
  LINE_ENDS_BEFORE_IT_STARTS: {
    fr: 'Une plage de la semaine finit avant de commencer.',
    en: 'A stretch of the week ends before it starts.',
  },
  LINES_OVERLAP: {
    fr: 'Deux plages du même jour se chevauchent.',
    en: 'Two stretches of the same day overlap.',
  },
});

/** Why a week of hours cannot be, wherever it is. */
export const patternReasons = reasons(lines, stayLimits);

const patternEmpty = {
  PATTERN_EMPTY: {
    fr: 'Indiquez au moins un jour et ses heures.',
    en: 'Give at least one day and its hours.',
  },
} satisfies Reasons;

const lengths = {
  OVER_TWELVE_MONTHS: {
    fr: 'Un contrat d’accueil dure moins de douze mois ; il se renouvelle ensuite.',
    en: 'A placement lasts less than twelve months; it is renewed then.',
  },
  OVER_SIX_MONTHS: {
    fr: 'Un contrat d’insertion dure six mois au plus.',
    en: 'An insertion contract lasts six months at most.',
  },
} satisfies Reasons;

/** Why terms are no contract. */
export const termsReasons = reasons(patternReasons, patternEmpty, periodReversed, lengths);

const careRests = {
  CARE_RESTS: {
    fr: 'Ce jour-là, l’accueil est suspendu ou une absence est annoncée.',
    en: 'The placement is suspended on this day, or an absence was announced.',
  },
} satisfies Reasons;

/** Why a child cannot get used to a centre on the days that were given. */
export const familiarisationReasons = {
  FAMILIARISATION_TOO_LONG: {
    fr: 'La familiarisation dure quatre semaines au plus, commence au plus tôt quatre semaines avant les heures convenues et finit avant le dernier jour.',
    en: 'Familiarisation lasts four weeks at most, begins four weeks before the agreed hours at the earliest, and ends before the last day.',
  },
  FAMILIARISATION_OVER_AGREED_HOURS: {
    fr: 'Une journée de familiarisation n’est pas plus longue que la plus longue journée convenue.',
    en: 'A day of familiarisation is no longer than the longest day agreed.',
  },
} satisfies Reasons;

/** Why a stretch of a placement cannot be: no place, or hours that were asked for on a day without care. */
export const stayReasons = reasons(obstacles, outsidePlacement, careRests);

const renewedAlready = {
  RENEWED_ALREADY: {
    fr: 'Un autre contrat prend déjà la suite de celui-ci.',
    en: 'Another placement continues this one already.',
    meaning: 'Another placement continues it already: that one is to be ended or renewed.',
  },
} satisfies Reasons;

export const changePlacementReasons = reasons(
  standingReasons,
  dayReasons,
  lines,
  patternEmpty,
  unknownSection,
  obstacles,
  reasonMissing,
  {
    NOTHING_CHANGES: {
      fr: 'Indiquez d’autres heures ou une autre section.',
      en: 'Give other hours or another section.',
      meaning: 'Neither other hours nor another section were given than there are.',
    },
  },
);

/** Why the days of familiarisation to come cannot be others. */
export const changeFamiliarisationRules = reasons(familiarisationReasons, patternEmpty, outsidePlacement, {
  FAMILIARISATION_OVER: {
    fr: 'Les heures convenues ont commencé : il n’y a plus de familiarisation à changer. Changez les heures du contrat.',
    en: 'The agreed hours have begun: there is no familiarisation left to change. Change the hours of the placement.',
  },
});

const familiarisationCancelled = {
  FAMILIARISATION_CANCELLED: {
    fr: 'Ces jours sont déjà convenus, mais l’accueil de l’un d’eux a été annulé : il n’est pas réservé de nouveau. Retirez ce jour, puis ajoutez-le.',
    en: 'These days are agreed already, but care on one of them was cancelled: it is not booked again. Take that day out, then add it.',
  },
} satisfies Reasons;

export const changeFamiliarisationReasons = reasons(
  standingReasons,
  changeFamiliarisationRules,
  familiarisationCancelled,
  unknownSection,
  obstacles,
  careRests,
  reasonMissing,
);

export const endPlacementReasons = reasons(standingReasons, inThePast, renewedAlready, reasonMissing, {
  ENDS_BY_THEN: {
    fr: 'Le contrat d’accueil se termine déjà ce jour-là ou avant.',
    en: 'The placement ends on that day or earlier as it is.',
  },
});

export const suspendReasons = reasons(standingReasons, dayReasons, periodReversed, reasonMissing, {
  SUSPENDED_THEN_ALREADY: {
    fr: 'Le contrat d’accueil est déjà suspendu un de ces jours.',
    en: 'The placement is suspended on one of these days already.',
  },
});

export const absenceReasons = reasons(standingReasons, dayReasons, periodReversed, reasonMissing, {
  ABSENCE_TOO_LONG: {
    fr: 'Une absence de plus de 31 jours est une suspension du contrat.',
    en: 'An absence of more than 31 days is a suspension of the placement.',
  },
});

export const correctAbsenceReasons = reasons(standingReasons, correctionReasons, unknownSection, obstacles, {
  UNKNOWN_ABSENCE: {
    fr: 'Cette absence n’est pas annoncée pour ce contrat, ou ne l’est plus : relisez-le.',
    en: 'This absence is not announced for this placement, or no longer: read it again.',
  },
  ABSENCE_OVER: {
    fr: 'Cette absence est passée : elle reste telle qu’elle était.',
    en: 'This absence is over: it stays as it was.',
  },
  NOT_SHORTER: {
    fr: 'Le nouveau dernier jour est dans l’absence, avant l’ancien ; pour l’allonger, annoncez les autres jours.',
    en: 'The new last day is within the absence, before the old one; to make it longer, announce the other days.',
  },
});

export const resumeReasons = reasons(standingReasons, dayReasons, unknownSection, obstacles, {
  NOT_SUSPENDED: {
    fr: 'Aucune suspension ne va jusqu’à ce jour.',
    en: 'No suspension reaches to that day.',
  },
});

export const renewReasons = reasons(
  standingReasons,
  outsidePlacement,
  lines,
  patternEmpty,
  lengths,
  unknownSection,
  obstacles,
  renewedAlready,
  {
    PERIOD_ENDS_BEFORE_IT_STARTS: {
      ...periodReversed.PERIOD_ENDS_BEFORE_IT_STARTS,
      meaning: 'The last day is not after the end of the placement.',
    },
    INSERTION_CONTRACT_RENEWED_ONCE: {
      fr: 'Un contrat d’insertion ne se renouvelle qu’une fois.',
      en: 'An insertion contract is renewed once only.',
    },
  },
);

export const weekReasons = reasons(standingReasons, lines, unknownSection, stayReasons, {
  NOT_FLEXIBLE: {
    fr: 'Seul un accueil à horaires variables reçoit ses heures semaine par semaine.',
    en: 'Only flexible care is told its hours week by week.',
    meaning: 'The placement is not of flexible care: its hours are changed instead.',
  },
  NOT_A_MONDAY: { fr: 'Indiquez la semaine par son lundi.', en: 'Name the week by its Monday.' },
  WEEK_STARTED: {
    fr: 'Cette semaine a commencé : annoncez une absence ou réservez à la journée.',
    en: 'This week has begun: announce an absence, or book by the day.',
  },
  FAMILIARISATION_THEN: {
    fr: 'Cette semaine-là, la familiarisation n’est pas finie ou les heures convenues n’ont pas commencé : changez plutôt les jours de familiarisation.',
    en: 'In that week familiarisation is not over, or the agreed hours have not begun: change the days of familiarisation instead.',
  },
  MORE_HOURS_THAN_AGREED: {
    fr: 'Ces heures dépassent celles du contrat. Réservez le reste à part.',
    en: 'These are more hours than agreed. Book the rest apart.',
  },
});
