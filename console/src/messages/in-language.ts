import { language } from './language.ts';

type Ways<Words> = { readonly fr: () => Promise<Words>; readonly en: () => Promise<Words> };

/** What stands in both languages: only the reader's is loaded. */
export const inLanguage = <Words>({ fr, en }: Ways<Words>): Promise<Words> =>
  language === 'en' ? en() : fr();
