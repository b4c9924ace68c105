import type { StepKind } from '@relais/platform/graphql/step-kinds.ts';

/** What is done with a file and those who live together. */
export const householdStepKinds = {
  FAMILY_REGISTERED: {
    meaning: 'The family was registered.',
    fr: 'Famille inscrite au relais.',
    en: 'Family registered at the service point.',
  },
  REGISTRATION_ASKED: {
    meaning: 'Care that the family asked for when an advisor asked for it to be registered.',
    fr: 'Besoin dit lors de la demande d’inscription : {reason}.',
    en: 'Care asked for with the request to register: {reason}.',
  },
  ADULT_ADDED: {
    meaning: 'An adult joined the family.',
    fr: 'Un adulte a rejoint la famille.',
    en: 'An adult joined the family.',
  },
  CHILD_ADDED: {
    meaning: 'A child joined the family.',
    fr: 'Enfant inscrit : {child}.',
    en: 'Child registered: {child}.',
  },
  ADDRESS_CHANGED: {
    meaning: 'The family moved.',
    fr: 'Nouvelle adresse notée.',
    en: 'New address noted.',
  },
  ADDRESS_CORRECTED: {
    meaning: 'The address that a family has was put right.',
    fr: 'Adresse corrigée.',
    en: 'Address corrected.',
  },
  ADDRESS_PROTECTED: {
    meaning: 'The address was protected: from then on only the support team reads it.',
    fr: 'Adresse protégée : seule l’équipe de suivi la lit désormais.',
    en: 'Address protected: from now on only the support team reads it.',
  },
  ADDRESS_PROTECTION_ENDED: {
    meaning: 'A protection of the address ended.',
    fr: 'Fin de la protection de l’adresse.',
    en: 'Protection of the address ended.',
  },
  HOUSEHOLD_CHANGED: {
    meaning: 'Who brings the children up, or the name in lists, changed.',
    fr: 'Composition ou nom de la famille modifiés.',
    en: 'Household or name of the family changed.',
  },
  FAMILY_SPLIT: {
    meaning: 'A part of the household has a file of its own from then on.',
    fr: 'Dossier séparé en deux : une partie du foyer a désormais le sien.',
    en: 'File split in two: a part of the household has its own from now on.',
  },
  FAMILY_SPLIT_OFF: {
    meaning: 'The file was opened for a part of a household that had another.',
    fr: 'Dossier ouvert par séparation d’un autre.',
    en: 'File opened by splitting another.',
  },
  FAMILY_CLOSED: {
    meaning: 'The file was closed: what was to come ended.',
    fr: 'Dossier clos.',
    en: 'File closed.',
  },
  FAMILY_REOPENED: {
    meaning: 'A closed file was opened again.',
    fr: 'Dossier rouvert.',
    en: 'File opened again.',
  },
  ADULT_CORRECTED: {
    meaning: 'What is known of an adult was corrected.',
    fr: 'Fiche d’un adulte corrigée.',
    en: 'Details of an adult corrected.',
  },
  CHILD_CORRECTED: {
    meaning: 'What is known of a child was corrected.',
    fr: 'Fiche corrigée : {child}.',
    en: 'Details corrected: {child}.',
  },
  CHILD_BORN: {
    meaning: 'A child who was expected was born.',
    fr: 'Naissance notée : {child}.',
    en: 'Birth noted: {child}.',
  },
  ADULT_LEFT: {
    meaning: 'An adult left the family.',
    fr: 'Un adulte a quitté la famille.',
    en: 'An adult left the family.',
  },
  ADULT_BACK: {
    meaning: 'The departure of an adult was taken back.',
    fr: 'Départ d’un adulte annulé.',
    en: 'Departure of an adult taken back.',
  },
  CHILD_LEFT: {
    meaning: 'A child left the family.',
    fr: '{child} a quitté la famille.',
    en: '{child} left the family.',
  },
  CHILD_BACK: {
    meaning: 'The departure of a child was taken back.',
    fr: 'Départ annulé : {child}.',
    en: 'Departure taken back: {child}.',
  },
  FAMILIES_MERGED: {
    meaning: 'Another file of the family was merged into this one.',
    fr: 'Dossier {reference} réuni avec celui-ci.',
    en: 'File {reference} merged into this one.',
  },
  MERGE_UNDONE: {
    meaning: 'A merge of this file with another was undone: they are two again.',
    fr: 'Réunion avec le dossier {reference} annulée : {reason}.',
    en: 'Merge with file {reference} undone: {reason}.',
  },
  RESIDENCE_SHARED: {
    meaning: 'A child lives by turns with a second family, or its calendar changed.',
    fr: 'Résidence alternée notée pour {child}.',
    en: 'Shared residence noted for {child}.',
  },
  RESIDENCE_ENDED: {
    meaning: 'A child lives, or will live, with one of its two families only.',
    fr: 'Fin de la résidence alternée notée pour {child}.',
    en: 'End of shared residence noted for {child}.',
  },
} as const satisfies Record<string, StepKind>;
