import { reasons, stale } from '@relais/platform/graphql/reasons.ts';
import { staleFile, unknownFamily } from '../../families/families/family.reasons.ts';

export const closeFileReasons = reasons(unknownFamily, staleFile, {
  CLOSED_ALREADY: {
    fr: 'Ce dossier est déjà clos.',
    en: 'This file is closed already.',
  },
  CHILD_UNDER_SIX: {
    fr: 'Un enfant de la famille a moins de six ans : choisissez un autre motif.',
    en: 'A child of the family is under six: choose another reason.',
  },
});

export const reopenFileReasons = reasons(unknownFamily, stale({ fr: 'une clôture', en: 'closing' }), {
  NOT_CLOSED: {
    fr: 'Ce dossier n’est pas clos.',
    en: 'This file is not closed.',
  },
});
