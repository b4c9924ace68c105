import { correctionReasons } from '@relais/platform/corrections/correction.reasons.ts';
import { idTaken, type Reasons, reasons, unknownOrStale } from '@relais/platform/graphql/reasons.ts';
import { colleagueReasons } from '@relais/platform/professionals/colleague.reasons.ts';
import { familyReasons, readingReasons } from '../known-families/known-family.reasons.ts';
import { textReasons } from '../notes/text.reasons.ts';

/** Why somebody cannot be entrusted with a task. */
export const assigneeReasons = reasons(colleagueReasons, {
  ASSIGNEE_DOES_NOT_FOLLOW: {
    fr: 'Cette personne ne suit pas la famille : elle ne verrait pas la tâche. Envoyez-lui d’abord une orientation.',
    en: 'This person does not follow the family and would not see the task. Send a referral first.',
  },
} satisfies Reasons);

const dueReasons = {
  DUE_IN_THE_PAST: { fr: 'L’échéance est passée.', en: 'The due day is past.' },
} satisfies Reasons;

export const addReasons = reasons(familyReasons, textReasons, idTaken, assigneeReasons, dueReasons);

/** Of every change of a task. */
export const taskReasons = reasons(unknownOrStale('TASK', { fr: 'une tâche', en: 'task' }), readingReasons);

export const completeReasons = reasons(taskReasons, {
  DONE_ALREADY: { fr: 'Cette tâche est déjà faite.', en: 'This task is done already.' },
});

export const correctTaskReasons = reasons(
  taskReasons,
  textReasons,
  assigneeReasons,
  dueReasons,
  correctionReasons,
  {
    NOT_DONE: {
      fr: 'Cette tâche n’est pas cochée : elle reste à faire.',
      en: 'This task is not ticked off: it is still to do.',
    },
  },
);
