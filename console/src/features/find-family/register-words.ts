import { inLanguage } from '../../messages/in-language.ts';

export const registerWords = await inLanguage({
  fr: async () => (await import('./register-words-fr.ts')).fr,
  en: async () => (await import('./register-words-en.ts')).en,
});
