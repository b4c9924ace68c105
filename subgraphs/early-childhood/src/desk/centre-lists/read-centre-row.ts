import { type ReadRow, readerUnder } from '@relais/platform/importing/headings.ts';
import { nameKey } from '@relais/platform/names.rules.ts';
import { z } from 'zod';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { Facility, type Operator } from '../../centres/centres/centre-kind.ts';

/** Columns of a city's list by their heading; the order is free. */
const columns = {
  id: 'sourceId',
  name: 'name',
  kind: 'kind',
  operator: 'operator',
  street: 'street',
  postal_code: 'postalCode',
  city: 'city',
  latitude: 'latitude',
  longitude: 'longitude',
  district: 'districtNumber',
  places: 'authorisedPlaces',
  opening_hours: 'openingHours',
  care_kinds: 'careKinds',
  sections: 'sections',
  emergency_places: 'emergencyPlaces',
  facilities: 'facilities',
  avip: 'isAvip',
  siret: 'siret',
  finess: 'finess',
  city_id: 'cityId',
} as const;

const operators = new Map<string, Operator>([
  ['municipal', 'MUNICIPAL'],
  ['municipale', 'MUNICIPAL'],
  ['ville', 'MUNICIPAL'],
  ['associative', 'ASSOCIATIVE'],
  ['associatif', 'ASSOCIATIVE'],
  ['association', 'ASSOCIATIVE'],
]);

const answers = new Map([
  ['yes', true],
  ['oui', true],
  ['1', true],
  ['no', false],
  ['non', false],
  ['0', false],
]);

const wordOf = <Value>(words: ReadonlyMap<string, Value>, problem: string) =>
  z.string().transform((text, context) => {
    const value = words.get(text.toLowerCase());
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });

const wordsOf = <Word extends string>(known: Readonly<Record<string, Word>>, problem: string) =>
  z
    .string()
    .transform((text) => text.split(/[\s,|]+/).filter(Boolean))
    .pipe(z.array(z.enum(known, problem)));

const linesOf = <Line>(form: RegExp, lines: (parts: readonly string[]) => Line[], problem: string) =>
  z.string().transform((text, context) => {
    const found = text.split('|').map((line) => form.exec(line.trim()));
    const read = found.map((match) => (match ? lines(match.slice(1)) : []));
    if (read.every((each) => each.length > 0)) return read.flat();
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });

const count = (from: string, to: string): number[] =>
  Array.from({ length: Math.max(Number(to) - Number(from) + 1, 0) }, (_, index) => Number(from) + index);

/** `1-5 07:30-18:30 | 6 08:00-18:00`: days of the week, Monday to Sunday, with hours. */
const openingHours = linesOf(
  /^([1-7])(?:-([1-7]))? ((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/,
  ([first = '', last, from = '', to = '']) =>
    count(first, last ?? first).map((weekday) => ({ weekday, from, to })),
  'is written 1-5 07:30-18:30 | 6 08:00-18:00',
);

/** `Les petits 2-18 12 | Les grands 18-72 20`: name, ages in months, places. */
const sections = linesOf(
  /^(\S.*) (\d{1,2})-(\d{1,2}) (\d{1,3})$/,
  ([name = '', youngest, oldest, places]) => [
    { name, minAgeMonths: Number(youngest), maxAgeMonths: Number(oldest), places: Number(places) },
  ],
  'is written Les petits 2-18 12 | Les grands 18-72 20: name, ages in months, places',
);

/** `Les petits 1-5 08:00-09:00 2 | Les grands 1 08:00-10:00 1`: name, days of the week, hours, places kept for emergencies. */
const emergencyPlaces = linesOf(
  /^(\S.*) ([1-7])(?:-([1-7]))? ((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d) (\d{1,3})$/,
  ([section = '', first = '', last, from = '', to = '', places]) =>
    count(first, last ?? first).map((weekday) => ({ section, weekday, from, to, places: Number(places) })),
  'is written Les petits 1-5 08:00-09:00 2 | Les grands 1 08:00-10:00 1: name, days, hours, places',
);

/** What a row does not say. */
const orNull = <Cell extends z.ZodType>(cell: Cell) => cell.nullable().default(null);

const text = orNull(z.string());

const degrees = (most: number) =>
  orNull(
    z
      .string()
      .regex(/^-?\d{1,3}([.,]\d+)?$/, 'is written 47.2575')
      .transform((cell) => Number(cell.replace(',', '.')))
      .refine((value) => Math.abs(value) <= most, `goes to ${most}`),
  );

const wholeNumber = orNull(
  z
    .string()
    .regex(/^\d{1,4}$/, 'is a whole number')
    .transform(Number),
);

const NORTH = 90;
const EAST = 180;
const cells = z.object({
  sourceId: text,
  name: z.string('is missing'),
  kind: text,
  operator: orNull(wordOf(operators, 'is municipal or associative')),
  street: z.string('is missing'),
  postalCode: orNull(z.string().regex(/^\d{5}$/, 'has five digits')),
  city: text,
  latitude: degrees(NORTH),
  longitude: degrees(EAST),
  districtNumber: wholeNumber,
  authorisedPlaces: wholeNumber,
  openingHours: orNull(openingHours),
  careKinds: orNull(wordsOf(CareKind, `is some of ${Object.keys(CareKind).join(' ')}`)),
  sections: orNull(sections),
  emergencyPlaces: orNull(emergencyPlaces),
  facilities: orNull(wordsOf(Facility, `is some of ${Object.keys(Facility).join(' ')}`)),
  isAvip: orNull(wordOf(answers, 'is yes or no')),
  siret: text,
  finess: text,
  cityId: text,
});

type Cells = z.output<typeof cells>;

/** What each section keeps; a row that says it of some says it of all. */
const sectionsOf = ({ sections: named, emergencyPlaces: kept }: Cells) =>
  named?.map((section) => {
    const isOfSection = ({ section: name }: { readonly section: string }) =>
      nameKey(name) === nameKey(section.name);
    const lines = kept?.filter(isOfSection).map(({ section: _section, ...line }) => line) ?? null;
    return { ...section, emergencyPlaces: lines };
  }) ?? null;

const isOfSections = ({ sections: named, emergencyPlaces: kept }: Cells): boolean =>
  (kept ?? []).every(({ section }) => named?.some(({ name }) => nameKey(name) === nameKey(section)));

/** Half a point is none. */
const centreRow = cells
  .refine(isOfSections, { path: ['emergencyPlaces'], message: 'names a section that the row does not' })
  .transform((cell) => {
    const { latitude, longitude, emergencyPlaces: _kept, ...row } = cell;
    const position = latitude === null || longitude === null ? null : { latitude, longitude };
    return { ...row, sections: sectionsOf(cell), position };
  });

export type CentreRow = z.output<typeof centreRow>;

/** How the rows under these headings are read; headings that are not understood are an error. */
export const rowReader = (headings: readonly string[]): ReadRow<CentreRow> =>
  readerUnder(columns, centreRow, headings);
