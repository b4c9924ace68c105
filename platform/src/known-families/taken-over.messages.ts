import type { Language } from '../messages.ts';

type Sentence = Readonly<Record<Language, string>>;

/** Why something binds a file is in the words of another one, which this one is not shown: it says in their place from where it comes. */
export const takenOver = {
  AT_A_SPLIT: {
    fr: 'Reprise lors de la séparation du dossier',
    en: 'Taken over when the file was split',
  },
  WHEN_PARTED: {
    fr: 'Repris d’un dossier réuni par erreur avec celui-ci.',
    en: 'Taken over from a file that had been merged with this one by mistake.',
  },
} as const satisfies Record<string, Sentence>;

const sentences: readonly Sentence[] = Object.values(takenOver);

/** What stands in a record as why: what Relais wrote there itself in the language of who reads it, what somebody said as they said it. */
export const asSaidOrTakenOver = (stored: string, language: Language): string =>
  sentences.find(({ fr }) => fr === stored)?.[language] ?? stored;
