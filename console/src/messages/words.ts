import { language } from './language.ts';

const load = async () => {
  if (language === 'en') return (await import('./en.ts')).en;
  return (await import('./fr.ts')).fr;
};

/** All that the screens say themselves, in the reader's language; only that one is loaded. */
export const words = await load();
