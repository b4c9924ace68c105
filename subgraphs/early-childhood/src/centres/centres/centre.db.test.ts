import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, centreStaff, integrator } from '@relais/platform/testing/test-users.ts';
import { nantesCentres } from '../../../seeds/nantes-centres.ts';
import { nantesDistricts } from '../../../seeds/nantes-districts.ts';
import { plantNantes } from '../../../seeds/plant-nantes.ts';
import { subgraph } from '../../subgraph.ts';
import { givenCentre, givenClosure, givenSection } from './centre.builder.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
  await inTransaction(graph.db, plantNantes);
});
afterAll(() => graph.close());

const nantesNord = nantesDistricts[7].id;

describe('Nantes', () => {
  it('has its 11 districts, by number', async () => {
    const { data } = await graph.query(
      '{ districts { number name position { latitude } } }',
      {},
      integrator(),
    );

    expect(data.districts).toHaveLength(11);
    expect(data.districts[7]).toEqual({ number: 8, name: 'Nantes Nord', position: { latitude: 47.2575 } });
  });

  it('has its centres once, however often they are planted', async () => {
    await inTransaction(graph.db, plantNantes);

    const { data } = await graph.query('{ centres { name operator } }', {}, integrator());

    expect(data.centres).toHaveLength(nantesCentres.length);
    expect(
      data.centres.filter(({ operator }: { operator: string }) => operator === 'MUNICIPAL'),
    ).toHaveLength(24);
  });

  it('lists the centres of one district', async () => {
    const ask = 'query ($districtId: ID!) { centres(districtId: $districtId) { district { id } } }';
    const { data } = await graph.query(ask, { districtId: nantesNord }, centreStaff());

    expect(data.centres).toHaveLength(4);
    expect(data.centres[0].district.id).toBe(nantesNord);
  });
});

describe('a place that another subgraph points at', () => {
  it.each(['Centre', 'Section', 'District'])(
    'of type %s is found by its id, an unknown one is absent',
    async (type) => {
      const centre = await givenCentre(graph.db, {});
      const section = await givenSection(graph.db, { centreId: centre.id });
      const ids: Record<string, string> = { Centre: centre.id, Section: section.id, District: nantesNord };
      const references = [{ id: ids[type] }, { id: newId() }];
      const { data } = await graph.resolveReferences(type, references, '{ id name }', integrator());
      expect(data).toEqual([{ id: ids[type], name: expect.any(String) }, null]);
    },
  );
});

describe('a centre', () => {
  const CENTRE = `query ($id: ID!, $from: Date!, $to: Date!) {
    centre(id: $id) {
      name kind operator address { street postalCode city } position { longitude } authorisedPlaces
      openingHours { weekday from to } facilities careKinds isAvip
      sections { name places centre { id } } closures(from: $from, to: $to) { startsOn endsOn reason }
    }
  }`;

  it('tells its hours, its sections by age and the closures that touch the days asked for', async () => {
    const { id } = await givenCentre(graph.db, { districtId: nantesNord });
    await givenSection(graph.db, { centreId: id, name: 'Les grands', minAgeMonths: 24 });
    await givenSection(graph.db, { centreId: id, name: 'Les petits', minAgeMonths: 2, maxAgeMonths: 24 });
    await givenClosure(graph.db, id, ['2026-08-03', '2026-08-21']);
    await givenClosure(graph.db, id, ['2026-12-24', '2026-12-31']);

    const { data } = await graph.query(CENTRE, { id, from: '2026-08-21', to: '2026-09-30' }, advisor());

    expect(data.centre).toMatchObject({
      address: { street: '12 rue de la Prairie-Haute', postalCode: '44300', city: 'Nantes' },
      openingHours: expect.arrayContaining([{ weekday: 5, from: '08:00', to: '18:00' }]),
      sections: [
        { name: 'Les petits', centre: { id } },
        { name: 'Les grands', centre: { id } },
      ],
      closures: [{ startsOn: '2026-08-03', endsOn: '2026-08-21', reason: 'Journée pédagogique' }],
    });
  });

  it('is absent, like a section or a district, when there is none of this id', async () => {
    const ask =
      'query ($id: ID!) { centre(id: $id) { id } section(id: $id) { id } district(id: $id) { id } }';

    expect((await graph.query(ask, { id: newId() }, advisor())).data).toEqual({
      centre: null,
      section: null,
      district: null,
    });
  });

  it('names a day that cannot be read', async () => {
    const variables = { id: newId(), from: '2026-02-30', to: '2026-03-01' };
    const { errors } = await graph.query(CENTRE, variables, advisor());

    expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toContain('from');
  });
});
