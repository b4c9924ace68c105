import type { Catalogue } from '@relais/platform/messages.ts';
import type { MissKey } from './care-options.rules.ts';

/** What would make a section an option. */
export const missSentences: Catalogue<MissKey> = {
  fr: {
    LONG_TERM_NOT_BEFORE: 'Un accueil régulier commence le {day} au plus tôt.',
    STARTS_BEFORE_NEXT_MONDAY: 'Un accueil régulier conviendrait le {day}.',
    CHILD_ALREADY_BOOKED: 'L’enfant a déjà une réservation à ce moment : il faudrait la déplacer.',
    CARE_KIND_NOT_OFFERED: 'Ne propose pas ce type d’accueil : un autre type conviendrait.',
    CLOSED_AT_THAT_TIME: 'Conviendrait entre {from} et {to}, ses heures d’ouverture ce jour-là.',
    CLOSED_ON_THAT_WEEKDAY: 'N’ouvre pas ce jour de la semaine.',
    OPEN_ON_ANOTHER_DAY: 'N’ouvre pas à ce moment : conviendrait aux mêmes heures le {day}.',
    CENTRE_CLOSED_THEN: 'Fermé ce jour-là.',
    CENTRE_CLOSED_UNTIL: 'Fermé à tous ces moments, jusqu’au {day}.',
    CENTRE_CLOSED: 'Fermé ce jour-là : conviendrait le {day}.',
    TOO_YOUNG_AS_EXPECTED:
      'Même né comme prévu, l’enfant n’aura pas encore l’âge de cette section ({minAgeMonths} mois, et dix semaines au moins)[ : l’accueil pourrait commencer le {day} au plus tôt].',
    CHILD_TOO_YOUNG:
      'L’enfant n’a pas l’âge de cette section ({minAgeMonths} mois, et dix semaines au moins)[ : l’accueil peut commencer le {day} au plus tôt].',
    CHILD_TOO_OLD: 'L’enfant a passé l’âge de cette section ({maxAgeMonths} mois).',
    FACILITY_MISSING: 'Conviendrait sans : {facilities}.',
    SECTION_FULL: 'Section complète de {from} à {to} : conviendrait à un autre moment.',
    CENTRE_FULL: 'Établissement complet de {from} à {to} : conviendrait à un autre moment.',
    CLOSED_IN_THAT_WEEK:
      'N’ouvre à aucun des moments de la semaine demandée : d’autres heures conviendraient.',
    SECTION_FULL_ON_DAYS:
      'Section complète de {from} à {to}, {days} de la période, dès le {day} : conviendrait à d’autres heures.',
    CENTRE_FULL_ON_DAYS:
      'Établissement complet de {from} à {to}, {days} de la période, dès le {day} : conviendrait à d’autres heures.',
    WEEK_FULL_FROM:
      'Les heures autorisées sont prises dès la semaine du {day} : conviendrait avec moins d’heures.',
    CENTRE_WEEK_FULL: 'Les heures autorisées de la semaine sont prises : conviendrait une autre semaine.',
  },
  en: {
    LONG_TERM_NOT_BEFORE: 'Long-term care starts on {day} at the earliest.',
    STARTS_BEFORE_NEXT_MONDAY: 'Long-term care would fit on {day}.',
    CHILD_ALREADY_BOOKED: 'The child is booked at that time already: that booking would have to move.',
    CARE_KIND_NOT_OFFERED: 'Does not offer this kind of care: another kind would fit.',
    CLOSED_AT_THAT_TIME: 'Would fit between {from} and {to}, its opening hours that day.',
    CLOSED_ON_THAT_WEEKDAY: 'Does not open on this weekday.',
    OPEN_ON_ANOTHER_DAY: 'Does not open then: would fit at the same hours on {day}.',
    CENTRE_CLOSED_THEN: 'Closed that day.',
    CENTRE_CLOSED_UNTIL: 'Closed at all of these times, until {day}.',
    CENTRE_CLOSED: 'Closed that day: would fit on {day}.',
    TOO_YOUNG_AS_EXPECTED:
      'Even if born as expected, the child will not have reached the age of this section ({minAgeMonths} months, and ten weeks at least)[: care could start on {day} at the earliest].',
    CHILD_TOO_YOUNG:
      'The child has not reached the age of this section ({minAgeMonths} months, and ten weeks at least)[: care can start on {day} at the earliest].',
    CHILD_TOO_OLD: 'The child has passed the age of this section ({maxAgeMonths} months).',
    FACILITY_MISSING: 'Would fit without: {facilities}.',
    SECTION_FULL: 'The section is full from {from} to {to}: would fit at another time.',
    CENTRE_FULL: 'The centre is full from {from} to {to}: would fit at another time.',
    CLOSED_IN_THAT_WEEK: 'Does not open at any moment of the week asked for: other hours would fit.',
    SECTION_FULL_ON_DAYS:
      'The section is full from {from} to {to} on {days} of the period, first on {day}: would fit at other hours.',
    CENTRE_FULL_ON_DAYS:
      'The centre is full from {from} to {to} on {days} of the period, first on {day}: would fit at other hours.',
    WEEK_FULL_FROM: 'The authorised hours are taken from the week of {day} on: would fit with fewer hours.',
    CENTRE_WEEK_FULL: 'The authorised hours of the week are taken: would fit in another week.',
  },
};
