/** Days and hours of the city, whatever the computer's own time zone is. A day is `2026-11-30`, an hour minutes since midnight. */
const ZONE = 'Europe/Paris';
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MINUTES_OF_HOUR = 60;

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const partsOf = (instant: Date): Readonly<Record<string, string>> =>
  Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));

const dateOf = (instant: string | number | Date): Date => new Date(instant);

export const dayOf = (instant: string | number | Date): string => {
  const { year, month, day } = partsOf(dateOf(instant));
  return `${year}-${month}-${day}`;
};

export const minutesOf = (instant: string | number | Date): number => {
  const { hour, minute } = partsOf(dateOf(instant));
  return Number(hour) * MINUTES_OF_HOUR + Number(minute);
};

/** Noon in Greenwich is the same day in Paris. */
const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

export const addDays = (day: string, days: number): string =>
  new Date(noonOf(day).getTime() + days * DAY_MS).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
  Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / DAY_MS);

const MONDAY = 1;
const DAYS_OF_WEEK = 7;

/** 1 on Mondays to 7 on Sundays. */
export const weekdayOf = (day: string): number => noonOf(day).getUTCDay() || DAYS_OF_WEEK;

export const mondayOf = (day: string): string => addDays(day, MONDAY - weekdayOf(day));

/** On a Sunday one looks at the week that comes. */
export const weekToLookAt = (today: string): string => mondayOf(addDays(today, 1));

export const isDay = (text: unknown): text is string =>
  typeof text === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(noonOf(text).getTime()) &&
  addDays(text, 0) === text;

/** An hour of a day of the city, as the graph takes it; one that the clock leaps over is told by the hour after. */
export const instantOf = (day: string, minutes: number): string => {
  const greenwich = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS;
  const summer = greenwich - 2 * MINUTES_OF_HOUR * MINUTE_MS;
  const winter = greenwich - MINUTES_OF_HOUR * MINUTE_MS;
  return new Date(minutesOf(summer) === minutes ? summer : winter).toISOString();
};

/** Midnight in the city, as the graph takes it: an hour or two before that of Greenwich. */
export const midnightOf = (day: string): string => instantOf(day, 0);

/** `09:30` as minutes of the day; nothing of what is no hour. */
export const minutesOfClock = (text: string): number | undefined => {
  const [, hour, minute] = /^(\d\d):(\d\d)(?::\d\d)?$/.exec(text) ?? [];
  return hour === undefined ? undefined : Number(hour) * MINUTES_OF_HOUR + Number(minute);
};

const pad = (value: number): string => String(value).padStart(2, '0');

/** `14:30` */
export const clock = (minutes: number): string =>
  `${pad(Math.floor(minutes / MINUTES_OF_HOUR))}:${pad(minutes % MINUTES_OF_HOUR)}`;

export const timeOf = (instant: string | number): string => clock(minutesOf(instant));

export const minutesBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / MINUTE_MS);

/** `45 min`, `2 h`, `1 h 55` */
export const duration = (minutes: number): string => {
  const hours = Math.floor(minutes / MINUTES_OF_HOUR);
  const rest = minutes % MINUTES_OF_HOUR;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${pad(rest)}`;
};

/** Whole months from a birth to a day. */
export const ageInMonths = (birth: string, on: string): number => {
  const [year = 0, month = 0, day = 0] = birth.split('-').map(Number);
  const [atYear = 0, atMonth = 0, atDay = 0] = on.split('-').map(Number);
  return (atYear - year) * 12 + atMonth - month - (atDay < day ? 1 : 0);
};

type Style = 'long' | 'short' | 'date' | 'weekday';

const styles: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'short' },
};

/** A day in the words of a language: `lundi 30 novembre`, `mar. 1er déc.`, `7 juil. 2026`. */
export const sayDay = (day: string, style: Style, language: string): string => {
  const said = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: 'UTC',
    ...styles[style],
  }).format(noonOf(day));
  // French says « premier », which Intl does not.
  return language === 'fr' ? said.replace(/(?<!\d)1(?= )/, '1er') : said;
};

export type NearDays = { readonly today: string; readonly tomorrow: string; readonly yesterday: string };

/** As people say it: today, tomorrow, yesterday, else the day. */
export const sayNearDay = (day: string, today: string, near: NearDays, language: string): string => {
  const distance = daysBetween(today, day);
  if (distance === 0) return near.today;
  if (distance === 1) return near.tomorrow;
  if (distance === -1) return near.yesterday;
  return sayDay(day, Math.abs(distance) > 300 ? 'date' : 'short', language);
};
