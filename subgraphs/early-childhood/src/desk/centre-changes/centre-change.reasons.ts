import {
  idTaken,
  type Reasons,
  reasonMissing,
  reasons,
  stale,
  unknownOrStale,
} from '@relais/platform/graphql/reasons.ts';
import { unknownDistrict } from '../../centres/districts/district.reasons.ts';

const centre = { fr: 'un établissement', en: 'centre' };

/** Why a centre cannot be what it is said to be. */
export const centreTermsReasons = {
  NAME_MISSING: {
    fr: 'Donnez un nom à l’établissement et à chaque section.',
    en: 'Give the centre and each section a name.',
  },
  PLACES_OUT_OF_RANGE: {
    fr: 'Les places vont de 1 à 500 ; une section n’en a pas plus que l’établissement.',
    en: 'Places go from 1 to 500; a section has no more than its centre.',
  },
  MICRO_CRECHE_TOO_LARGE: {
    fr: 'Une micro-crèche a douze places au plus.',
    en: 'A micro-crèche has twelve places at most.',
    meaning: 'A micro-crèche has twelve places at most (code de la santé publique R2324-46).',
  },
  HOURS_NOT_POSSIBLE: {
    fr: 'Ces heures ne vont pas : à la demi-heure ou comme aujourd’hui, du lundi (1) au dimanche (7), sans se chevaucher, et au moins une plage d’ouverture.',
    en: 'These hours are not possible: on the half-hour or as they are now, Monday (1) to Sunday (7), without overlap, and at least one line when it is open.',
  },
  HOURLY_PLACES_NOT_FEWER: {
    fr: 'Les places de certaines heures sont moins nombreuses que les places autorisées.',
    en: 'The places of certain hours are fewer than the authorised places.',
  },
  EMERGENCY_PLACES_NOT_POSSIBLE: {
    fr: 'Les places gardées pour les urgences vont de 1 aux places de la section, à la demi-heure, sans se chevaucher ; toutes ensemble, elles ne dépassent pas les places autorisées à ces heures.',
    en: 'The places kept for emergencies go from 1 to those of the section, on the half-hour, without overlap; all together they are no more than are authorised in those hours.',
  },
  CARE_KIND_MISSING: {
    fr: 'Indiquez au moins un type d’accueil.',
    en: 'Name at least one kind of care.',
  },
  SECTION_MISSING: {
    fr: 'Indiquez au moins une section.',
    en: 'Name at least one section.',
  },
  SECTION_TWICE: {
    fr: 'La même section est indiquée deux fois.',
    en: 'The same section is named twice.',
  },
  AGES_NOT_POSSIBLE: {
    fr: 'Les âges d’une section vont de 0 à 72 mois, le premier avant le second ; son personnel se compte à partir de 0.',
    en: 'The ages of a section go from 0 to 72 months, the first before the second; its staff is counted from 0.',
  },
  UNKNOWN_SECTION: {
    fr: 'Une de ces sections n’est pas de cet établissement.',
    en: 'One of these sections is not of this centre.',
  },
  SIRET_NOT_VALID: {
    fr: 'Ce numéro SIRET n’est pas valable : vérifiez ses quatorze chiffres.',
    en: 'This SIRET is not valid: check its fourteen digits.',
  },
  FINESS_NOT_VALID: {
    fr: 'Un numéro FINESS a neuf signes, par exemple 440012345.',
    en: 'A FINESS number has nine signs, for example 440012345.',
  },
} satisfies Reasons;

const takenElsewhere = {
  EXTERNAL_ID_TAKEN: {
    fr: 'Un autre établissement a déjà ce numéro SIRET, FINESS ou cet identifiant de la ville.',
    en: 'Another centre has this SIRET, FINESS or id of the city already.',
  },
} satisfies Reasons;

const past = {
  IN_THE_PAST: { fr: 'Ce jour est passé.', en: 'This day has passed.' },
} satisfies Reasons;

/** Broken constraints that mean what a rule would say, had it seen the other request. */
export const refusalsOfIds = {
  centre_siret_is_unique: 'EXTERNAL_ID_TAKEN',
  centre_finess_is_unique: 'EXTERNAL_ID_TAKEN',
  centre_city_id_is_unique: 'EXTERNAL_ID_TAKEN',
} as const;

/** Why a centre cannot be where it is said to be. */
export const outsideDistricts = reasons(unknownDistrict, {
  OUTSIDE_DISTRICTS: {
    fr: 'Ce point n’est dans aucun quartier : indiquez le quartier.',
    en: 'This point lies in no district: name the district.',
  },
});

export const openCentreReasons = reasons(centreTermsReasons, takenElsewhere, past, idTaken, outsideDistricts);

const stillBooked = (question: Omit<Reasons['x'], 'meaning'> & { readonly meaning: string }) =>
  ({ STILL_BOOKED: question }) satisfies Reasons;

export const changeCentreReasons = reasons(
  unknownOrStale('CENTRE', centre),
  centreTermsReasons,
  takenElsewhere,
  past,
  outsideDistricts,
  {
    LATER_CHANGE_DECIDED: {
      fr: 'Un changement est déjà décidé pour le {day} : changez à partir de ce jour ou plus tard.',
      en: 'A change is decided for {day} already: change from that day or later.',
      meaning:
        'A change from a later day is decided already: what is to change from before would not be known then.',
    },
    CLOSED_THEN: {
      fr: 'L’établissement n’est pas ouvert ce jour-là.',
      en: 'The centre is not open on that day.',
      meaning: 'The centre is closed for good from that day, or from before.',
    },
  },
  stillBooked({
    fr: '{count} réservations n’y trouveraient plus leur place : déplacez-les ou annulez-les d’abord.',
    en: '{count} bookings would have no place in it any more: move or cancel them first.',
    meaning: 'Bookings would have no place any more (`bookingsInTheWay`): they are moved or cancelled first.',
  }),
);

export const closeForGoodReasons = reasons(
  { UNKNOWN_CENTRE: unknownOrStale('CENTRE', centre).UNKNOWN_CENTRE },
  stale(centre),
  past,
  reasonMissing,
  {
    ALREADY_CLOSED_FOR_GOOD: {
      fr: 'La fermeture définitive de cet établissement est déjà décidée.',
      en: 'It is decided already that this centre closes for good.',
    },
    STILL_BOOKED: {
      fr: '{count} réservations suivent ce jour : elles seraient annulées. Fermer tout de même ?',
      en: '{count} bookings follow that day: they would be cancelled. Close all the same?',
      meaning: 'Bookings follow that day (`bookingsInTheWay`): they would be given back.',
      isQuestion: true,
    },
  },
);
