import type { Catalogue, Language } from '@relais/platform/messages.ts';
import { say } from '@relais/platform/messages.ts';
import { daysText, dayText, timeText } from '@relais/platform/time/time-texts.ts';
import { Temporal } from 'temporal-polyfill';
import { Facility } from '../../centres/centres/centre-kind.ts';

/** What is told of a place, kept as a word with its facts: the sentence is made when somebody reads it. */
export type Statement<Key extends string> = {
  readonly key: Key;
  readonly parameters?: Readonly<Record<string, string | number>>;
};

const facilities: Catalogue<Facility> = {
  fr: {
    ACCESSIBLE: 'accès en fauteuil roulant',
    GARDEN: 'jardin',
    MEALS: 'repas',
    ATYPICAL_HOURS: 'horaires atypiques',
    EMERGENCY_PLACES: 'places d’urgence',
    BREASTFEEDING_ROOM: 'espace d’allaitement',
    SENSORY_ROOM: 'salle sensorielle',
  },
  en: {
    ACCESSIBLE: 'wheelchair access',
    GARDEN: 'garden',
    MEALS: 'meals',
    ATYPICAL_HOURS: 'atypical hours',
    EMERGENCY_PLACES: 'emergency places',
    BREASTFEEDING_ROOM: 'room for breastfeeding',
    SENSORY_ROOM: 'sensory room',
  },
};

const written: Readonly<Record<string, (value: string | number, language: Language) => string>> = {
  from: (instant) => timeText(new Date(instant)),
  to: (instant) => timeText(new Date(instant)),
  day: (day, language) => dayText(language, Temporal.PlainDate.from(String(day))),
  days: (days, language) => daysText(language, Number(days)),
  facilities: (codes, language) =>
    Object.values(Facility)
      .filter((code) => String(codes).split(' ').includes(code))
      .map((code) => say(facilities, language, code))
      .join(', '),
};

/** The sentence for a person who reads it: times of the city, days and names in their language. */
export const sentenceOf = <Key extends string>(
  sentences: Catalogue<Key>,
  { key, parameters = {} }: Statement<Key>,
  language: Language,
): string => {
  const entries = Object.entries(parameters).map(
    ([name, value]) => [name, written[name]?.(value, language) ?? value] as const,
  );
  return say(sentences, language, key, Object.fromEntries(entries));
};
