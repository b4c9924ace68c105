import { correctionReasons } from '@relais/platform/corrections/correction.reasons.ts';
import { idTaken, type Reasons, reasons, unknownOrStale } from '@relais/platform/graphql/reasons.ts';
import { colleagueReasons } from '@relais/platform/professionals/colleague.reasons.ts';
import { familyReasons } from '../known-families/known-family.reasons.ts';
import { textReasons } from '../notes/text.reasons.ts';

export const sendReasons = reasons(familyReasons, textReasons, idTaken, colleagueReasons, {
  ADVISOR_NOT_NAMED: {
    fr: 'Nommez le conseiller : il ne voit que ses propres demandeurs d’emploi.',
    en: 'Name the advisor, who sees his or her own job seekers only.',
  },
  NAME_SOMEBODY: {
    fr: 'L’accès à ce dossier est restreint : nommez la personne à qui vous le confiez.',
    en: 'This file is restricted: name the person whom you entrust it to.',
  },
  NOBODY_OF_THE_DISTRICT: {
    fr: 'Aucun travailleur social de l’annuaire n’intervient dans le quartier de cette famille : nommez le destinataire.',
    en: 'No social worker in the directory works for the district of this family: name the addressee.',
  },
  ADDRESSEE_OF_ANOTHER_ROLE: {
    fr: 'Le destinataire ne travaille pas dans ce service.',
    en: 'The addressee does not work for that service.',
  },
  SAME_REFERRAL_OPEN: {
    fr: 'Une orientation de cette famille vers ce service attend déjà une réponse. Si celle-ci dit autre chose, confirmez.',
    en: 'A referral of this family to this service already waits for an answer. If this one says something else, confirm.',
    meaning: 'A referral of this family to the same addressee waits for an answer.',
    isQuestion: true,
  },
} satisfies Reasons);

export const seenReasons = reasons(unknownOrStale('REFERRAL', { fr: 'une orientation', en: 'referral' }), {
  NOT_FOR_YOU: {
    fr: 'Cette orientation ne vous est pas adressée.',
    en: 'This referral is not addressed to you.',
  },
  FORBIDDEN_STEP: {
    fr: 'Cette orientation est « {present} » : elle ne peut plus devenir « {asked} ».',
    en: 'This referral is “{present}”: it cannot become “{asked}” any more.',
    meaning: 'The referral has been decided, or it has expired; once seen, it is not seen again.',
  },
});

export const answerReasons = reasons(seenReasons, textReasons, {
  REASON_NEEDED: { fr: 'Un refus a besoin d’un motif.', en: 'Declining needs a reason.' },
  REASON_OF_AN_ACCEPTANCE: {
    fr: 'Un motif n’accompagne qu’un refus.',
    en: 'A reason goes with declining only.',
  },
});

export const correctReferralReasons = reasons(
  unknownOrStale('REFERRAL', { fr: 'une orientation', en: 'referral' }),
  textReasons,
  correctionReasons,
  {
    NOT_THE_SENDER: {
      fr: 'Seule la personne qui a envoyé cette orientation la corrige ou la retire.',
      en: 'Only whoever sent this referral corrects it or takes it back.',
    },
    NOT_OPEN: {
      fr: 'Cette orientation n’attend plus de réponse : elle ne se corrige ni ne se retire. Envoyez-en une autre.',
      en: 'This referral waits for no answer any more: it is neither corrected nor taken back. Send another one.',
    },
  } satisfies Reasons,
);
