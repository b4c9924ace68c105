import { idTaken, reasons, unknownOrStale } from '@relais/platform/graphql/reasons.ts';
import { colleagueReasons } from '@relais/platform/professionals/colleague.reasons.ts';
import { unknownFamily } from '../known-families/known-family.reasons.ts';
import { textReasons } from '../notes/text.reasons.ts';

export const addReasons = reasons(unknownFamily, textReasons, idTaken, colleagueReasons, {
  DUE_IN_THE_PAST: { fr: 'L’échéance est passée.', en: 'The due day is past.' },
});

export const completeReasons = reasons(unknownOrStale('TASK', { fr: 'une tâche', en: 'task' }), {
  DONE_ALREADY: { fr: 'Cette tâche est déjà faite.', en: 'This task is done already.' },
});
