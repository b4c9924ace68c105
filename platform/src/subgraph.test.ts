import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Authorized, Field, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import { newId } from './ids.ts';
import { defineSubgraph } from './subgraph.ts';
import { type TestSubgraph, testSubgraph } from './testing/test-subgraph.ts';
import { caseworker, coordinator } from './testing/test-users.ts';
import { type Toy, toySubgraph } from './testing/toy-subgraph.ts';

const ADD =
  'mutation ($input: AddToyInput!) { addToy(input: $input) { toy { id name kind boughtOn } refusal { reason message } } }';

describe('a subgraph', () => {
  let graph: TestSubgraph;
  const box = newId();
  const add = (name: string) => graph.query(ADD, { input: { boxId: box, name } }, coordinator());

  beforeAll(async () => {
    graph = await testSubgraph(toySubgraph);
    for (const name of ['ball', 'car', 'doll']) await add(name);
  });
  afterAll(() => graph.close());

  it('stores, publishes and answers a change', async () => {
    const { data, errors } = await add('kite');
    expect(errors).toEqual([]);
    expect(data.addToy).toEqual({
      toy: { id: expect.any(String), name: 'kite', kind: 'CAR', boughtOn: '2026-03-29' },
      refusal: null,
    });
    expect(await graph.published()).toContainEqual({
      type: 'test.toy.v1',
      familyId: box,
      data: { boxId: box, name: 'kite' },
    });
  });

  it('lets nobody write for an agency that the city has not admitted', async () => {
    const elsewhere = { ...coordinator(), agency: 'departement-35' };
    const { data, errors } = await graph.query(ADD, { input: { boxId: box, name: 'yoyo' } }, elsewhere);
    expect([data, errors[0]?.extensions?.code]).toEqual([null, 'FORBIDDEN']);
    expect(errors[0]?.message).toBe(
      'Votre organisme ne participe pas à Relais : rien n’a été enregistré. Demandez à la ville de l’inscrire.',
    );
    expect(await graph.db.query("select from toys where name = 'yoyo'")).toEqual([]);
  });

  it('stores nothing that its event could not say', async () => {
    const { data, errors } = await add('a name that is longer than twenty characters');
    expect([data, errors[0]?.extensions?.code]).toEqual([null, 'INTERNAL_SERVER_ERROR']);
    const stored = await graph.db.query("select from toys where name like 'a name%'");
    expect(stored).toEqual([]);
  });

  it('answers a broken constraint as a refusal in the language of the reader', async () => {
    const { data } = await add('ball');
    expect(data.addToy).toEqual({
      toy: null,
      refusal: { reason: 'NAME_TAKEN', message: 'Ce nom est pris.' },
    });
  });

  it('names the argument of a malformed id', async () => {
    const { errors } = await graph.query(
      'query ($id: ID!) { toy(id: $id) { name } }',
      { id: 'x' },
      coordinator(),
    );
    expect(errors).toEqual([
      expect.objectContaining({
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', argument: 'id' }),
      }),
    ]);
    const nested = await graph.query(ADD, { input: { boxId: '1', name: 'x' } }, coordinator());
    expect(nested.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.boxId' });
  });

  it('reads an id in capitals as the same id', async () => {
    const { data } = await graph.query('{ toys(first: 1) { edges { node { id } } } }', {}, coordinator());
    const id = data.toys.edges[0].node.id.toUpperCase();
    const found = await graph.query('query ($id: ID!) { toy(id: $id) { name } }', { id }, coordinator());
    expect(found.data.toy.name).toBe('ball');
  });

  it('hides a guarded field from a role without its permission', async () => {
    const query = '{ toys { edges { node { secret } } } }';
    const seen = await graph.query(query, {}, caseworker());
    expect(seen.data.toys.edges[0].node.secret).toBe('BALL');
    const hidden = await graph.query(query, {}, coordinator());
    expect(hidden.data.toys.edges[0].node.secret).toBeNull();
    expect(hidden.errors[0]?.extensions).toEqual({
      code: 'NOT_SHARED',
      because: 'ROLE',
      service: 'employment',
    });
  });

  it('pages without loss', async () => {
    const page = (after?: string) =>
      graph.query(
        'query ($after: String) { toys(first: 2, after: $after) { edges { node { name } } pageInfo { hasNextPage endCursor } } }',
        { after },
        coordinator(),
      );
    const first = (await page()).data.toys;
    const second = (await page(first.pageInfo.endCursor)).data.toys;
    expect([...first.edges, ...second.edges].map(({ node }: { node: Toy }) => node.name)).toEqual([
      'ball',
      'car',
      'doll',
      'kite',
    ]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it.each([
    ['first', '{ toys(first: 101) { edges { cursor } } }'],
    ['after', '{ toys(after: "nonsense") { edges { cursor } } }'],
  ])('refuses a bad %s', async (argument, query) => {
    const { errors } = await graph.query(query, {}, coordinator());
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  it('costs one statement per field whatever the number of rows', async () => {
    const ask = (first: number) =>
      graph.statements(() =>
        graph.query(
          `{ toys(first: ${first}) { edges { node { neighbours { neighbours { name } } } } } }`,
          {},
          coordinator(),
        ),
      );
    expect([await ask(1), await ask(4)]).toEqual([2, 2]);
  });

  it('finds an entity from its key', async () => {
    const { data } = await graph.query('{ toys(first: 1) { edges { node { id } } } }', {}, coordinator());
    const found = await graph.resolveReferences('Toy', [data.toys.edges[0].node], '{ name }', coordinator());
    expect(found.data).toEqual([{ name: 'ball' }]);
  });

  it('will not start with a guarded field that is never null', () => {
    @ObjectType({ description: 'A box.' })
    class Box {
      @Authorized('toy:secret')
      @Field(() => String, { description: 'What it says.' })
      label!: string;
    }
    @Resolver()
    class BoxResolver {
      @Authorized('toy:read')
      @Query(() => Box, { description: 'A box.' })
      box(): Box {
        return new Box();
      }
    }
    const { fields } = globalThis.TypeGraphQLMetadataStorage;
    const withBox = () =>
      defineSubgraph({
        ...toySubgraph,
        ...{ resolvers: [BoxResolver], orphanedTypes: [], references: {}, concerns: { Box: 'OPEN' } },
      });
    expect(withBox).toThrow('Box.label');
    for (const field of fields.filter(({ target }) => target === Box)) field.typeOptions.nullable = true;
    expect(withBox).not.toThrow();
  });

  it('will not start with such a field that a resolver answers', () => {
    @ObjectType({ description: 'A crate.' })
    class Crate {}
    @Resolver(() => Crate)
    class CrateResolver {
      @Authorized('toy:read')
      @Query(() => Crate, { description: 'A crate.' })
      crate(): Crate {
        return new Crate();
      }

      @Authorized('toy:secret')
      @FieldResolver(() => String, { description: 'What it holds.' })
      content(): string {
        return 'ball';
      }
    }
    expect(() =>
      defineSubgraph({
        ...toySubgraph,
        ...{ resolvers: [CrateResolver], orphanedTypes: [], references: {}, concerns: { Crate: 'OPEN' } },
      }),
    ).toThrow('Crate.content');
    const { objectTypes } = globalThis.TypeGraphQLMetadataStorage;
    // The next subgraph that this process defines has no such field.
    for (const { fields = [] } of objectTypes.filter(({ target }) => target === Crate))
      for (const field of fields) field.typeOptions.nullable = true;
  });

  it('will not start with an open door', () => {
    @Resolver()
    class OpenResolver {
      @Query(() => String)
      open(): string {
        return '';
      }
    }
    expect(() =>
      defineSubgraph({ ...toySubgraph, resolvers: [OpenResolver], orphanedTypes: [], references: {} }),
    ).toThrow('open');
  });
});
