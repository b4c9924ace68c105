import type { Catalogue, Language } from '@relais/platform/messages.ts';
import { say } from '@relais/platform/messages.ts';
import { daysText, dayText, timeText } from '@relais/platform/time/time-texts.ts';
import { Temporal } from 'temporal-polyfill';
import { Facility } from '../centres/centre-kind.ts';
import type { MissKey } from './care-options.rules.ts';
import type { Told } from './option-facts.ts';
import type { ReasonKey } from './ranking.rules.ts';

type Key = ReasonKey | MissKey;

/** Why a section is an option, or what would make it one. */
const sentences: Catalogue<Key> = {
  fr: {
    WHOLE_TIME: 'Convient pour tout le temps demandé.',
    PART_OF_TIME: 'Convient de {from} à {to} seulement.',
    SHARE_OF_TIME: 'Convient pour {percent} % du temps demandé.',
    OPEN_WHOLE_TIME: 'Ouvert pendant tout ce temps.',
    OPEN_PART_OF_TIME: 'Ouvert pendant {percent} % de ce temps.',
    AGE_FITS: 'La section accueille les enfants de {minAgeMonths} à {maxAgeMonths} mois.',
    AGE_FITS_SHORTLY:
      'La section accueille les enfants de {minAgeMonths} à {maxAgeMonths} mois : l’enfant la quittera dans les six mois.',
    DISTANCE_WITHIN: 'À moins de {kilometres} km du domicile.',
    DISTANCE_BEYOND: 'À {kilometres} km du domicile ou plus.',
    DISTANCE_UNKNOWN: 'Distance inconnue : le domicile n’est pas situé sur la carte.',
    CENTRE_KNOWN: 'L’enfant connaît cet établissement.',
    CENTRE_NEW: 'L’enfant ne connaît pas encore cet établissement.',
    FACILITIES_NOT_NEEDED: 'Aucun équipement particulier n’est demandé.',
    FACILITIES_THERE: 'Tous les équipements nécessaires y sont.',
    CHOICE_RANKED: 'Choix n° {rank} de la famille.',
    CHOICE_OTHER: 'Ne figure pas parmi les choix de la famille.',
    CHOICE_NOT_GIVEN: 'La famille n’a pas classé d’établissement.',
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
    NOT_BORN: 'L’enfant n’est pas encore né.',
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
    WHOLE_TIME: 'Fits the whole time asked for.',
    PART_OF_TIME: 'Fits from {from} to {to} only.',
    SHARE_OF_TIME: 'Fits {percent} % of the time asked for.',
    OPEN_WHOLE_TIME: 'Open all the while.',
    OPEN_PART_OF_TIME: 'Open for {percent} % of that time.',
    AGE_FITS: 'The section takes children from {minAgeMonths} to {maxAgeMonths} months.',
    AGE_FITS_SHORTLY:
      'The section takes children from {minAgeMonths} to {maxAgeMonths} months: the child will leave it within six months.',
    DISTANCE_WITHIN: 'Less than {kilometres} km from home.',
    DISTANCE_BEYOND: '{kilometres} km from home or more.',
    DISTANCE_UNKNOWN: 'Distance unknown: the home is not located on the map.',
    CENTRE_KNOWN: 'The child knows this centre.',
    CENTRE_NEW: 'The child does not know this centre yet.',
    FACILITIES_NOT_NEEDED: 'No particular facility is needed.',
    FACILITIES_THERE: 'It has all the facilities needed.',
    CHOICE_RANKED: 'Choice number {rank} of the family.',
    CHOICE_OTHER: 'Not among the family’s choices.',
    CHOICE_NOT_GIVEN: 'The family has not ranked any centre.',
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
    NOT_BORN: 'The child is not born yet.',
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

const facilities: Catalogue<Facility> = {
  fr: {
    ACCESSIBLE: 'accès en fauteuil roulant',
    GARDEN: 'jardin',
    MEALS: 'repas',
    ATYPICAL_HOURS: 'horaires atypiques',
    EMERGENCY_PLACES: 'places d’urgence',
    BREASTFEEDING_ROOM: 'espace d’allaitement',
    SENSORY_ROOM: 'salle sensorielle',
  },
  en: {
    ACCESSIBLE: 'wheelchair access',
    GARDEN: 'garden',
    MEALS: 'meals',
    ATYPICAL_HOURS: 'atypical hours',
    EMERGENCY_PLACES: 'emergency places',
    BREASTFEEDING_ROOM: 'room for breastfeeding',
    SENSORY_ROOM: 'sensory room',
  },
};

const written: Readonly<Record<string, (value: string | number, language: Language) => string>> = {
  from: (instant) => timeText(new Date(instant)),
  to: (instant) => timeText(new Date(instant)),
  day: (day, language) => dayText(language, Temporal.PlainDate.from(String(day))),
  days: (days, language) => daysText(language, Number(days)),
  facilities: (codes, language) =>
    Object.values(Facility)
      .filter((code) => String(codes).split(' ').includes(code))
      .map((code) => say(facilities, language, code))
      .join(', '),
};

/** The sentence for a person who reads it: times of the city, days and names in their language. */
export const sentenceOf = ({ key, parameters = {} }: Told<Key>, language: Language): string => {
  const entries = Object.entries(parameters).map(
    ([name, value]) => [name, written[name]?.(value, language) ?? value] as const,
  );
  return say(sentences, language, key, Object.fromEntries(entries));
};
