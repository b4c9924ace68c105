import { inLanguage } from '../../messages/in-language.ts';

export const splitWords = await inLanguage({
  fr: async () => (await import('./split-words-fr.ts')).fr,
  en: async () => (await import('./split-words-en.ts')).en,
});
