import { readFile } from 'node:fs/promises';
import { checkCsvFile, readCsvFile, UnusableFile } from '@relais/platform/importing/csv-file.ts';
import { readerUnder } from '@relais/platform/importing/headings.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Days } from '@relais/platform/time/days.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { endedBy, firstDayOff, type SchoolHolidays, termsBetween } from './school-holidays.rules.ts';

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
  'Année scolaire': 'year',
} as const;

/** Midnight in Paris, mostly written as UTC: the day is that of Paris. */
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

/** Days off of teachers alone are school days; older files say so in the description. */
const isForPupils = ({ population, description }: Row): boolean =>
  !/enseignants/i.test(`${population} ${description}`);

/** `B` of « Zone B »; the file says « Corse » or « Mayotte » of what has no letter. */
const letterOf = (zone: string): string =>
  zone
    .trim()
    .replace(/^zone\s+/i, '')
    .toUpperCase();

/** The day of return: it ends a summer of which only the beginning is published, and is no day off. */
const isReturn = ({ description }: Row): boolean => /^rentrée/i.test(description.normalize('NFC'));

/** A bridge is told from its first day off; of all other holidays, the day on which pupils leave after classes. */
const isBridge = ({ description }: Row): boolean => /^pont/i.test(description);

/** A single day is a day off, unless it is the beginning of holidays whose end is not published. */
const holidaysOf = (each: Row): SchoolHolidays => {
  const { description, startDate, endDate } = each;
  const isSingle = startDate.equals(endDate);
  const begins = /^début/i.test(description.normalize('NFC'));
  const firstDay = isBridge(each) || (isSingle && !begins) ? startDate : firstDayOff(startDate);
  if (isSingle && begins) return { firstDay, backOn: null };
  return { firstDay, backOn: isSingle ? startDate.add({ days: 1 }) : endDate };
};

const csvRows = async (path: string): Promise<Row[]> => {
  await checkCsvFile(path, rowReader);
  const rows: Row[] = [];
  for await (const { number, result } of readCsvFile(path, rowReader)) {
    if ('problem' in result) throw new UnusableFile(`line ${number}: ${result.problem}`);
    rows.push(result.row);
  }
  return rows;
};

/** As its export writes them; the answer of its programming interface has them under `results`. */
const records = z.array(z.record(z.string(), z.unknown()));
const answered = z.object({ results: records, total_count: z.int().optional() });
const exported = z.union([
  records.transform((results) => ({ results, total: results.length })),
  answered.transform(({ results, total_count: total = results.length }) => ({ results, total })),
]);

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnusableFile('The file is no JSON.');
  }
};

/** A cell without a value is absent in the one and null in the other; what no column is called is left out. */
const rowOfRecord = (each: Readonly<Record<string, unknown>>, index: number): Row => {
  const cells = Object.entries(each).filter(
    ([name, value]) => Object.hasOwn(columns, name) && value !== null,
  );
  const headings = cells.map(([heading]) => heading);
  const result = rowReader(headings)(cells.map(([, value]) => String(value)));
  if ('problem' in result) throw new UnusableFile(`record ${index + 1}: ${result.problem}`);
  return result.row;
};

const jsonRows = (text: string): Row[] => {
  const { data } = exported.safeParse(jsonOf(text));
  if (!data) throw new UnusableFile('The file is no list of records.');
  if (data.total > data.results.length)
    throw new UnusableFile(
      `The file holds ${data.results.length} of ${data.total} records: take the whole export.`,
    );
  return data.results.map(rowOfRecord);
};

/** The terms of a zone, `B` or `Zone B`, as the ministry's file of school holidays gives them, saved as CSV or as JSON. */
export const readSchoolCalendar = async (path: string, zone: string): Promise<Days[]> => {
  const rows = /\.json$/i.test(path) ? jsonRows(await readFile(path, 'utf8')) : await csvRows(path);
  const ofZone = rows.filter((each) => letterOf(each.zone) === letterOf(zone) && isForPupils(each));
  const returns = ofZone.filter(isReturn).map(({ startDate }) => startDate);
  const holidays = ofZone.filter((each) => !isReturn(each)).map(holidaysOf);
  const terms = termsBetween(endedBy(holidays, returns));
  if (terms.length === 0) throw new UnusableFile(`The file says no term of zone ${letterOf(zone)}.`);
  return terms;
};
