import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { dayText, listText, momentText } from '@relais/platform/time/time-texts.ts';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import { unnamedChild } from '../../history/care-history/care-timeline.messages.ts';
import type { CareAttentionKind, CareMatter } from './care-attention.rules.ts';

const sentences: Catalogue<CareAttentionKind> = {
  fr: {
    MILESTONE_UNCOVERED: 'Aucune garde pour {child} : étape du {moment}.',
    MILESTONE_PARTIAL: 'Garde incomplète pour {child} : étape du {moment}.',
    MILESTONE_UNKNOWN:
      'Étape du {moment} : le calendrier de la résidence alternée manque pour savoir chez qui est {child}.',
    BOOKING_OUTSIDE_MILESTONE:
      'Accueil de {child} le {moment} ({place}) : il ne tombe plus pendant l’étape qu’il sert.',
    BOOKING_OF_CANCELLED_MILESTONE: 'Accueil de {child} le {moment} ({place}) : il sert une étape annulée.',
    OFFER_OPEN: 'Place proposée pour {child} ({place}) : la famille peut répondre jusqu’au {moment}.',
    REQUEST_WAITING:
      'Demande d’accueil {care} pour {child} à partir du {start}, déposée le {day} : elle attend une réponse.',
    REQUEST_MADE_TWICE:
      'Demande d’accueil {care} pour {child} à partir du {start}, déposée le {day} : mêmes horaires qu’une autre, retirez celle de trop.',
    REQUEST_TO_CONFIRM:
      'Demande d’accueil {care} pour {child} à partir du {start} : toujours d’actualité ? À demander à la famille, réponse attendue pour le {day}.',
    INCOME_SUPPORT_SUSPENDED:
      'RSA suspendu depuis le {day} ; une demande ou un accueil d’insertion professionnelle en tient compte.',
  },
  en: {
    MILESTONE_UNCOVERED: 'No childcare for {child}: milestone on {moment}.',
    MILESTONE_PARTIAL: 'Not enough childcare for {child}: milestone on {moment}.',
    MILESTONE_UNKNOWN:
      'Milestone on {moment}: the calendar of the shared residence is missing that says who has {child}.',
    BOOKING_OUTSIDE_MILESTONE:
      'Care of {child} on {moment} ({place}): it no longer lies within the milestone it serves.',
    BOOKING_OF_CANCELLED_MILESTONE:
      'Care of {child} on {moment} ({place}): it serves a milestone that is called off.',
    OFFER_OPEN: 'Place offered for {child} ({place}): the family can answer until {moment}.',
    REQUEST_WAITING:
      'Request for {care} care for {child} from {start} on, taken on {day}: it waits for an answer.',
    REQUEST_MADE_TWICE:
      'Request for {care} care for {child} from {start} on, taken on {day}: the same times as another, withdraw the one too many.',
    REQUEST_TO_CONFIRM:
      'Request for {care} care for {child} from {start} on: is it needed still? Ask the family, an answer is due on {day}.',
    INCOME_SUPPORT_SUSPENDED:
      'RSA suspended since {day}; a request or a placement for a return to work counts on it.',
  },
};

const careKinds: Catalogue<CareKind> = {
  fr: { LONG_TERM: 'régulier', SHORT_TERM: 'occasionnel', FLEXIBLE: 'flexible', EMERGENCY: 'd’urgence' },
  en: { LONG_TERM: 'long-term', SHORT_TERM: 'short-term', FLEXIBLE: 'flexible', EMERGENCY: 'emergency' },
};

/** Dated care starts at an hour, weekly care on a day. */
const requestParameters = (request: CareMatter['request'], language: Language) => {
  if (!request) return {};
  const { kind, firstDay, firstStart } = request;
  const start = firstStart ? momentText(language, firstStart) : dayText(language, firstDay);
  return { care: say(careKinds, language, kind), start };
};

export const careSentence = (
  { kind, at, firstNames = [], place, request }: CareMatter,
  language: Language,
): string =>
  say(sentences, language, kind, {
    day: dayText(language, dayOf(at)),
    moment: momentText(language, at),
    child: listText(
      language,
      firstNames.map((name) => name ?? say(unnamedChild, language, 'CHILD_TO_COME')),
    ),
    ...(place && { place }),
    ...requestParameters(request, language),
  });
