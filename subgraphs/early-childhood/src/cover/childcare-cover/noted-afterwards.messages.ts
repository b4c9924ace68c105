import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';
import { momentText } from '@relais/platform/time/time-texts.ts';
import { unnamedChild } from '../../history/care-history/care-timeline.messages.ts';
import type { CoverMatter } from './cover-matter.ts';
import type { NotedAfterwards } from './noted-afterwards.ts';

/** What was noted, without the reason or the place: whoever follows milestones only reads it too. */
const sentences: Catalogue<CoverMatter> = {
  fr: {
    ARRANGEMENT_RECORDED: 'Noté après coup, le {moment} : une solution familiale pour {child}.',
    ARRANGEMENT_CORRECTED: 'Noté après coup, le {moment} : une solution familiale de {child} corrigée.',
    ARRANGEMENT_ENDED: 'Noté après coup, le {moment} : la fin d’une solution familiale de {child}.',
    ARRANGEMENT_REMOVED: 'Noté après coup, le {moment} : une solution familiale de {child} retirée.',
    CARE_BOOKED: 'Noté après coup, le {moment} : un accueil réservé pour {child}, déjà commencé.',
    BOOKING_CANCELLED: 'Noté après coup, le {moment} : l’accueil de {child} annulé avant sa fin.',
    CHILD_ADDED: 'Noté après coup, le {moment} : {child} fait partie de la famille.',
    CHILD_BORN: 'Noté après coup, le {moment} : la naissance de {child}.',
    CHILD_CORRECTED: 'Noté après coup, le {moment} : la fiche de {child} corrigée.',
    CHILD_LEFT: 'Noté après coup, le {moment} : {child} avait quitté la famille.',
    CHILD_BACK: 'Noté après coup, le {moment} : {child} n’avait pas quitté la famille.',
    RESIDENCE_SHARED: 'Noté après coup, le {moment} : la résidence alternée de {child}.',
    RESIDENCE_ENDED: 'Noté après coup, le {moment} : la fin de la résidence alternée de {child}.',
    FAMILIES_MERGED: 'Noté après coup, le {moment} : deux dossiers de la famille réunis.',
  },
  en: {
    ARRANGEMENT_RECORDED: 'Noted afterwards, on {moment}: an own arrangement for {child}.',
    ARRANGEMENT_CORRECTED: 'Noted afterwards, on {moment}: an own arrangement of {child} corrected.',
    ARRANGEMENT_ENDED: 'Noted afterwards, on {moment}: the end of an own arrangement of {child}.',
    ARRANGEMENT_REMOVED: 'Noted afterwards, on {moment}: an own arrangement of {child} removed.',
    CARE_BOOKED: 'Noted afterwards, on {moment}: care booked for {child} that had begun.',
    BOOKING_CANCELLED: 'Noted afterwards, on {moment}: care of {child} cancelled before it ended.',
    CHILD_ADDED: 'Noted afterwards, on {moment}: {child} belongs to the family.',
    CHILD_BORN: 'Noted afterwards, on {moment}: the birth of {child}.',
    CHILD_CORRECTED: 'Noted afterwards, on {moment}: details of {child} corrected.',
    CHILD_LEFT: 'Noted afterwards, on {moment}: {child} had left the family.',
    CHILD_BACK: 'Noted afterwards, on {moment}: {child} had not left the family.',
    RESIDENCE_SHARED: 'Noted afterwards, on {moment}: the shared residence of {child}.',
    RESIDENCE_ENDED: 'Noted afterwards, on {moment}: the end of the shared residence of {child}.',
    FAMILIES_MERGED: 'Noted afterwards, on {moment}: two files of the family merged.',
  },
};

export const noteSentence = (
  { notedAt, kind, firstName }: Pick<NotedAfterwards, 'notedAt' | 'kind' | 'firstName'>,
  language: Language,
): string =>
  say(sentences, language, kind, {
    moment: momentText(language, notedAt),
    child: firstName ?? say(unnamedChild, language, 'CHILD_TO_COME'),
  });
