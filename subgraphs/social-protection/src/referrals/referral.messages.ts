import { type RefusalDetails, statesOfStep } from '@relais/platform/graphql/refusal.ts';
import type { Catalogue } from '@relais/platform/messages.ts';
import { sharedMessages } from '../messages.ts';
import { textMessages } from '../notes/text.messages.ts';
import type { AnswerRefusal, SendRefusal } from './referral.rules.ts';
import type { ReferralStatus } from './referral.ts';

export const sendMessages: Catalogue<SendRefusal> = {
  fr: {
    ...textMessages.fr,
    UNKNOWN_FAMILY: sharedMessages.unknownFamily.fr,
    ADVISOR_NOT_NAMED: 'Nommez le conseiller : il ne voit que ses propres demandeurs d’emploi.',
    ADDRESSEE_OF_ANOTHER_ROLE: 'Le destinataire ne travaille pas dans ce service.',
    SAME_REFERRAL_OPEN:
      'Une orientation de cette famille vers ce service attend déjà une réponse. Si celle-ci dit autre chose, confirmez.',
    CONFLICT: sharedMessages.conflict.fr,
  },
  en: {
    ...textMessages.en,
    UNKNOWN_FAMILY: sharedMessages.unknownFamily.en,
    ADVISOR_NOT_NAMED: 'Name the advisor, who sees his or her own job seekers only.',
    ADDRESSEE_OF_ANOTHER_ROLE: 'The addressee does not work for that service.',
    SAME_REFERRAL_OPEN:
      'A referral of this family to this service already waits for an answer. If this one says something else, confirm.',
    CONFLICT: sharedMessages.conflict.en,
  },
};

const statuses: Catalogue<ReferralStatus> = {
  fr: {
    SENT: 'envoyée',
    SEEN: 'vue',
    ACCEPTED: 'acceptée',
    DECLINED: 'déclinée',
    EXPIRED: 'expirée sans réponse',
  },
  en: { SENT: 'sent', SEEN: 'seen', ACCEPTED: 'accepted', DECLINED: 'declined', EXPIRED: 'expired' },
};

/** What a refused step of a referral names. */
export const detailsOfStep = (present: ReferralStatus, asked: ReferralStatus): RefusalDetails =>
  statesOfStep(statuses, present, asked);

/** Of opening and of answering. */
export const answerMessages: Catalogue<AnswerRefusal> = {
  fr: {
    ...textMessages.fr,
    UNKNOWN_REFERRAL: "Cette orientation n'existe pas.",
    STALE_VERSION: "Quelqu'un a répondu entre-temps : relisez l'orientation.",
    NOT_FOR_YOU: 'Cette orientation ne vous est pas adressée.',
    FORBIDDEN_STEP: 'Cette orientation est « {present} » : elle ne peut plus devenir « {asked} ».',
    REASON_NEEDED: 'Un refus a besoin d’un motif.',
    REASON_OF_AN_ACCEPTANCE: "Un motif n'accompagne qu'un refus.",
  },
  en: {
    ...textMessages.en,
    UNKNOWN_REFERRAL: 'There is no such referral.',
    STALE_VERSION: 'Somebody answered meanwhile: read the referral again.',
    NOT_FOR_YOU: 'This referral is not addressed to you.',
    FORBIDDEN_STEP: 'This referral is “{present}”: it cannot become “{asked}” any more.',
    REASON_NEEDED: 'Declining needs a reason.',
    REASON_OF_AN_ACCEPTANCE: 'A reason goes with declining only.',
  },
};
