import { Temporal } from 'temporal-polyfill';
import type { Language } from '../messages.ts';
import { dayOf, timeOf } from './civil-time.ts';

const locales = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Language, string>;
const between = { fr: ' à ', en: ' at ' } as const satisfies Record<Language, string>;

/** In French the first of the month is an ordinal, which the formatter does not know. */
export const dayText = (language: Language, day: Temporal.PlainDate): string => {
  const text = day.toLocaleString(locales[language], { day: 'numeric', month: 'long', year: 'numeric' });
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
};

/** Of a Monday. */
const FIRST_OF_A_WEEK = Temporal.PlainDate.from('2024-01-01');

/** The name of a weekday, 1 (Monday) to 7. */
export const weekdayText = (language: Language, weekday: number): string =>
  FIRST_OF_A_WEEK.add({ days: weekday - 1 }).toLocaleString(locales[language], { weekday: 'long' });

/** Names in a row: "Tom, Zoé et Awa". */
export const listText = (language: Language, names: readonly string[]): string =>
  new Intl.ListFormat(locales[language]).format(names);

/** One of some: "lundi, mardi ou jeudi". */
export const eitherText = (language: Language, names: readonly string[]): string =>
  new Intl.ListFormat(locales[language], { type: 'disjunction' }).format(names);

export const timeText = (instant: Date): string => timeOf(instant).toString({ smallestUnit: 'minute' });

export const momentText = (language: Language, instant: Date): string =>
  `${dayText(language, dayOf(instant))}${between[language]}${timeText(instant)}`;

/** So many days from today: « aujourd’hui », « dans 9 jours », « il y a 9 jours ». */
export const daysFromNowText = (language: Language, days: number): string =>
  new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }).format(days, 'day');

/** « 1 jour », « 9 jours ». */
export const daysText = (language: Language, days: number): string =>
  new Intl.NumberFormat(locales[language], { style: 'unit', unit: 'day', unitDisplay: 'long' })
    .format(days)
    .replace('\u00A0', ' ');
