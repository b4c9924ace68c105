import { inLanguage } from '../../messages/in-language.ts';

export const rightWords = await inLanguage({
  fr: async () => (await import('./put-right-words-fr.ts')).fr,
  en: async () => (await import('./put-right-words-en.ts')).en,
});
