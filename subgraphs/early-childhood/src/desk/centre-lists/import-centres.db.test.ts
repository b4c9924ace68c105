import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { givenCentre, givenDistrict, givenSection } from '../../centres/centres/centre.builder.ts';
import { Centre } from '../../centres/centres/centre.ts';
import { subgraph } from '../../subgraph.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');

let graph: TestSubgraph;
let districtNumber: number;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
  districtNumber = (await givenDistrict(graph.db)).number;
});
afterAll(() => graph.close());

const IMPORT = `mutation ($input: ImportCentresInput!) { importCentres(input: $input) {
  rows { index outcome centreId knownAs missing refusal { reason message } } refusal { reason } } }`;
const INCOMPLETE = `query ($source: String) { incompleteCentres(source: $source) {
  source sourceId name street postalCode city missing listedAt } }`;

type Given = Readonly<Record<string, unknown>>;

const send = async (rows: readonly Given[], input: Given = {}, as: TestUser = coordinator()) =>
  (await graph.query(IMPORT, { input: { source: 'ville', rows, ...input } }, as)).data?.importCentres;

const outcomes = async (rows: readonly Given[], input: Given = {}) =>
  (await send(rows, input)).rows.map(
    ({ outcome, refusal }: { outcome: string; refusal: { reason: string } | null }) =>
      refusal ? `${outcome} ${refusal.reason}` : outcome,
  );

const row = (name: string, said: Given = {}): Given => ({
  name,
  ...{ street: '4 rue Haute', postalCode: '44000', city: 'Nantes', kind: 'Multi-accueil' },
  ...{ operator: 'MUNICIPAL', districtNumber, authorisedPlaces: 20 },
  position: { latitude: 47.2, longitude: -1.5 },
  openingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '18:00' })),
  careKinds: ['LONG_TERM', 'EMERGENCY'],
  sections: [
    { name: 'Les grands', minAgeMonths: 18, maxAgeMonths: 72, places: 12 },
    { name: 'Les petits', minAgeMonths: 2, maxAgeMonths: 18, places: 8 },
  ],
  ...said,
});

const SECTION = { name: 'Tous', minAgeMonths: 2, maxAgeMonths: 72, places: 20 };

const counted = (): Promise<number> => graph.db.count(Centre);
const centreOf = (name: string): Promise<Centre> => graph.db.findOneByOrFail(Centre, { name });

