import { Temporal } from 'temporal-polyfill';
import type { Language } from '../messages.ts';
import { dayOf, timeOf } from './civil-time.ts';

const locales = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Language, string>;
const between = { fr: ' à ', en: ' at ' } as const satisfies Record<Language, string>;

/** Making a formatter takes a hundred times as long as formatting, so each is made once, when it is first needed. */
const made = <Formatter>(make: (locale: string) => Formatter): ((language: Language) => Formatter) => {
  const known = new Map<Language, Formatter>();
  return (language) => {
    const formatter = known.get(language) ?? make(locales[language]);
    known.set(language, formatter);
    return formatter;
  };
};

const days = made(
  (locale) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
);
const weekdays = made((locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }));
const lists = made((locale) => new Intl.ListFormat(locale));
const choices = made((locale) => new Intl.ListFormat(locale, { type: 'disjunction' }));
const distances = made((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const lengths = made(
  (locale) => new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }),
);

const atNoon = ({ year, month, day }: Temporal.PlainDate): number => Date.UTC(year, month - 1, day, 12);

/** In French the first of the month is an ordinal, which the formatter does not know. */
export const dayText = (language: Language, day: Temporal.PlainDate): string => {
  const text = days(language).format(atNoon(day));
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
};

/** Of a Monday. */
const FIRST_OF_A_WEEK = Temporal.PlainDate.from('2024-01-01');

/** The name of a weekday, 1 (Monday) to 7. */
export const weekdayText = (language: Language, weekday: number): string =>
  weekdays(language).format(atNoon(FIRST_OF_A_WEEK.add({ days: weekday - 1 })));

/** Names in a row: "Tom, Zoé et Awa". */
export const listText = (language: Language, names: readonly string[]): string =>
  lists(language).format(names);

/** One of some: "lundi, mardi ou jeudi". */
export const eitherText = (language: Language, names: readonly string[]): string =>
  choices(language).format(names);

export const timeText = (instant: Date): string => timeOf(instant).toString({ smallestUnit: 'minute' });

export const momentText = (language: Language, instant: Date): string =>
  `${dayText(language, dayOf(instant))}${between[language]}${timeText(instant)}`;

/** So many days from today: « aujourd’hui », « dans 9 jours », « il y a 9 jours ». */
export const daysFromNowText = (language: Language, count: number): string =>
  distances(language).format(count, 'day');

/** « 1 jour », « 9 jours ». */
export const daysText = (language: Language, count: number): string =>
  lengths(language).format(count).replace('\u00A0', ' ');
