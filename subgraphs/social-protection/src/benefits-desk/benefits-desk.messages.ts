import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { dayText } from '@relais/platform/time/time-texts.ts';
import { referralTargets } from '../benefits-timeline/benefits-timeline.messages.ts';
import type { BenefitsDeskRow } from './benefits-desk.queries.ts';
import type { BenefitsDeskKind } from './benefits-desk-kind.ts';

const sentences: Catalogue<BenefitsDeskKind> = {
  fr: {
    TASK_DUE: 'À faire pour le {day} ({reference}) : {title}',
    REFERRAL_WAITING:
      'Orientation vers {target}, envoyée le {since} par {person} ({reference}) : elle attend une réponse.',
    MEMBERSHIP_REQUEST: '{person} demande depuis le {since} à faire partie du groupe de suivi ({reference}).',
    FAMILY_WITHOUT_TEAM: 'Personne ne suit la famille {reference}, connue depuis le {since}.',
  },
  en: {
    TASK_DUE: 'To be done by {day} ({reference}): {title}',
    REFERRAL_WAITING:
      'Referral to {target}, sent on {since} by {person} ({reference}): it waits for an answer.',
    MEMBERSHIP_REQUEST: '{person} has been asking since {since} to be of the support team ({reference}).',
    FAMILY_WITHOUT_TEAM: 'Nobody follows family {reference}, known since {since}.',
  },
};

/** A row as a sentence; the file is named by its reference, which tells nothing of whose it is. */
export const benefitsDeskSentence = (row: BenefitsDeskRow, language: Language): string => {
  const { kind, dueAt, since, title, target, person, reference } = row;
  return say(sentences, language, kind, {
    day: dayText(language, dayOf(dueAt)),
    since: dayText(language, dayOf(since)),
    title: title ?? '',
    target: target ? say(referralTargets, language, target) : '',
    person: person ?? '',
    reference: reference ?? '',
  });
};
