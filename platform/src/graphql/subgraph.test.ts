import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Arg, Args, Authorized, Ctx, Directive, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Temporal } from 'temporal-polyfill';
import { caseworker as isCaseworker, anyone } from '../auth/user.ts';
import { civilDate } from '../database/columns.ts';
import { loaderById, loaderOfMany } from '../database/loaders.ts';
import { inMutation, refusedBy } from '../database/transaction.ts';
import { publish } from '../events/publish.ts';
import { newId } from '../ids.ts';
import { caseworker, coordinator } from '../testing/test-users.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import { connectionOf, decodeCursor, PageArguments, pageOf, pageSizeOf } from './connection.ts';
import { registerEnum } from './enums.ts';
import { refusalOf } from './refusal.ts';
import { CivilDate } from './scalars.ts';
import { defineSubgraph, type SubgraphContext } from './subgraph.ts';

const ToyKind = { CAR: 'CAR', DOLL: 'DOLL' } as const;
type ToyKind = keyof typeof ToyKind;
registerEnum(ToyKind, 'ToyKind', 'Kinds of toys.', { CAR: 'It rolls.', DOLL: 'It sits.' });

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A toy.' })
@Entity('toys')
class Toy {
  @Field(() => ID, { description: 'Key.' })
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'box_id' })
  boxId!: string;
  @Field(() => String, { description: 'Name.' })
  @Column('text')
  name!: string;
  @Field(() => ToyKind, { description: 'Kind.' })
  @Column('text')
  kind!: ToyKind;
  @Field(() => CivilDate, { nullable: true, description: 'Bought on.' })
  @Column({ ...civilDate, name: 'bought_on', nullable: true })
  boughtOn!: Temporal.PlainDate | null;
}

const ToyConnection = connectionOf('Toy', () => Toy);
type ToyReason = 'NAME_TAKEN' | 'BLANK';
const ToyRefusal = refusalOf<ToyReason>(
  'AddToyRefusal',
  { NAME_TAKEN: 'Another toy has this name.', BLANK: 'The name is blank.' },
  { fr: { NAME_TAKEN: 'Ce nom est pris.', BLANK: 'Nom vide.' }, en: { NAME_TAKEN: 'Name taken.', BLANK: 'Blank.' } },
);

@ObjectType({ description: 'Answer.' })
class AddToyPayload {
  @Field(() => Toy, { nullable: true, description: 'The toy.' })
  toy?: Toy | null;
  @Field(() => ToyRefusal, { nullable: true, description: 'Why not.' })
  refusal?: InstanceType<typeof ToyRefusal> | null;
}

@InputType({ description: 'A new toy.' })
class AddToyInput {
  @Field(() => ID, { description: 'Its box.' })
  boxId!: string;
  @Field(() => String, { description: 'Name.' })
  name!: string;
}


type Loaders = {
  toys: ReturnType<typeof loaderById<Toy>>;
  toysOfBox: ReturnType<typeof loaderOfMany<Toy>>;
};
type Context = SubgraphContext<Loaders>;

@Resolver(() => Toy)
class ToyResolver {
  @Authorized('toy:read')
  @Query(() => Toy, { nullable: true, description: 'By id.' })
  toy(@Arg('id', () => ID) id: string, @Ctx() { loaders }: Context): Promise<Toy | null> {
    return loaders.toys.load(id);
  }

  @Authorized('toy:read')
  @Query(() => ToyConnection, { description: 'All, by name.' })
  async toys(@Args(() => PageArguments) page: PageArguments, @Ctx() { db }: Context) {
    const after = decodeCursor(page.after, 1);
    const rows = await db.getRepository(Toy).createQueryBuilder('toy')
      .where('toy.name > :after', { after: after?.[0] ?? '' })
      .orderBy('toy.name').limit(pageSizeOf(page) + 1).getMany();
    return pageOf(rows, page, (toy) => [toy.name]);
  }

  @Authorized('toy:secret')
  @FieldResolver(() => String, { nullable: true, description: 'For caseworkers.' })
  secret(@Root() toy: Toy): string {
    return toy.name.toUpperCase();
  }

  @FieldResolver(() => [Toy], { description: 'Toys of the same box.' })
  neighbours(@Root() toy: Toy, @Ctx() { loaders }: Context): Promise<Toy[]> {
    return loaders.toysOfBox.load(toy.boxId);
  }

  @Authorized('toy:write')
  @Mutation(() => AddToyPayload, { description: 'Adds a toy.' })
  async addToy(@Arg('input', () => AddToyInput) input: AddToyInput, @Ctx() context: Context): Promise<AddToyPayload> {
    const result = await refusedBy({ toys_named_once: 'NAME_TAKEN' }, () =>
      inMutation(context, async (tx) => {
        const toy = await tx.save(Toy, Object.assign(new Toy(), { ...input, id: newId(), kind: 'CAR', boughtOn: Temporal.PlainDate.from('2026-03-29') }));
        await publish(tx, { type: 'test.toy.v1', familyId: input.boxId, data: { name: input.name } });
        return { toy };
      }),
    );
    return 'refusal' in result ? { refusal: ToyRefusal.of(result.refusal) } : result;
  }
}

