import { idTaken, reasons, stale } from '@relais/platform/graphql/reasons.ts';
import { unknownMilestone } from '../../cover/known-milestones/known-milestone.reasons.ts';

const unknownToAsker = {
  UNKNOWN_MILESTONE: {
    ...unknownMilestone.UNKNOWN_MILESTONE,
    meaning: 'The milestone is not known here, or not yet, or not the advisor’s.',
  },
};

export const coverReasons = reasons(unknownToAsker, stale({ fr: 'une étape', en: 'milestone' }), idTaken, {
  VERSION_NOT_KNOWN_YET: {
    fr: 'Cette version de l’étape n’est pas connue ici. Relisez-la ; si elle vient de changer, réessayez dans un instant.',
    en: 'This version of the milestone is not known here. Read it again; if it has just changed, try again in a moment.',
    meaning: 'No such version of the milestone has arrived here, though it was awaited a moment.',
  },
  MILESTONE_CALLED_OFF: {
    fr: 'Cette étape n’est plus prévue : il n’y a rien à réserver.',
    en: 'This milestone is no longer planned: there is nothing to book.',
  },
  MILESTONE_OVER: { fr: 'Cette étape est passée.', en: 'This milestone is over.' },
  NOTHING_TO_COVER: {
    fr: 'Aucun enfant ne manque d’accueil pendant cette étape.',
    en: 'No child lacks care during this milestone.',
    meaning: 'No child lacks care that could still be booked.',
  },
  NO_OPTION: {
    fr: 'Aucune place ne convient pour tous les enfants. Rien n’a été réservé ; voyez ce qui conviendrait en partie ou autrement.',
    en: 'No place fits for all of the children. Nothing was booked; see what would fit in part or otherwise.',
    meaning: 'Not every gap has an option; nothing was booked, and the alternatives say what could be.',
  },
});
