import type { Catalogue } from '@relais/platform/messages.ts';
import type { CoverMilestoneRefusalReason } from './cover-milestone.rules.ts';

/** Why a milestone was not covered, and what can be done. */
export const coverMilestoneMessages: Catalogue<CoverMilestoneRefusalReason> = {
  fr: {
    UNKNOWN_MILESTONE:
      'Ce rendez-vous n’est pas connu ici. S’il vient d’être fixé, réessayez dans un instant.',
    VERSION_NOT_KNOWN_YET:
      'Cette version du rendez-vous n’est pas connue ici. Relisez-le ; s’il vient de changer, réessayez dans un instant.',
    STALE_VERSION: 'Le rendez-vous a changé entre-temps. Relisez-le.',
    MILESTONE_CALLED_OFF: 'Ce rendez-vous n’est plus prévu : il n’y a rien à réserver.',
    MILESTONE_OVER: 'Ce rendez-vous est passé.',
    NOTHING_TO_COVER: 'Aucun enfant ne manque d’accueil pendant ce rendez-vous.',
    NO_OPTION:
      'Aucune place ne convient pour tous les enfants. Rien n’a été réservé ; voyez ce qui conviendrait en partie ou autrement.',
    CONFLICT: 'Cet identifiant a déjà servi pour une autre réservation.',
  },
  en: {
    UNKNOWN_MILESTONE: 'This milestone is not known here. If it was just planned, try again in a moment.',
    VERSION_NOT_KNOWN_YET:
      'This version of the milestone is not known here. Read it again; if it has just changed, try again in a moment.',
    STALE_VERSION: 'The milestone has changed in the meantime. Read it again.',
    MILESTONE_CALLED_OFF: 'This milestone is no longer planned: there is nothing to book.',
    MILESTONE_OVER: 'This milestone is over.',
    NOTHING_TO_COVER: 'No child lacks care during this milestone.',
    NO_OPTION:
      'No place fits for all of the children. Nothing was booked; see what would fit in part or otherwise.',
    CONFLICT: 'This id was already used for another booking.',
  },
};
