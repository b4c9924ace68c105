import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';
import { unnamedChild } from '../../history/care-history/care-timeline.messages.ts';
import type { ChildNotLookedAt, NotLookedAtReason } from './child-not-looked-at.ts';

const sentences: Catalogue<NotLookedAtReason> = {
  fr: {
    SIX_OR_OVER:
      '{child} a six ans ou plus ce jour-là : le relais ne sait pas qui s’en occupe. Demandez-le à la famille, surtout hors de l’école et pendant les vacances.',
    EXPECTED_AFTERWARDS:
      'La naissance de {child} est attendue après ce jour ; si l’enfant naît plus tôt, une garde peut manquer.',
  },
  en: {
    SIX_OR_OVER:
      '{child} is six or older that day: the service point does not know who looks after it. Ask the family, above all outside of school and in the holidays.',
    EXPECTED_AFTERWARDS:
      'The birth of {child} is expected after that day; if it is born earlier, it may need care.',
  },
};

export const notLookedAtSentence = ({ child, reason }: ChildNotLookedAt, language: Language): string =>
  say(sentences, language, reason, {
    child: child.firstName ?? say(unnamedChild, language, 'CHILD_TO_COME'),
  });
