import { checkCsvFile, readCsvFile, UnusableFile } from '@relais/platform/importing/csv-file.ts';
import { readerUnder } from '@relais/platform/importing/headings.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Days } from '@relais/platform/time/days.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type SchoolHolidays, termsBetween } from './school-holidays.rules.ts';

/** Columns of the ministry's file `fr-en-calendrier-scolaire`, by their names and by their labels. */
const columns = {
  description: 'description',
  Description: 'description',
  population: 'population',
  Population: 'population',
  start_date: 'startDate',
  'Date de début': 'startDate',
  end_date: 'endDate',
  'Date de fin': 'endDate',
  location: 'location',
  Académies: 'location',
  zones: 'zone',
  Zones: 'zone',
  annee_scolaire: 'year',
} as const;

/** Midnight in Paris, written as UTC: the day is that of Paris. */
const schoolDay = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], 'is no day')
  .transform((text) => (text.includes('T') ? dayOf(new Date(text)) : Temporal.PlainDate.from(text)));

const row = z.object({
  description: z.string().default(''),
  population: z.string().default('-'),
  startDate: schoolDay,
  endDate: schoolDay,
  location: z.string().default(''),
  zone: z.string().default(''),
  year: z.string().default(''),
});
type Row = z.output<typeof row>;

const rowReader = (headings: readonly string[]) => readerUnder<Row>(columns, row, headings);

/** Days off of teachers alone are school days. */
const isForPupils = ({ population }: Row): boolean => !/^enseignants$/i.test(population.trim());

const letterOf = (zone: string): string =>
  zone
    .trim()
    .replace(/^zone\s+/i, '')
    .toUpperCase();

/** A single day is a day off, unless it is the beginning of holidays whose end is not published. */
const holidaysOf = ({ description, startDate, endDate }: Row): SchoolHolidays => {
  const isSingle = startDate.equals(endDate);
  if (isSingle && /^début/i.test(description)) return { firstDay: startDate, backOn: null };
  return { firstDay: startDate, backOn: isSingle ? startDate.add({ days: 1 }) : endDate };
};

/** The terms of a zone, `B` or `Zone B`, as the ministry's file of school holidays gives them. */
export const readSchoolCalendar = async (path: string, zone: string): Promise<Days[]> => {
  await checkCsvFile(path, rowReader);
  const holidays: SchoolHolidays[] = [];
  for await (const { number, result } of readCsvFile(path, rowReader)) {
    if ('problem' in result) throw new UnusableFile(`line ${number}: ${result.problem}`);
    if (letterOf(result.row.zone) === letterOf(zone) && isForPupils(result.row))
      holidays.push(holidaysOf(result.row));
  }
  const terms = termsBetween(holidays);
  if (terms.length === 0) throw new UnusableFile(`The file says no term of zone ${letterOf(zone)}.`);
  return terms;
};
