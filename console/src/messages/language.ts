import { keepWish, wish } from '../ui/wishes.ts';

export type Language = 'fr' | 'en';

/** The reader's: as chosen here, else as the page came, which follows the browser. */
export const language: Language = (wish('language') ?? document.documentElement.lang) === 'en' ? 'en' : 'fr';
document.documentElement.lang = language;

export const chooseLanguage = (wanted: Language): void => {
  keepWish('language', wanted);
  location.reload();
};
