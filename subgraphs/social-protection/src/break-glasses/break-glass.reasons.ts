import { idTaken, type Reasons, reasons, unknownOrStale } from '@relais/platform/graphql/reasons.ts';
import { unknownHandle } from '../membership-requests/membership-request.reasons.ts';
import { textReasons } from '../notes/text.reasons.ts';

export const breakGlassReasons = reasons(unknownHandle, textReasons, idTaken, {
  SIGN_IN_AGAIN: {
    fr: 'Connectez-vous à nouveau, puis ouvrez le dossier dans les cinq minutes.',
    en: 'Sign in again, then open the file within five minutes.',
    meaning:
      'The person did not prove who they are within the last five minutes (`auth_time`): send them to the sign-in (`/session/sign-in?again=yes`), then ask again.',
  },
  REASON_TOO_SHORT: {
    fr: 'Dites en 30 caractères au moins pourquoi vous devez lire ce dossier maintenant.',
    en: 'Say in 30 characters or more why you must read this file now.',
  },
  NOT_REVIEWED_YET: {
    fr: 'Vous avez déjà ouvert ce dossier en urgence : l’auditeur doit d’abord l’examiner. Demandez à suivre la famille.',
    en: 'You have opened this file in an emergency already: the auditor has to review that first. Ask to follow the family.',
  },
  SEEN_ALREADY: {
    fr: 'Vous pouvez déjà lire ce dossier : ouvrez-le.',
    en: 'You may read this file already: open it.',
  },
} satisfies Reasons);

const unknownOrStaleAccess = unknownOrStale('BREAK_GLASS', {
  fr: 'un accès d’urgence',
  en: 'emergency access',
});

export const endReasons = reasons(unknownOrStaleAccess, {
  OVER_ALREADY: {
    fr: 'Cet accès d’urgence est déjà terminé.',
    en: 'This emergency access is over already.',
  },
} satisfies Reasons);

export const reviewReasons = reasons(unknownOrStaleAccess, textReasons, {
  REVIEWED_ALREADY: {
    fr: 'Cet accès d’urgence a déjà été examiné.',
    en: 'This emergency access was reviewed already.',
  },
  STILL_OPEN: {
    fr: 'Cet accès d’urgence dure encore : examinez-le quand il sera terminé.',
    en: 'This emergency access is still open: review it once it is over.',
  },
  REMARK_NEEDED: {
    fr: 'Dites ce qui n’était pas justifié.',
    en: 'Say what was not justified.',
  },
} satisfies Reasons);
