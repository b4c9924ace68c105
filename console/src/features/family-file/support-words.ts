import { inLanguage } from '../../messages/in-language.ts';

export const supportWords = await inLanguage({
  fr: async () => (await import('./support-words-fr.ts')).fr,
  en: async () => (await import('./support-words-en.ts')).en,
});
