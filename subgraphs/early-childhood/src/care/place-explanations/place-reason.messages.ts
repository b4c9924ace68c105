import type { Catalogue } from '@relais/platform/messages.ts';
import type { ReasonKey } from './place-reason.ts';

/** What each criterion says of a place. */
export const reasonSentences: Catalogue<ReasonKey> = {
  fr: {
    WHOLE_TIME: 'Convient pour tout le temps demandé.',
    PART_OF_TIME: 'Convient de {from} à {to} seulement.',
    SHARE_OF_TIME: 'Convient pour {percent} % du temps demandé.',
    OPEN_WHOLE_TIME: 'Ouvert pendant tout ce temps.',
    OPEN_PART_OF_TIME: 'Ouvert pendant {percent} % de ce temps.',
    AGE_FITS: 'La section accueille les enfants de {minAgeMonths} à {maxAgeMonths} mois.',
    AGE_FITS_SHORTLY:
      'La section accueille les enfants de {minAgeMonths} à {maxAgeMonths} mois : l’enfant la quittera dans les six mois.',
    AGE_FITS_AS_EXPECTED:
      'La section accueille les enfants de {minAgeMonths} à {maxAgeMonths} mois : l’enfant en aura l’âge s’il naît comme prévu.',
    DISTANCE_WITHIN: 'À moins de {kilometres} km du domicile.',
    DISTANCE_BEYOND: 'À {kilometres} km du domicile ou plus.',
    DISTANCE_UNKNOWN: 'Distance inconnue : le domicile n’est pas situé sur la carte.',
    DISTANCE_NOT_TOLD: 'Distance au domicile non communiquée.',
    CENTRE_KNOWN: 'L’enfant connaît cet établissement.',
    CENTRE_NEW: 'L’enfant ne connaît pas encore cet établissement.',
    FACILITIES_NOT_NEEDED: 'Aucun équipement particulier n’est demandé.',
    FACILITIES_THERE: 'Tous les équipements nécessaires y sont.',
    CHOICE_RANKED: 'Choix n° {rank} de la famille.',
    CHOICE_OTHER: 'Ne figure pas parmi les choix de la famille.',
    CHOICE_NOT_GIVEN: 'La famille n’a pas classé d’établissement.',
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
    AGE_FITS_AS_EXPECTED:
      'The section takes children from {minAgeMonths} to {maxAgeMonths} months: the child will be of that age if born as expected.',
    DISTANCE_WITHIN: 'Less than {kilometres} km from home.',
    DISTANCE_BEYOND: '{kilometres} km from home or more.',
    DISTANCE_UNKNOWN: 'Distance unknown: the home is not located on the map.',
    DISTANCE_NOT_TOLD: 'Distance from home not told.',
    CENTRE_KNOWN: 'The child knows this centre.',
    CENTRE_NEW: 'The child does not know this centre yet.',
    FACILITIES_NOT_NEEDED: 'No particular facility is needed.',
    FACILITIES_THERE: 'It has all the facilities needed.',
    CHOICE_RANKED: 'Choice number {rank} of the family.',
    CHOICE_OTHER: 'Not among the family’s choices.',
    CHOICE_NOT_GIVEN: 'The family has not ranked any centre.',
  },
};
