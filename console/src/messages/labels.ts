import { inLanguage } from './in-language.ts';

/** A word for every value of every enum that a screen shows. */
export const labels = await inLanguage({
  fr: async () => (await import('./fr-labels.ts')).labels,
  en: async () => (await import('./en-labels.ts')).labels,
});