describe('a city’s list of centres', () => {
  const list = () => [
    row('La Marelle', { sourceId: '1', finess: '440012345', cityId: 'V-1' }),
    row('Les Loirs', { sourceId: '2', sections: null, operator: null }),
    row('Les Nounous', { sourceId: '3', kind: 'Maison d’assistantes maternelles' }),
    row('Les Mésanges', { sourceId: '4', position: { latitude: 0, longitude: 0 }, districtNumber: null }),
  ];
  const FIRST = ['OPENED', 'INCOMPLETE', 'NOT_A_CENTRE NOT_A_CENTRE', 'REFUSED OUTSIDE_DISTRICTS'];

  it('opens what is whole, shows what is not, reports what is no centre; a preview and a second time change nothing', async () => {
    const before = await counted();
    expect(await outcomes(list(), { preview: true })).toEqual(FIRST);
    expect(await counted()).toBe(before);

    expect(await outcomes(list())).toEqual(FIRST);
    expect(await centreOf('La Marelle')).toMatchObject({
      kind: 'MULTI_PURPOSE',
      finess: '440012345',
      cityId: 'V-1',
    });
    expect(await counted()).toBe(before + 1);
    const shown = await graph.query(INCOMPLETE, { source: 'ville' }, caseworker());
    expect(shown.data.incompleteCentres).toEqual([
      {
        ...{ source: 'ville', sourceId: '2', name: 'Les Loirs', street: '4 rue Haute' },
        ...{ postalCode: '44000', city: 'Nantes', missing: ['OPERATOR', 'SECTIONS'] },
        listedAt: NOW.toISOString(),
      },
    ]);

    expect(await outcomes(list())).toEqual(['UNCHANGED', ...FIRST.slice(1)]);
    expect(await counted()).toBe(before + 1);
    expect(await centreOf('La Marelle')).toMatchObject({ version: 1 });
  });

  it('keeps for emergencies what the list says, until another says otherwise', async () => {
    const keeping = (emergencyPlaces: readonly Given[] | null) =>
      row('Les Cigales', {
        ...{ sourceId: '9', street: '9 rue des Prés' },
        sections: [{ ...SECTION, emergencyPlaces }],
      });
    const line = { weekday: 1, from: '08:00', to: '09:00', places: 2 };
    expect(await outcomes([keeping([line])])).toEqual(['OPENED']);
    const keptNow = async () => (await centreOf('Les Cigales')).emergencyPlaces.map(({ places }) => places);
    expect(await keptNow()).toEqual([2]);
    for (const said of [null, [line]]) expect(await outcomes([keeping(said)])).toEqual(['UNCHANGED']);
    expect(await outcomes([keeping([{ ...line, places: 3 }])])).toEqual(['CHANGED']);
    expect(await keptNow()).toEqual([3]);
  });

  it('changes a centre from its day, keeps what it does not say, and completes what was incomplete', async () => {
    const { id } = await centreOf('La Marelle');
    const changed = row('La Petite Marelle', {
      ...{ sourceId: '1', authorisedPlaces: 24, sections: null, operator: 'ASSOCIATIVE' },
    });
    const changes = [changed, row('Les Loirs', { sourceId: '2' })];
    expect(await outcomes(changes, { from: '2026-09-01' })).toEqual(['CHANGED', 'OPENED']);

    const { data } = await graph.query(
      `query ($id: ID!) { centre(id: $id) { name operator authorisedPlaces sections { name } toCome { from authorisedPlaces } }
        incompleteCentres { name } }`,
      { id },
      coordinator(),
    );
    expect(data).toEqual({
      centre: {
        ...{ name: 'La Petite Marelle', operator: 'ASSOCIATIVE', authorisedPlaces: 20 },
        sections: [{ name: 'Les petits' }, { name: 'Les grands' }],
        toCome: [{ from: '2026-09-01', authorisedPlaces: 24 }],
      },
      incompleteCentres: [],
    });
    // Also without the day: it is decided already.
    expect(await outcomes(changes)).toEqual(['UNCHANGED', 'UNCHANGED']);
    expect(await outcomes([row('La Marelle', { sourceId: '1', authorisedPlaces: 30 })])).toEqual([
      'REFUSED LATER_CHANGE_DECIDED',
    ]);
  });

  it('knows a centre that was there by name and street, and moves it where it stands now', async () => {
    const { id: districtId, number } = await givenDistrict(graph.db);
    const there = await givenCentre(graph.db, { name: 'Le Gué', siret: '73282932000074' });
    await givenSection(graph.db, { centreId: there.id });
    const { street } = there.address;
    const said = { name: 'LE GUÉ', street: street.toUpperCase(), districtNumber: number };
    expect(await send([said])).toEqual({
      rows: [
        { index: 0, outcome: 'CHANGED', centreId: there.id, knownAs: 'Le Gué', missing: [], refusal: null },
      ],
      refusal: null,
    });
    expect(await graph.db.findOneByOrFail(Centre, { id: there.id })).toMatchObject({
      ...{ name: 'Le Gué', districtId, siret: '73282932000074', authorisedPlaces: 10 },
    });
    expect(await outcomes([said, { name: ' ', street }])).toEqual(['UNCHANGED', 'REFUSED TEXT_UNSUITABLE']);
    expect(await outcomes([row('Le Bac', { siret: '73282932000074' })])).toEqual(['REFUSED ANOTHER_CENTRE']);
    expect(await outcomes([row('Le Bac', { districtNumber: 9_999 })])).toEqual(['REFUSED UNKNOWN_DISTRICT']);

    await givenCentre(graph.db, { name: 'Le Gué' });
    expect(await outcomes([said], { source: 'autre' })).toEqual(['REFUSED SAME_PLACE_TWICE']);
  });

  it('knows a centre again when its source begins to give ids, and forgets that it was incomplete', async () => {
    const before = await counted();
    const source = { source: 'sans ids' };
    expect(await outcomes([row('La Berge'), row('Le Saule', { kind: null })], source)).toEqual([
      'OPENED',
      'INCOMPLETE',
    ]);
    const numbered = [row('La Berge', { sourceId: 'b' }), row('Le Saule', { sourceId: 's' })];
    expect(await outcomes(numbered, source)).toEqual(['UNCHANGED', 'OPENED']);
    expect(await outcomes([row('La Berge'), ...numbered], source)).toEqual([
      'UNCHANGED',
      'UNCHANGED',
      'UNCHANGED',
    ]);
    expect(await counted()).toBe(before + 2);
    const { data } = await graph.query(INCOMPLETE, source, caseworker());
    expect(data.incompleteCentres).toEqual([]);
  });

  it('refuses ids that shift, sections named twice and words nobody knows; what holds at once freezes nothing', async () => {
    const source = { source: 'rang' };
    expect(await outcomes([row('Le Pin', { sourceId: '1', street: '1 rue A' })], source)).toEqual(['OPENED']);
    const shifted = [
      row('Le Houx', { sourceId: '1', street: '2 rue B' }),
      row('Le Pin', { sourceId: '2', street: '1 rue A' }),
      row('Le Buis', { sections: [SECTION, SECTION] }),
      row('Le Buis', { kind: 'multi acceuil' }),
    ];
    expect(await outcomes(shifted, source)).toEqual([
      'REFUSED ANOTHER_CENTRE',
      'REFUSED KNOWN_BY_ANOTHER_ID',
      'REFUSED SECTION_TWICE',
      'REFUSED KIND_UNKNOWN',
    ]);
    const associative = [row('Le Pin', { sourceId: '1', street: '1 rue A', operator: 'ASSOCIATIVE' })];
    expect(await outcomes(associative, { ...source, from: '2026-09-01' })).toEqual(['CHANGED']);
    const pine = await centreOf('Le Pin');
    expect(pine).toMatchObject({ operator: 'ASSOCIATIVE', terms: [] });
    const places = [row('Le Pin', { sourceId: '1', street: '1 rue A', authorisedPlaces: 22 })];
    expect(await outcomes(places, { ...source, from: '2026-04-01' })).toEqual(['CHANGED']);
  });

  it('is taken whole or not for a past day, without a source, of too many rows; by coordinators', async () => {
    const refusal = async (input: Given) => (await send([], input)).refusal?.reason;
    expect(await refusal({ from: '2026-03-01' })).toBe('IN_THE_PAST');
    expect(await refusal({ source: ' ' })).toBe('SOURCE_UNSUITABLE');
    const many = Array.from({ length: 21 }, (_, index) => row(`Centre ${index}`));
    const { errors } = await graph.query(IMPORT, { input: { source: 'ville', rows: many } }, coordinator());
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const denied = await graph.query(IMPORT, { input: { source: 'ville', rows: [] } }, caseworker());
    expect(denied.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
