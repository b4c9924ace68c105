import type { Catalogue } from '@relais/platform/messages.ts';
import type { TextRefusal } from './text.rules.ts';

export const textMessages: Catalogue<TextRefusal> = {
  fr: { EMPTY_TEXT: 'Le texte est vide.', TEXT_TOO_LONG: 'Le texte dépasse 4 000 caractères.' },
  en: { EMPTY_TEXT: 'The text is empty.', TEXT_TOO_LONG: 'The text is longer than 4,000 characters.' },
};
