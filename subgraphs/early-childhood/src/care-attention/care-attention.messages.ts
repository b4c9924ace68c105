import type { Attention } from '@relais/platform/graphql/attention.ts';
import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { dayText, momentText } from '@relais/platform/time/time-texts.ts';
import type { CareAttentionKind } from './care-attention.rules.ts';

const sentences: Catalogue<CareAttentionKind> = {
  fr: {
    MILESTONE_UNCOVERED: 'Aucune garde pour l’étape du {moment}.',
    MILESTONE_PARTIAL: 'Garde incomplète pour l’étape du {moment}.',
    MILESTONE_UNKNOWN:
      'Étape du {moment} : le calendrier de la résidence alternée manque pour savoir qui garde l’enfant.',
    BOOKING_OUTSIDE_MILESTONE: 'La réservation du {moment} ne tombe plus pendant l’étape qu’elle sert.',
    BOOKING_OF_CANCELLED_MILESTONE: 'La réservation du {moment} sert une étape annulée.',
    OFFER_OPEN: 'Une place proposée attend la réponse de la famille jusqu’au {moment}.',
    REQUEST_WAITING: 'Une demande d’accueil du {day} attend une réponse.',
    REQUEST_MADE_TWICE:
      'La demande d’accueil du {day} porte sur les mêmes horaires qu’une autre, pour le même enfant : retirez celle de trop.',
    INCOME_SUPPORT_SUSPENDED:
      'RSA suspendu depuis le {day} ; une demande ou un accueil d’insertion professionnelle en tient compte.',
  },
  en: {
    MILESTONE_UNCOVERED: 'No childcare for the milestone on {moment}.',
    MILESTONE_PARTIAL: 'Not enough childcare for the milestone on {moment}.',
    MILESTONE_UNKNOWN:
      'Milestone on {moment}: the calendar of the shared residence is missing that says who has the child.',
    BOOKING_OUTSIDE_MILESTONE: 'The booking of {moment} no longer lies within the milestone it serves.',
    BOOKING_OF_CANCELLED_MILESTONE: 'The booking of {moment} serves a milestone that is called off.',
    OFFER_OPEN: 'A place that is offered waits for the family’s answer until {moment}.',
    REQUEST_WAITING: 'A care request of {day} is waiting for an answer.',
    REQUEST_MADE_TWICE:
      'The care request of {day} asks for the same times as another, for the same child: withdraw the one too many.',
    INCOME_SUPPORT_SUSPENDED:
      'RSA suspended since {day}; a request or a placement for a return to work counts on it.',
  },
};

export const careSentence = ({ kind, at }: Attention<CareAttentionKind>, language: Language): string =>
  say(sentences, language, kind, {
    day: dayText(language, dayOf(at)),
    moment: momentText(language, at),
  });
