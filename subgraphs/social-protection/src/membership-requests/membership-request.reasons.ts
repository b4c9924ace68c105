import { idTaken, type Reasons, reasons, unknownOrStale } from '@relais/platform/graphql/reasons.ts';
import { unknownFamily } from '../known-families/known-family.reasons.ts';
import { textReasons } from '../notes/text.reasons.ts';

export const unknownHandle = {
  UNKNOWN_HANDLE: {
    fr: 'Cette recherche n’est plus valable : cherchez la famille à nouveau, puis faites la demande dans l’heure.',
    en: 'This lookup is no longer valid: look the family up again, and ask within the hour.',
    meaning: 'The handle of the lookup is another’s, was used, or is too old.',
  },
} satisfies Reasons;

/** Where a family is named by what a lookup answered. */
export const handleReasons = reasons(unknownHandle, {
  FAMILY_OR_HANDLE: {
    fr: 'Indiquez la famille, ou la recherche qui l’a trouvée.',
    en: 'Name the family, or the lookup that found it: one of both.',
  },
} satisfies Reasons);

export const requestReasons = reasons(unknownFamily, handleReasons, textReasons, idTaken, {
  MEMBER_ALREADY: {
    fr: 'Vous faites déjà partie du groupe de suivi de cette famille.',
    en: 'You are in the support team of this family already.',
  },
  ASKED_ALREADY: {
    fr: 'Vous avez déjà demandé à suivre cette famille : votre demande attend une réponse.',
    en: 'You have asked to follow this family already: your request waits for an answer.',
  },
} satisfies Reasons);

export const answerRequestReasons = reasons(
  unknownOrStale('REQUEST', { fr: 'une demande', en: 'request' }),
  textReasons,
  {
    NOT_YOURS_TO_ANSWER: {
      fr: 'C’est au référent de répondre ; si la famille n’en a pas, à un coordinateur du relais petite enfance.',
      en: 'The lead answers this; where the family has none, a coordinator of the service point does.',
    },
    YOUR_OWN_REQUEST: {
      fr: 'C’est votre propre demande : quelqu’un d’autre y répond.',
      en: 'This is your own request: somebody else answers it.',
    },
    ANSWERED_ALREADY: {
      fr: 'Cette demande a déjà reçu une réponse.',
      en: 'This request has been answered already.',
    },
    REASON_NEEDED: { fr: 'Un refus a besoin d’un motif.', en: 'Declining needs a reason.' },
    REASON_OF_A_GRANT: {
      fr: 'Un motif n’accompagne qu’un refus.',
      en: 'A reason goes with declining only.',
    },
  } satisfies Reasons,
);
