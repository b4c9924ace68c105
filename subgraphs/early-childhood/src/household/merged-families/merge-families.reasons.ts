import { type Reasons, reasons } from '@relais/platform/graphql/reasons.ts';

/** What is wrong with a pair of adults or children. */
export const pairReasons = {
  UNKNOWN_PAIR: {
    fr: 'Une personne indiquée deux fois n’est pas dans l’un et l’autre dossier.',
    en: 'Somebody named as the same person is not in the one file and in the other.',
    meaning: 'A pair does not keep a member of the survivor and drop one of the duplicate.',
  },
  NAMED_TWICE: {
    fr: 'Une même personne est indiquée dans deux paires.',
    en: 'The same person is named in two pairs.',
  },
} satisfies Reasons;

export const mergeReasons = reasons(pairReasons, {
  SAME_FAMILY: {
    fr: 'C’est le même dossier : choisissez le doublon.',
    en: 'This is the same file: choose the duplicate.',
  },
  UNKNOWN_FAMILY: {
    fr: 'L’un des deux dossiers n’est pas connu du relais.',
    en: 'The service point does not know one of the two files.',
  },
  MERGED_INTO_ANOTHER: {
    fr: 'Ce doublon est déjà réuni avec un autre dossier.',
    en: 'This duplicate is merged into another file already.',
  },
  SURVIVOR_IS_MERGED: {
    fr: 'Le dossier à garder est lui-même réuni avec un autre : prenez celui-là.',
    en: 'The file to keep is merged into another itself: take that one.',
  },
  STALE_VERSION: {
    fr: 'L’un des deux dossiers a changé entre-temps. Relisez-les.',
    en: 'One of the two files has changed in the meantime. Read them again.',
  },
  BOOKINGS_OVERLAP: {
    fr: 'Cet enfant a, dans les deux dossiers, des réservations en même temps : annulez-en une.',
    en: 'This child has bookings at the same time in both files: cancel one.',
  },
  SHARED_BETWEEN_THEM: {
    fr: 'Un enfant vit en alternance dans ces deux familles : ce sont deux foyers.',
    en: 'A child lives by turns with these two families: they are two households.',
  },
  RESIDENCES_DIFFER: {
    fr: 'La résidence alternée d’un enfant n’est pas la même dans les deux dossiers.',
    en: 'The shared residence of a child is not the same in both files.',
    meaning:
      'A child who is in both files lives by turns with two other families, its calendars overlap, or a rule is said twice.',
  },
});
