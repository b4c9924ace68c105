import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { advisor, coordinator } from '@relais/platform/testing/test-users.ts';
import { subgraphs } from '../../subgraphs/agencies.ts';
import { initCity } from './city/init-city.ts';
import { readCity } from './city/read-city.ts';
import { desksOf, worker } from './testing/desks.ts';
import { freePort } from './testing/free-port.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const HEADINGS = 'family_reference;scheme;source;state;from;stated_on;monthly_amount_eur';

let graph: TestWholeGraph;
let folder: string;
let reference: string;
let token: string;

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: new Date('2026-03-10T09:00:00Z') });
  folder = await mkdtemp(path.join(tmpdir(), 'monthly-file-'));
  const desks = desksOf(graph);
  ({ reference } = await desks.register('Diallo'));
  await desks.drained();
  token = await graph.issuer.tokenFor(worker);
}, 60_000);
afterAll(async () => {
  await rm(folder, { recursive: true });
  await graph.close();
});

type Ended = { readonly exitCode: number; readonly said: string };
type Call = { url?: string; as?: string; flags?: readonly string[]; what?: string };

/** Runs the command as it is typed, in the folder where the file lies. */
const runImport = async (
  content: string | Buffer,
  { url = `${graph.url}/graphql`, as = token, flags = [], what = 'entitlements' }: Call = {},
): Promise<Ended> => {
  await writeFile(path.join(folder, 'march.csv'), content);
  const args = ['run.mjs', 'standalone/src/import.ts', what, 'march.csv', ...flags];
  const env = { ...process.env, INIT_CWD: folder, RELAIS_URL: url, RELAIS_TOKEN: as, NODE_OPTIONS: '' };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: PROJECT, env }, (error, stdout, stderr) =>
      resolve({ exitCode: Number(error?.code ?? 0), said: `${stdout}${stderr}` }),
    );
  });
};

const entitlements = async () => {
  const { data } = await graph.ask(
    'query ($reference: String!) { family(reference: $reference) { entitlements { scheme state monthlyAmountCents } } }',
    { reference },
    worker,
  );
  return data.family.entitlements;
};

describe('npm run import -- entitlements', () => {
  it('shows first what it would do, then does it, and finds everything on record the second time', async () => {
    const file = `\uFEFF${HEADINGS};\r\n${reference};HOUSING_AID;CAF;OPEN;2026-03-01;2026-03-05;271,00;\r\n;;;;;;;\r\n`;
    expect(await runImport(file, { flags: ['--dry-run'] })).toEqual({
      exitCode: 0,
      said: 'dry run, nothing stored: taken 1, unchanged 0, refused 0\n',
    });
    expect(await entitlements()).toEqual([]);
    expect(await runImport(file)).toEqual({ exitCode: 0, said: 'taken 1, unchanged 0, refused 0\n' });
    expect(await entitlements()).toEqual([
      { scheme: 'HOUSING_AID', state: 'OPEN', monthlyAmountCents: 271_00 },
    ]);
    expect(await runImport(file)).toEqual({ exitCode: 0, said: 'taken 0, unchanged 1, refused 0\n' });
  });

  it('takes the good rows, names each other one by its line, and ends with 2', async () => {
    const rows = [
      `${reference};PRIME_ACTIVITE;CAF;OPEN;2026-03-01;2026-03-05;`,
      'NAN-0;RSA;CAF;OPEN;2026-03-01;2026-03-05;',
      `${reference};RSA;CAF;OPEN;2026-03-01;2026-03-05;646,5`,
      `${reference};RSA;CAF;OPEN;2026-03-01;2026-03-05;646,52;surplus`,
    ];
    const { exitCode, said } = await runImport([HEADINGS, ...rows].join('\n'));
    expect(exitCode).toBe(2);
    expect(said.split('\n').toSorted()).toEqual([
      '',
      expect.stringMatching(/^line 3: UNKNOWN_FAMILY Cette famille/),
      'line 4: UNREADABLE monthly_amount_eur is written 271,00 or 271.00',
      'line 5: UNREADABLE 8 cells under 7 headings',
      'taken 1, unchanged 0, refused 3',
    ]);
  });

  it.each([
    ['a heading nobody knows', 'family_reference;amount\nx;1\n', 'No column is called "amount"'],
    ['a quotation mark that never ends', `${HEADINGS}\n"NAN-1;RSA\n`, 'The file cannot be used: Quote'],
    ['no row', `${HEADINGS}\n`, 'holds no row'],
    ['nothing', '', 'The file is empty'],
    ['another encoding', Buffer.from(`${HEADINGS}\nNAN-1;\xe9`, 'latin1'), 'encoded data was not valid'],
  ])('sends nothing of a file with %s, and ends with 1', async (_what, content, problem) => {
    const { exitCode, said } = await runImport(content, { url: 'http://127.0.0.1:9/' });
    expect({ exitCode, said }).toEqual({ exitCode: 1, said: expect.stringContaining(problem) });
  });

  it('does not insist when it is told no', async () => {
    let asked = 0;
    const counting = createServer(async (request, response) => {
      asked += 1;
      const headers = {
        'content-type': 'application/json',
        authorization: `${request.headers.authorization}`,
      };
      const body = await text(request);
      const answer = await fetch(`${graph.url}/graphql`, { method: 'POST', headers, body });
      response.writeHead(answer.status).end(await answer.text());
    });
    const port = await freePort();
    await new Promise<void>((resolve) => counting.listen(port, '127.0.0.1', resolve));
    const row = `${HEADINGS}\n${reference};RSA;CAF;OPEN;2026-03-01;2026-03-05;\n`;
    const as = await graph.issuer.tokenFor(advisor());
    const { exitCode, said } = await runImport(row, { url: `http://127.0.0.1:${port}/`, as });
    counting.close();
    expect({ exitCode, asked }).toEqual({ exitCode: 1, asked: 1 });
    expect(said).toMatch(/^taken 0, unchanged 0, refused 0\nStopped before line 2: /);
  });
});

