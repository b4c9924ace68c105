import type { Catalogue } from '@relais/platform/messages.ts';
import type { MergeFamiliesRefusalReason } from './merge-families.ts';

export const mergeMessages: Catalogue<MergeFamiliesRefusalReason> = {
  fr: {
    SAME_FAMILY: 'C’est le même dossier : choisissez le doublon.',
    UNKNOWN_FAMILY: 'L’un des deux dossiers n’est pas connu du relais.',
    MERGED_INTO_ANOTHER: 'Ce doublon est déjà réuni avec un autre dossier.',
    SURVIVOR_IS_MERGED: 'Le dossier à garder est lui-même réuni avec un autre : prenez celui-là.',
    STALE_VERSION: 'L’un des deux dossiers a changé entre-temps. Relisez-les.',
    UNKNOWN_PAIR: 'Une personne indiquée deux fois n’est pas dans l’un et l’autre dossier.',
    NAMED_TWICE: 'Une même personne est indiquée dans deux paires.',
    BOOKINGS_OVERLAP:
      'Cet enfant a, dans les deux dossiers, des réservations en même temps : annulez-en une.',
    SHARED_BETWEEN_THEM: 'Un enfant vit en alternance dans ces deux familles : ce sont deux foyers.',
    RESIDENCES_DIFFER: 'La résidence alternée d’un enfant n’est pas la même dans les deux dossiers.',
  },
  en: {
    SAME_FAMILY: 'This is the same file: choose the duplicate.',
    UNKNOWN_FAMILY: 'The service point does not know one of the two files.',
    MERGED_INTO_ANOTHER: 'This duplicate is merged into another file already.',
    SURVIVOR_IS_MERGED: 'The file to keep is merged into another itself: take that one.',
    STALE_VERSION: 'One of the two files has changed in the meantime. Read them again.',
    UNKNOWN_PAIR: 'Somebody named as the same person is not in the one file and in the other.',
    NAMED_TWICE: 'The same person is named in two pairs.',
    BOOKINGS_OVERLAP: 'This child has bookings at the same time in both files: cancel one.',
    SHARED_BETWEEN_THEM: 'A child lives by turns with these two families: they are two households.',
    RESIDENCES_DIFFER: 'The shared residence of a child is not the same in both files.',
  },
};
