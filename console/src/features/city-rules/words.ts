import { inLanguage } from '../../messages/in-language.ts';

export const cityWords = await inLanguage({
  fr: async () => (await import('./words-fr.ts')).fr,
  en: async () => (await import('./words-en.ts')).en,
});
