import { inLanguage } from './in-language.ts';

/** What every screen says; each feature has what only it says in a `words.ts` of its own, loaded with it. */
export const words = await inLanguage({
  fr: async () => (await import('./fr.ts')).fr,
  en: async () => (await import('./en.ts')).en,
});