const RIVEBELLE: Readonly<Record<string, string>> = {
  'districts.geojson': JSON.stringify({
    type: 'FeatureCollection',
    features: [0, 1].map((east) => ({
      type: 'Feature',
      properties: { number: east + 1, name: `Rive ${east + 1}` },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [east, 48],
            [east + 1, 48],
            [east + 1, 49],
            [east, 49],
            [east, 48],
          ],
        ],
      },
    })),
  }),
  'centres.csv': [
    'id;name;kind;operator;street;postal_code;city;latitude;longitude;places;opening_hours;care_kinds;sections',
    '1;Les Loutres;multi-accueil;municipal;3 quai Vert;35000;Rivebelle;48.5;1.5;24;1-5 07:30-18:30;LONG_TERM;Tous 2-72 24',
    '2;Les Lynx;;;;;;;;;;;',
  ]
    .join('\n')
    .replace('Les Lynx;;;;', 'Les Lynx;;;1 rue Haute;'),
  'accounts.csv': [
    'sub;name;role;agency;kind;administrator',
    'c-1;Inès Quéméneur;CARE_COORDINATOR;ville-de-rivebelle;CARE;yes',
    's-1;Paul Le Dantec;CASEWORKER;departement-35;BENEFITS;yes',
    'e-1;Maud Salaün;EMPLOYMENT_ADVISOR;france-travail;JOB_SEARCH;yes',
  ].join('\n'),
};

const runCity = async (files: Readonly<Record<string, string>>) => {
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  const agencies = subgraphs.map((subgraph) => ({
    subgraph,
    databaseUrl: graph.databases.urls[subgraph.name],
  }));
  const [places, ...others] = agencies;
  if (!places) throw new Error('There is no agency.');
  return initCity(await readCity(folder), { places, others }, graph.now());
};