class Toys1800000000000 implements MigrationInterface {
  name = 'Toys1800000000000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table toys (id uuid primary key, box_id uuid not null, name text not null
      constraint toys_named_once unique, kind text not null, bought_on date)`);
  }
  async down(): Promise<void> {}
}

const toysubgraph = defineSubgraph<Loaders>({
  name: 'employment',
  resolvers: [ToyResolver],
  orphanedTypes: [],
  entities: [Toy],
  migrations: [Toys1800000000000],
  loaders: (db, waves) => ({
    toys: loaderById(waves, (ids) => db.getRepository(Toy).createQueryBuilder('toy').where('toy.id = any(:ids)', { ids }).getMany()),
    toysOfBox: loaderOfMany(waves, (ids) => db.getRepository(Toy).createQueryBuilder('toy').where('toy.box_id = any(:ids)', { ids }).orderBy('toy.name').getMany(), (toy) => toy.boxId),
  }),
  references: { Toy: ({ id }, { loaders }) => loaders.toys.load(String(id)) },
  permissions: { 'toy:read': [anyone], 'toy:write': [anyone], 'toy:secret': [isCaseworker] },
  publishes: { 'early-childhood': ['test.toy.v1'] },
  receives: {},
});

const ADD = 'mutation ($input: AddToyInput!) { addToy(input: $input) { toy { id name kind boughtOn } refusal { reason message } } }';

describe('a subgraph', () => {
  let graph: TestSubgraph;
  const box = newId();
  const add = (name: string) => graph.query(ADD, { input: { boxId: box, name } }, coordinator());

  beforeAll(async () => {
    graph = await testSubgraph(toysubgraph);
    for (const name of ['ball', 'car', 'doll']) await add(name);
  });
  afterAll(() => graph.close());

  it('stores, publishes and answers a change', async () => {
    const { data, errors } = await add('kite');
    expect(errors).toEqual([]);
    expect(data.addToy).toEqual({ toy: { id: expect.any(String), name: 'kite', kind: 'CAR', boughtOn: '2026-03-29' }, refusal: null });
    expect(await graph.published()).toContainEqual({ type: 'test.toy.v1', familyId: box, data: { name: 'kite' } });
  });

  it('answers a broken constraint as a refusal in the language of the reader', async () => {
    const { data } = await add('ball');
    expect(data.addToy).toEqual({ toy: null, refusal: { reason: 'NAME_TAKEN', message: 'Ce nom est pris.' } });
  });

  it('names the argument of a malformed id', async () => {
    const { errors } = await graph.query('query ($id: ID!) { toy(id: $id) { name } }', { id: 'x' }, coordinator());
    expect(errors).toEqual([expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', argument: 'id' }) })]);
    const nested = await graph.query(ADD, { input: { boxId: '1', name: 'x' } }, coordinator());
    expect(nested.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.boxId' });
  });

  it('hides a guarded field from a role without its permission', async () => {
    const query = '{ toys { edges { node { secret } } } }';
    const seen = await graph.query(query, {}, caseworker());
    expect(seen.data.toys.edges[0].node.secret).toBe('BALL');
    const hidden = await graph.query(query, {}, coordinator());
    expect(hidden.data.toys.edges[0].node.secret).toBeNull();
    expect(hidden.errors[0]?.extensions).toMatchObject({ code: 'NOT_SHARED' });
  });

  it('pages without loss', async () => {
    const page = (after?: string) => graph.query('query ($after: String) { toys(first: 2, after: $after) { edges { node { name } } pageInfo { hasNextPage endCursor } } }', { after }, coordinator());
    const first = (await page()).data.toys;
    const second = (await page(first.pageInfo.endCursor)).data.toys;
    expect([...first.edges, ...second.edges].map(({ node }: { node: Toy }) => node.name)).toEqual(['ball', 'car', 'doll', 'kite']);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it.each([['first', '{ toys(first: 101) { edges { cursor } } }'], ['after', '{ toys(after: "nonsense") { edges { cursor } } }']])('refuses a bad %s', async (argument, query) => {
    const { errors } = await graph.query(query, {}, coordinator());
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  it('costs one statement per field whatever the number of rows', async () => {
    const ask = (first: number) => graph.statements(() => graph.query(`{ toys(first: ${first}) { edges { node { neighbours { neighbours { name } } } } } }`, {}, coordinator()));
    expect([await ask(1), await ask(4)]).toEqual([2, 2]);
  });

  it('finds an entity from its key', async () => {
    const { data } = await graph.query('{ toys(first: 1) { edges { node { id } } } }', {}, coordinator());
    const found = await graph.resolveReferences('Toy', [data.toys.edges[0].node], '{ name }', coordinator());
    expect(found.data).toEqual([{ name: 'ball' }]);
  });

  it('will not start with an open door', () => {
    @Resolver()
    class OpenResolver {
      @Query(() => String)
      open(): string {
        return '';
      }
    }
    expect(() => defineSubgraph({ ...toysubgraph, resolvers: [OpenResolver], orphanedTypes: [], references: {} })).toThrow('open');
  });
});
