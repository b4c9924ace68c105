import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCity } from './read-city.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'city-'));
});
afterAll(() => rm(folder, { recursive: true }));

const square = (
  properties: object,
  ring: unknown = [
    [0, 48],
    [1, 48],
    [1, 49],
    [0, 48],
  ],
) => ({
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const districts = (...features: readonly unknown[]): string =>
  `{ "type": "FeatureCollection", "features": [\n${features.map((each) => JSON.stringify(each)).join(',\n')}\n] }`;
const PEOPLE = 'sub;name;role;agency;kind;administrator';
const FILES = {
  'districts.geojson': districts(square({ number: 1, name: 'Rive' })),
  'centres.csv': 'name;street\nLes Lynx;1 rue Haute\n',
  'accounts.csv': `${PEOPLE}\nc;C;CARE_COORDINATOR;ville;CARE;yes\ns;S;CASEWORKER;dep;BENEFITS;oui\ne;E;EMPLOYMENT_ADVISOR;ft;JOB_SEARCH;yes\n`,
};

const read = async (files: Readonly<Record<string, string>>) => {
  for (const [name, content] of Object.entries({ ...FILES, ...files }))
    await writeFile(path.join(folder, name), content);
  return readCity(folder);
};

describe('the files of a city', () => {
  it('say its districts, centres and first accounts', async () => {
    expect(await read({})).toMatchObject({
      districts: [
        {
          number: 1,
          name: 'Rive',
          outline: [
            [0, 48],
            [1, 48],
            [1, 49],
          ],
        },
      ],
      centres: [{ number: 2, row: { name: 'Les Lynx' } }],
      accounts: [{ sub: 'c', isAdministrator: true }, { sub: 's' }, { sub: 'e' }],
    });
  });

  it.each([
    ['districts.geojson', '{\n"type": x }', 'districts.geojson, line 2: is no JSON'],
    ['districts.geojson', '{ "type": "Feature" }', 'districts.geojson: is no GeoJSON FeatureCollection'],
    [
      'districts.geojson',
      districts(square({ number: 1, name: 'A' }), square({ name: 'B' })),
      'line 3: properties.number is missing',
    ],
    [
      'districts.geojson',
      districts(square({ number: 1, name: 'A' }), square({ number: 1, name: 'B' })),
      'line 3: district 1 B stands there twice',
    ],
    [
      'districts.geojson',
      districts(square({ number: 1, name: 'A' }), square({ number: 2, name: 'B' })),
      'line 3: district 2 B lies in district 1 A with 100 % of the smaller one',
    ],
    [
      'districts.geojson',
      districts(square({ number: 1, name: 'A' }, [[355_000, 6_689_000]])),
      'line 2: geometry.coordinates.0.0.0 is not in degrees: save the file in WGS 84',
    ],
    [
      'districts.geojson',
      districts({ properties: { number: 1, name: 'A' }, geometry: { type: 'MultiPolygon' } }),
      'draw each district as one polygon',
    ],
    [
      'districts.geojson',
      districts(
        square({ number: 1, name: 'A' }, [
          [48, -1],
          [48, -2],
          [49, -2],
          [48, -1],
        ]),
      ),
      'line 2: geometry.coordinates.0.0 is north before east',
    ],
    [
      'centres.csv',
      'name;street;places\nA;B;many\n',
      'centres.csv, line 2: UNREADABLE places is a whole number',
    ],
    ['centres.csv', 'name;rue\nA;B\n', 'centres.csv: The file cannot be used: No column is called "rue"'],
    [
      'accounts.csv',
      `${FILES['accounts.csv']}c;C;CARE_COORDINATOR;ville;CARE;no\n`,
      'accounts.csv, line 5: c stands in line 2 already',
    ],
    [
      'accounts.csv',
      `${FILES['accounts.csv']}d;D;CASEWORKER;ville;BENEFITS;no\n`,
      'line 5: ville is CARE in line 2',
    ],
    [
      'accounts.csv',
      `${FILES['accounts.csv']}d;D;CARE_COORDINATOR;dep;BENEFITS;no\n`,
      'line 5: no CARE_COORDINATOR works for an agency of BENEFITS',
    ],
    ['accounts.csv', `${PEOPLE}\nc;C;CHEF;ville;CARE;yes\n`, 'line 2: role is one of'],
    [
      'accounts.csv',
      `${PEOPLE}\nc;C;CARE_COORDINATOR;ville;CARE;yes\n`,
      'names no administrator for JOB_SEARCH',
    ],
  ])('%s with %j is refused', async (name, content, problem) => {
    await expect(read({ [name]: content })).rejects.toThrow(problem);
  });

  it('are all needed, and all problems are named at once', async () => {
    await read({});
    await rm(path.join(folder, 'accounts.csv'));
    await writeFile(path.join(folder, 'centres.csv'), 'name;street\nA\n');
    await expect(readCity(folder)).rejects.toThrow(
      /^Nothing was stored\.\ncentres\.csv, line 2: .*\naccounts\.csv: is not there/,
    );
  });
});
