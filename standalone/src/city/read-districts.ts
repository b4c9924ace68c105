import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { middleOf } from '@relais/early-childhood/centres/districts/middle.rules.ts';
import { doOverlap, sharedPart } from '@relais/early-childhood/centres/districts/overlap.rules.ts';
import type { Outline } from '@relais/early-childhood/centres/districts/place.rules.ts';
import type { SeedDistrict } from '@relais/early-childhood/seeds/plant-city.ts';
import { newId } from '@relais/platform/ids.ts';
import { z } from 'zod';
import type { FileProblem } from './file-problem.ts';
import { lineAt, linesOfElements } from './json-lines.rules.ts';

export const DISTRICTS_FILE = 'districts.geojson';

const EAST = 180;
const NORTH = 90;
const FEWEST_CORNERS = 4;
const degrees = (most: number) =>
  z
    .number()
    .refine((value) => Math.abs(value) <= most, 'is not in degrees: save the file in WGS 84 (EPSG:4326)');
/** Degrees of metropolitan France the other way round. */
const isSwapped = (east: number, north: number): boolean =>
  east > 41 && east < 52 && north > -6 && north < 10;

const corner = z
  .tuple([degrees(EAST), degrees(NORTH)], 'is no point of two numbers')
  .rest(z.number())
  .refine(
    ([east, north]) => !isSwapped(east, north),
    'is north before east: GeoJSON writes degrees east first',
  );

const feature = z.object({
  properties: z.object({
    number: z.int('is missing, or no whole number: give each district its number').positive(),
    name: z.string('is missing: give each district its name').trim().min(1, 'is empty'),
  }),
  geometry: z.object({
    type: z.literal('Polygon', 'is not Polygon: draw each district as one polygon, without parts'),
    coordinates: z.tuple(
      [z.array(corner).min(FEWEST_CORNERS, 'has fewer than four corners')],
      'is not one ring: a district has no holes',
    ),
  }),
});
const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.unknown()).min(1),
});

export type CityDistrict = SeedDistrict & { readonly outline: Outline };

type Read = { readonly districts: readonly CityDistrict[]; readonly problems: readonly FileProblem[] };

const districtOf = ({ properties, geometry }: z.output<typeof feature>): CityDistrict => {
  const [ring] = geometry.coordinates;
  const corners = ring.map(([east, north]) => [east, north] as const);
  const [first] = corners;
  const last = corners.at(-1);
  const isClosed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  const outline = isClosed ? corners.slice(0, -1) : corners;
  return { id: newId(), ...properties, ...middleOf(outline), outline };
};

const POSITION = /position (\d+)/;

const parsed = (text: string): { readonly features: readonly unknown[] } | FileProblem => {
  try {
    const { data } = collection.safeParse(JSON.parse(text));
    return (
      data ?? { file: DISTRICTS_FILE, problem: 'is no GeoJSON FeatureCollection with a district in it.' }
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = POSITION.exec(message)?.[1];
    const line = lineAt(text, offset === undefined ? text.length : Number(offset));
    return { file: DISTRICTS_FILE, line, problem: `is no JSON: ${message}` };
  }
};

const problemsOf = (error: z.ZodError, line: number | undefined): FileProblem[] =>
  error.issues.map(({ path: place, message }) => ({
    file: DISTRICTS_FILE,
    line,
    problem: `${place.join('.')} ${message}.`,
  }));

const twice = (lines: readonly (readonly [number | undefined, CityDistrict])[]): FileProblem[] =>
  lines.flatMap(([line, { number, name }], index) => {
    const isThere = lines.slice(0, index).some(([, each]) => each.number === number || each.name === name);
    return isThere
      ? [{ file: DISTRICTS_FILE, line, problem: `district ${number} ${name} stands there twice: keep one.` }]
      : [];
  });

/** A home there would be of the one with the lower number, and rolled out with it. */
const overlapping = (lines: readonly (readonly [number | undefined, CityDistrict])[]): FileProblem[] =>
  lines.flatMap(([line, one], index) =>
    lines.slice(0, index).flatMap(([, other]) => {
      const isTwice = one.number === other.number || one.name === other.name;
      if (isTwice || !doOverlap(one.outline, other.outline)) return [];
      const names = `district ${one.number} ${one.name} lies in district ${other.number} ${other.name}`;
      const part = Math.ceil(100 * sharedPart(one.outline, other.outline));
      const problem = `${names} with ${part} % of the smaller one: draw each part of the city in one district.`;
      return [{ file: DISTRICTS_FILE, line, problem }];
    }),
  );

/** The districts of a city with their outlines, or all that is wrong with them. */
export const readDistricts = async (folder: string): Promise<Read> => {
  const text = await readFile(path.join(folder, DISTRICTS_FILE), 'utf8');
  const found = parsed(text);
  if ('problem' in found) return { districts: [], problems: [found] };
  const lines = linesOfElements(text, 'features');
  const read = found.features.map((each, index) => ({ line: lines[index], ...feature.safeParse(each) }));
  const districts = read.flatMap(({ line, data }) => (data ? [[line, districtOf(data)] as const] : []));
  const problems = read.flatMap(({ line, error }) => (error ? problemsOf(error, line) : []));
  return {
    districts: districts.map(([, district]) => district),
    problems: [...problems, ...twice(districts), ...overlapping(districts)],
  };
};
