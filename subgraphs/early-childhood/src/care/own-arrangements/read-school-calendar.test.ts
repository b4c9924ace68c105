import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSchoolCalendar } from './read-school-calendar.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'calendar-'));
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (name: string, content: string, zone = 'B') => {
  const file = path.join(folder, name);
  await writeFile(file, content);
  const terms = await readSchoolCalendar(file, zone);
  return terms.map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`);
};

/** As data.education.gouv.fr writes them: a row for each académie, midnights of Paris as UTC, teachers apart. */
const ROWS = [
  ['Vacances de la Toussaint', '-', '2025-10-17T22:00:00+00:00', '2025-11-02T23:00:00+00:00', 'Nantes'],
  ['Vacances de la Toussaint', '-', '2025-10-17T22:00:00+00:00', '2025-11-02T23:00:00+00:00', 'Rennes'],
  ['Vacances de Noël', '-', '2025-12-19T23:00:00+00:00', '2026-01-04T23:00:00+00:00', 'Nantes'],
  ["Vacances d'Hiver", '-', '2026-02-13T23:00:00+00:00', '2026-03-01T23:00:00+00:00', 'Nantes'],
  ['Vacances de Printemps', '-', '2026-04-10T22:00:00+00:00', '2026-04-26T22:00:00+00:00', 'Nantes'],
  ["Pont de l'Ascension", '-', '2026-05-13T22:00:00+00:00', '2026-05-17T22:00:00+00:00', 'Nantes'],
  ["Vacances d'Été", 'Élèves', '2026-07-03T22:00:00+00:00', '2026-08-31T22:00:00+00:00', 'Nantes'],
  ["Vacances d'Été", 'Enseignants', '2026-07-03T22:00:00+00:00', '2026-08-30T22:00:00+00:00', 'Nantes'],
  ['Vacances de la Toussaint', '-', '2026-10-16T22:00:00+00:00', '2026-11-01T23:00:00+00:00', 'Nantes'],
  ["Début des Vacances d'Été", '-', '2027-07-02T22:00:00+00:00', '2027-07-02T22:00:00+00:00', 'Nantes'],
].map((cells) => [...cells, 'Zone B', '2025-2026']);
const TERMS = [
  '2025-11-03 2025-12-19',
  '2026-01-05 2026-02-13',
  '2026-03-02 2026-04-10',
  '2026-04-27 2026-05-13',
  '2026-05-18 2026-07-03',
  '2026-09-01 2026-10-16',
];
const NAMES = ['description', 'population', 'start_date', 'end_date', 'location', 'zones', 'annee_scolaire'];
const LABELS = [
  'Description',
  'Population',
  'Date de début',
  'Date de fin',
  'Académies',
  'Zones',
  'annee_scolaire',
];
const OTHERS = [
  [
    'Vacances de Noël',
    '-',
    '2025-12-19T23:00:00+00:00',
    '2026-01-04T23:00:00+00:00',
    'Corse',
    'Corse',
    '2025-2026',
  ],
  [
    "Vacances d'Hiver",
    '-',
    '2026-02-06T23:00:00+00:00',
    '2026-02-22T23:00:00+00:00',
    'Lyon',
    'Zone A',
    '2025-2026',
  ],
];
const csv = (headings: readonly string[], rows: readonly (readonly string[])[]) =>
  `\uFEFF${[headings, ...rows].map((cells) => cells.join(';')).join('\r\n')}\r\n`;
const objects = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => Object.fromEntries(NAMES.map((name, index) => [name, cells[index] ?? null])));

describe('the ministry’s file of school holidays', () => {
  it('gives the terms of a zone, saved as CSV under its names or its labels, or as JSON', async () => {
    const rows = [...ROWS, ...OTHERS];
    expect(await read('names.csv', csv(NAMES, rows))).toEqual(TERMS);
    expect(await read('labels.csv', csv(LABELS, rows), 'zone b')).toEqual(TERMS);
    expect(await read('export.json', JSON.stringify(objects(rows)))).toEqual(TERMS);
    const answer = { total_count: rows.length, results: objects(rows) };
    expect(await read('answer.json', JSON.stringify(answer))).toEqual(TERMS);
  });

  it('may write its midnights as those of Paris, or as days, and leave a population out', async () => {
    const asDays = ROWS.map((cells) =>
      cells.map((cell) => cell.replace(/T2[23]:00:00\+00:00/, '')).map((cell) => nextDay(cell)),
    );
    const inParis = asDays.map((cells) =>
      cells.map((cell) => (isDay(cell) ? `${cell}T00:00:00+0${hoursOn(cell)}:00` : cell)),
    );
    expect(await read('days.csv', csv(NAMES, asDays))).toEqual(TERMS);
    expect(await read('paris.csv', csv(NAMES, inParis))).toEqual(TERMS);
    const without = objects(ROWS).map((each) => ({
      ...each,
      population: each.population === '-' ? null : each.population,
    }));
    expect(await read('without.json', JSON.stringify(without))).toEqual(TERMS);
  });

  it('ends a summer by the row of the day of return, which is no day off; teachers return by themselves', async () => {
    const day = '2027-08-31T22:00:00+00:00';
    const rows = [
      ROWS.at(-1) ?? [],
      [
        'Prérentrée des enseignants',
        '-',
        '2027-08-30T22:00:00+00:00',
        '2027-08-30T22:00:00+00:00',
        'Nantes',
        'Zone B',
        '',
      ],
      ['Rentrée scolaire des élèves', '-', day, day, 'Nantes', 'Zone B', '2027-2028'],
      [
        'Vacances de la Toussaint',
        '-',
        '2027-10-22T22:00:00+00:00',
        '2027-11-07T23:00:00+00:00',
        'Nantes',
        'Zone B',
        '',
      ],
      // Pupils leave on a Thursday, after classes.
      [
        "Début des Vacances d'Été",
        '-',
        '2027-12-15T23:00:00+00:00',
        '2027-12-15T23:00:00+00:00',
        'Nantes',
        'Zone B',
        '',
      ],
    ];
    expect(await read('return.csv', csv(NAMES, rows))).toEqual([
      '2027-09-01 2027-10-22',
      '2027-11-08 2027-12-16',
    ]);
  });

  it.each([
    ['empty.json', '[]', 'no term of zone B'],
    ['part.json', '{ "total_count": 3, "results": [{}, {}] }', 'holds 2 of 3 records'],
    ['no.json', '{', 'no JSON'],
    ['one.json', '{ "a": 1 }', 'no list of records'],
    [
      'day.json',
      '[{ "start_date": "soon", "end_date": "2026-01-01", "zones": "Zone B" }]',
      'record 1: Date de début is no day',
    ],
    ['day.csv', 'zones;start_date;end_date\nZone B;soon;2026-01-01', 'line 2: Date de début is no day'],
  ])('%s is not used: %s', async (name, content, problem) => {
    await expect(read(name, content)).rejects.toThrow(problem);
  });
});

const isDay = (cell: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(cell);
const nextDay = (cell: string): string =>
  isDay(cell) ? new Date(Date.parse(cell) + 86_400_000).toISOString().slice(0, 10) : cell;
const hoursOn = (day: string): number =>
  (day > '2026-03-29' && day < '2026-10-25') || day > '2027-03-28' || day < '2025-10-26' ? 2 : 1;
