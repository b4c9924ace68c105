import type { Catalogue } from '@relais/platform/messages.ts';
import { sharedMessages } from '../messages.ts';
import { textMessages } from '../notes/text.messages.ts';
import type { AddTaskReason, CompleteTaskReason } from './task.rules.ts';

export const addTaskMessages: Catalogue<AddTaskReason> = {
  fr: {
    ...textMessages.fr,
    UNKNOWN_FAMILY: sharedMessages.unknownFamily.fr,
    DUE_IN_THE_PAST: "L'échéance est passée.",
    CONFLICT: sharedMessages.conflict.fr,
  },
  en: {
    ...textMessages.en,
    UNKNOWN_FAMILY: sharedMessages.unknownFamily.en,
    DUE_IN_THE_PAST: 'The due day is past.',
    CONFLICT: sharedMessages.conflict.en,
  },
};

export const completeTaskMessages: Catalogue<CompleteTaskReason> = {
  fr: {
    UNKNOWN_TASK: "Cette tâche n'existe pas.",
    STALE_VERSION: "Quelqu'un a modifié cette tâche entre-temps : relisez-la.",
    DONE_ALREADY: 'Cette tâche est déjà faite.',
  },
  en: {
    UNKNOWN_TASK: 'There is no such task.',
    STALE_VERSION: 'Somebody changed this task meanwhile: read it again.',
    DONE_ALREADY: 'This task is done already.',
  },
};
