import { idTaken, reasons, unknownOrStale } from '@relais/platform/graphql/reasons.ts';
import { colleagueReasons } from '@relais/platform/professionals/colleague.reasons.ts';
import { familyReasons, readingReasons } from '../known-families/known-family.reasons.ts';
import { textReasons } from '../notes/text.reasons.ts';

export const addReasons = reasons(familyReasons, textReasons, idTaken, colleagueReasons, {
  DUE_IN_THE_PAST: { fr: 'L’échéance est passée.', en: 'The due day is past.' },
  ASSIGNEE_DOES_NOT_FOLLOW: {
    fr: 'Cette personne ne suit pas la famille : elle ne verrait pas la tâche. Envoyez-lui d’abord une orientation.',
    en: 'This person does not follow the family and would not see the task. Send a referral first.',
  },
});

export const completeReasons = reasons(
  unknownOrStale('TASK', { fr: 'une tâche', en: 'task' }),
  readingReasons,
  {
    DONE_ALREADY: { fr: 'Cette tâche est déjà faite.', en: 'This task is done already.' },
  },
);
