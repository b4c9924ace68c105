import type { Catalogue } from '@relais/platform/messages.ts';
import type { CareStepKind } from './care-step-kind.ts';

/** What each step says; `{child}` is the first name, `{when}` a moment, `{until}` an hour, `{place}` section and centre. */
export const stepSentences: Catalogue<CareStepKind> = {
  fr: {
    FAMILY_REGISTERED: 'Famille inscrite au relais.',
    ADULT_ADDED: 'Un adulte a rejoint la famille.',
    CHILD_ADDED: 'Enfant inscrit : {child}.',
    ADDRESS_CHANGED: 'Nouvelle adresse notée.',
    HOUSEHOLD_CHANGED: 'Composition ou nom de la famille modifiés.',
    ADULT_CORRECTED: 'Fiche d’un adulte corrigée.',
    CHILD_CORRECTED: 'Fiche corrigée : {child}.',
    CHILD_BORN: 'Naissance notée : {child}.',
    ADULT_LEFT: 'Un adulte a quitté la famille.',
    ADULT_BACK: 'Départ d’un adulte annulé.',
    CHILD_LEFT: '{child} a quitté la famille.',
    CHILD_BACK: 'Départ annulé : {child}.',
    RESIDENCE_SHARED: 'Résidence alternée notée pour {child}.',
    ARRANGEMENT_RECORDED: 'Solution familiale notée pour {child}.',
    CARE_BOOKED: 'Accueil réservé pour {child} le {when}, jusqu’à {until} : {place}.',
    BOOKING_MOVED: 'Accueil de {child} déplacé : désormais le {when}, jusqu’à {until} : {place}.',
    BOOKING_CANCELLED: 'Accueil de {child} annulé, prévu le {when} : {reason}.',
    CHILD_ABSENT: '{child} n’est pas venu à l’accueil du {when}.',
  },
  en: {
    FAMILY_REGISTERED: 'Family registered at the service point.',
    ADULT_ADDED: 'An adult joined the family.',
    CHILD_ADDED: 'Child registered: {child}.',
    ADDRESS_CHANGED: 'New address noted.',
    HOUSEHOLD_CHANGED: 'Household or name of the family changed.',
    ADULT_CORRECTED: 'Details of an adult corrected.',
    CHILD_CORRECTED: 'Details corrected: {child}.',
    CHILD_BORN: 'Birth noted: {child}.',
    ADULT_LEFT: 'An adult left the family.',
    ADULT_BACK: 'Departure of an adult taken back.',
    CHILD_LEFT: '{child} left the family.',
    CHILD_BACK: 'Departure taken back: {child}.',
    RESIDENCE_SHARED: 'Shared residence noted for {child}.',
    ARRANGEMENT_RECORDED: 'Own arrangement noted for {child}.',
    CARE_BOOKED: 'Care booked for {child} on {when}, until {until}: {place}.',
    BOOKING_MOVED: 'Care of {child} moved: now on {when}, until {until}: {place}.',
    BOOKING_CANCELLED: 'Care of {child} cancelled, planned on {when}: {reason}.',
    CHILD_ABSENT: '{child} did not come to the care of {when}.',
  },
};

/** How a child without a first name yet is called. */
export const unnamedChild: Catalogue<'CHILD_TO_COME'> = {
  fr: { CHILD_TO_COME: 'l’enfant à naître' },
  en: { CHILD_TO_COME: 'the child to come' },
};
