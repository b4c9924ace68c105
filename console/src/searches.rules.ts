import { addDays, dayOf, isDay, midnightOf, mondayOf, weekToLookAt } from './time/city-time.rules.ts';

export const SHOWS = [
  'to-settle',
  'uncovered',
  'partial',
  'unknown',
  'covered',
  'not-needed',
  'all',
] as const;
export type Show = (typeof SHOWS)[number];

const isShow = (text: unknown): text is Show => SHOWS.some((show) => show === text);

/** What the address of each page may hold; anything else is left out. */
export type WeekSearch = {
  readonly monday?: string | undefined;
  readonly show?: Show | undefined;
  readonly q?: string | undefined;
};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const weekSearch = ({ monday, show, q }: Record<string, unknown>): WeekSearch => ({
  monday: isDay(monday) ? mondayOf(monday) : undefined,
  show: isShow(show) ? show : undefined,
  q: textOf(q),
});

export type FamiliesSearch = { readonly q?: string | undefined; readonly find?: 'yes' | undefined };

export const familiesSearch = ({ q, find }: Record<string, unknown>): FamiliesSearch => ({
  q: textOf(q),
  find: find === 'yes' ? 'yes' : undefined,
});

export const boardVariables = (monday: string | undefined, now: number) => {
  const from = monday ?? weekToLookAt(dayOf(now));
  return { from: midnightOf(from), to: midnightOf(addDays(from, 7)) };
};

/** The bookings of the coming two weeks. */
export const fileVariables = (reference: string, now: number) => {
  const today = dayOf(now);
  return { reference, today, from: midnightOf(today), to: midnightOf(addDays(today, 14)) };
};
