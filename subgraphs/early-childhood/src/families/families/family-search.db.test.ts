import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, coordinator } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenDistrict } from '../../centres/centres/centre.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenAdult, givenChild, givenFamily } from './family.builder.ts';

const FAMILIES = `query ($search: String, $districtId: ID, $first: Int! = 20, $after: String) {
  families(search: $search, districtId: $districtId, first: $first, after: $after) {
    totalCount isExact edges { cursor node { displayName } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

const families = (variables: Readonly<Record<string, unknown>>) =>
  graph.query(FAMILIES, variables, coordinator());

const namesFound = async (variables: Readonly<Record<string, unknown>>): Promise<string[]> => {
  const { data, errors } = await families(variables);
  expect(errors).toEqual([]);
  return data.families.edges.map(({ node }: { node: { displayName: string } }) => node.displayName);
};

describe('searching families', () => {
  it('finds a family by the whole telephone number of an adult, where the reader is told it', async () => {
    const { id: familyId } = await givenFamily(graph.db, { displayName: 'Tanguy' });
    await givenAdult(graph.db, { familyId, phone: '+33698765432' });
    const search = '06 98 76 54 32';
    expect(await namesFound({ search })).toEqual(['Tanguy']);
    expect(await namesFound({ search: '06 98 76 54 33' })).toEqual([]);
    await graph.db.query(
      `insert into address_protections (id, family_id, basis, reason, began_at, began_by, version)
       select gen_random_uuid(), $1, 'COMPLAINT', 'Menaces', now(), 'zoe', 1`,
      [familyId],
    );
    expect(await namesFound({ search })).toEqual([]);
  });

  it('finds a family by the day on which a child was born or is expected', async () => {
    const { id: familyId } = await givenFamily(graph.db, { displayName: 'Urvoy' });
    await givenChild(graph.db, { familyId, birthDate: Temporal.PlainDate.from('2023-11-07') });
    expect(await namesFound({ search: '07/11/2023' })).toEqual(['Urvoy']);
    expect(await namesFound({ search: '2023-11-08' })).toEqual([]);
  });

  it('says how many there are on all pages', async () => {
    const districtId = (await givenDistrict(graph.db)).id;
    for (const displayName of ['Un', 'Deux', 'Trois'])
      await givenFamily(graph.db, { displayName, districtId });
    const { data } = await families({ districtId, first: 1 });
    expect(data.families).toMatchObject({ totalCount: 3, isExact: true, pageInfo: { hasNextPage: true } });
    expect((await families({ search: '---' })).data.families).toMatchObject({ totalCount: 0, edges: [] });
  });

  it('finds part of a name in any case, with or without accents', async () => {
    await givenFamily(graph.db, { displayName: 'Étienne - Lemaître' });

    expect(await namesFound({ search: 'etienne' })).toEqual(['Étienne - Lemaître']);
    expect(await namesFound({ search: ' LEMAÎTRE ' })).toEqual(['Étienne - Lemaître']);
  });

  it('finds a family by an adult of another name, whichever name comes first', async () => {
    const { id: familyId } = await givenFamily(graph.db, { displayName: 'Sow' });
    await givenAdult(graph.db, { familyId, firstName: 'Zoé', lastName: 'Kerambrun' });

    expect(await namesFound({ search: 'zoe kerambrun' })).toEqual(['Sow']);
    expect(await namesFound({ search: 'Kerambrun Zo' })).toEqual(['Sow']);
  });

  it('takes one or two letters for the start of the family’s name', async () => {
    await givenFamily(graph.db, { displayName: 'Ýlang' });
    await givenFamily(graph.db, { displayName: 'Cy' });

    expect(await namesFound({ search: 'y' })).toEqual(['Ýlang']);
    expect(await namesFound({ search: 'YL' })).toEqual(['Ýlang']);
  });

  it('finds a family by its reference', async () => {
    const { reference } = await givenFamily(graph.db, { displayName: 'Quintin' });

    expect(await namesFound({ search: reference.toLowerCase() })).toEqual(['Quintin']);
  });

  it.each(['N’Diaye-Le Goff', 'ndiaye le goff', 'NDIAYE-LE  GOFF', "n'diaye le\u00A0goff", 'Diaye\u200B Le'])(
    'finds a compound name written as %j',
    async (search) => {
      await graph.db.query(
        `delete from family_homes using families where families.id = family_id and display_name = 'N''Diaye-Le Goff'`,
      );
      await graph.db.query("delete from families where display_name = 'N''Diaye-Le Goff'");
      await givenFamily(graph.db, { displayName: "N'Diaye-Le Goff" });

      expect(await namesFound({ search })).toEqual(["N'Diaye-Le Goff"]);
    },
  );

  it('finds a family by its reference as somebody may type it', async () => {
    const { reference } = await givenFamily(graph.db, { displayName: 'Rosmadec' });
    const typed = ` ${reference.toLowerCase().replace('-', ' ')}\u200B`;

    expect(await namesFound({ search: typed })).toEqual(['Rosmadec']);
    const { data } = await graph.query(
      'query ($typed: String!) { family(reference: $typed) { reference } }',
      { typed },
      coordinator(),
    );
    expect(data.family).toEqual({ reference });
  });

  it('takes wildcards and quotes for what they are', async () => {
    expect(await namesFound({ search: '%' })).toEqual([]);
    expect(await namesFound({ search: '_' })).toEqual([]);
    expect(await namesFound({ search: "\\' or true --" })).toEqual([]);
  });
});

describe('a list of families', () => {
  it('is paged by name without losing or repeating one, also those of one name', async () => {
    const { id: districtId } = await givenDistrict(graph.db);
    for (const displayName of ['Béa', 'Abel', 'Abel', 'Éloi', 'Zélie']) {
      await givenFamily(graph.db, { displayName, districtId });
    }

    const found: string[] = [];
    let after: string | null = null;
    for (let page = 1; page <= 3; page += 1) {
      const { data } = await families({ districtId, first: 2, after });
      found.push(
        ...data.families.edges.map(({ node }: { node: { displayName: string } }) => node.displayName),
      );
      expect(data.families.pageInfo).toMatchObject({ hasNextPage: page < 3, hasPreviousPage: page > 1 });
      after = data.families.pageInfo.endCursor;
    }

    expect(found).toEqual(['Abel', 'Abel', 'Béa', 'Éloi', 'Zélie']);
    expect(await namesFound({ districtId, search: '  ' })).toHaveLength(5);
  });

  it.each([
    ['first', { first: 101 }],
    ['first', { first: 0 }],
    ['after', { after: 'elsewhere' }],
    ['after', { after: Buffer.from('["Abel","1"]').toString('base64url') }],
    ['after', { after: Buffer.from(JSON.stringify(['a\u0000', newId()])).toString('base64url') }],
    ['search', { search: 'a\u0000' }],
    ['districtId', { districtId: '8' }],
  ])('names %s when it cannot be used', async (argument, variables) => {
    const { errors } = await families(variables);

    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  it('is closed to advisors', async () => {
    const { errors } = await graph.query(FAMILIES, {}, advisor());

    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