describe('npm run city -- init', () => {
  it('stores nothing of a city with a mistake, and names file, line and remedy', async () => {
    const mistaken = {
      ...RIVEBELLE,
      'centres.csv': `${RIVEBELLE['centres.csv']}`.replace('48.5;1.5', '44.5;1.5'),
    };
    await expect(runCity(mistaken)).rejects.toThrow(
      /centres\.csv, line 2: OUTSIDE_DISTRICTS: .*name the district/,
    );
    const { data } = await graph.ask('{ districts { id } centres { id } }', {}, worker);
    expect(data).toEqual({ districts: [], centres: [] });
  });

  it('begins a city of two districts, once, and its list is read again as the user who brings it', async () => {
    expect(await runCity(RIVEBELLE)).toEqual([
      'centres.csv, line 3: shown, not to be booked: KIND, OPERATOR, ADDRESS, POSITION, PLACES, OPENING_HOURS, CARE_KINDS, SECTIONS missing.',
      '2 districts, 1 centres, 3 accounts.',
      'Put this into .env: RELAIS_AGENCIES=ville-de-rivebelle=CARE,departement-35=BENEFITS,france-travail=JOB_SEARCH',
      'Give these accounts the claim admin at your issuer: c-1, s-1, e-1',
    ]);
    const { data, errors } = await graph.ask(
      `{ districts { number name position { latitude longitude } }
        centres { name openedOn district { name } sections { places } closures(from: "2000-01-01", to: "2000-01-01") { id } }
        incompleteCentres { name } professionals(search: "Dantec", first: 5) { edges { node { agency } } } }`,
      {},
      worker,
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      districts: [
        { number: 1, name: 'Rive 1', position: { latitude: 48.5, longitude: 0.5 } },
        { number: 2, name: 'Rive 2', position: { latitude: 48.5, longitude: 1.5 } },
      ],
      centres: [
        {
          name: 'Les Loutres',
          openedOn: null,
          district: { name: 'Rive 2' },
          sections: [{ places: 24 }],
          closures: [],
        },
      ],
      incompleteCentres: [{ name: 'Les Lynx' }],
    });
    await expect(runCity(RIVEBELLE)).rejects.toThrow('This city has begun');

    const as = await graph.issuer.tokenFor(coordinator());
    const list = `${RIVEBELLE['centres.csv']}`.replace(';24;', ';30;');
    const call = { as, what: 'centres', flags: ['--source', 'ville', '--from', '2026-09-01'] };
    const said =
      'line 3: INCOMPLETE without KIND, OPERATOR, ADDRESS, POSITION, PLACES, OPENING_HOURS, CARE_KINDS, SECTIONS\n';
    const first = `line 2: CHANGED Les Loutres\n${said}opened 0, changed 1, unchanged 0, incomplete 1, not a centre 0, refused 0\n`;
    expect(await runImport(list, call)).toEqual({ exitCode: 0, said: first });
    expect(await runImport(`${list}\n1;Autre;;;x;;;;;;;;\n`, call)).toEqual({
      exitCode: 2,
      said: `line 4: TWICE names the centre of line 2 again\n${said}opened 0, changed 0, unchanged 1, incomplete 1, not a centre 0, refused 1\n`,
    });
    expect(await runImport(list, { as, what: 'centres' })).toEqual({
      exitCode: 1,
      said: expect.stringContaining('Usage'),
    });
  });
});

describe('npm run import -- school-calendar', () => {
  it('takes the terms of the zone from the ministry’s file, once, and says what it cannot use', async () => {
    const file = [
      'Description;Population;Date de début;Date de fin;Académies;Zones;annee_scolaire',
      'Vacances d’Été;-;2026-07-03T22:00:00+00:00;2026-08-31T22:00:00+00:00;Nantes;Zone B;2025-2026',
      'Vacances de la Toussaint;-;2026-10-16T22:00:00+00:00;2026-11-01T23:00:00+00:00;Nantes;Zone B;2026-2027',
      'Vacances de la Toussaint;-;2026-10-16T22:00:00+00:00;2026-11-01T23:00:00+00:00;Rennes;Zone B;2026-2027',
      'Rentrée;Enseignants;2026-09-01T22:00:00+00:00;2026-09-02T22:00:00+00:00;Nantes;Zone B;2026-2027',
      'Vacances de Noël;-;2026-12-18T23:00:00+00:00;2027-01-03T23:00:00+00:00;Nantes;Zone B;2026-2027',
    ].join('\n');
    const as = await graph.issuer.tokenFor(coordinator());
    const call = { as, what: 'school-calendar', flags: ['--zone', 'B'] };
    const done = {
      exitCode: 0,
      said: 'school is known until 2026-12-18; cover of 0 families looked at again\n',
    };
    expect(await runImport(file, call)).toEqual(done);
    expect(await runImport(file, call)).toEqual(done);
    expect(await runImport(file, { ...call, flags: ['--zone', 'C'] })).toEqual({
      exitCode: 1,
      said: expect.stringContaining('The file says no term of zone C'),
    });
  });
});
