import { describe, expect, it } from '@jest/globals';
import { graphql } from 'graphql';
import {
  Authorized,
  buildSchemaSync,
  Ctx,
  Field,
  FieldResolver,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { z } from 'zod';
// brings the metadata type-graphql needs
import 'typeorm';
import type { Database } from '../database/database.ts';
import { Batches } from '../database/loaders.ts';
import { rowOf } from '../database/rows.ts';
import type { Sight } from '../sight/sight.ts';
import { type Links, waysOf } from './links.ts';
import { expectQuestions, Reading } from './reading.ts';
import { ofShape, type Relation, type RelationLoader } from './relation.ts';

const PetRow = rowOf({ familyId: ['pet.family_id', z.string()], name: ['pet.name', z.string()] });
type Pet = { readonly familyId: string; readonly name: string };
const petsOfFamily: Relation<Pet, string[]> = {
  hydration: () => ofShape('pets', PetRow),
  alias: 'pet',
  rest: (keys) => `where pet.family_id = any(${keys})`,
  values: (keys, found) =>
    keys.map((key) => found.filter(({ record }) => record.familyId === key).map(({ record }) => record.name)),
};
const FACTS = 'select id from unnest($1::uuid[]) as asked (id)';

type Context = { readonly reading: Reading; readonly pets: RelationLoader<Pet, string[]> };

@ObjectType()
class Family {
  @Field(() => String)
  id!: string;
}

@Resolver(() => Family)
class PetsResolver {
  @Query(() => Family)
  async family(@Ctx() { reading }: Context): Promise<Family> {
    const [row] = (await reading.facts(FACTS, [['here']])) as Family[];
    return row ?? { id: 'nowhere' };
  }

  @Authorized('pets:see')
  @FieldResolver(() => [String])
  pets(@Root() { id }: Family, @Ctx() { pets }: Context): Promise<string[]> {
    return pets.load(id);
  }
}

const schema = buildSchemaSync({ resolvers: [PetsResolver], authChecker: () => true, validate: false });
expectQuestions(schema);

const links: Links = { Family: { pets: { loader: 'pets', key: 'id' } } };
const ways = waysOf(schema, links, [PetsResolver]);

const rows = { family: [{ id: 'here' }], pets: [{ familyId: 'here', name: 'Minou' }] };
const together = [{ 0: rows.family, 1: rows.pets }];

/** Asks for a family and its pets; `answer` is the database. */
const ask = async (answer: (sql: string) => unknown[]) => {
  const statements: string[] = [];
  const lines: unknown[][] = [];
  const query = async (sql: string) => {
    statements.push(sql);
    return answer(sql);
  };
  const byKeys = { query } as unknown as Database;
  const sight = { allowedBy: (asked: readonly string[]) => asked.includes('pets:see') } as unknown as Sight;
  const batches = new Batches();
  const reading = new Reading({
    ...{ byKeys, batches, sight, ways, now: new Date(), isFamilyKept: false },
    sights: { Family: { permission: 'family:see', families: () => [] } },
    log: { warn: (...line: unknown[]) => void lines.push(line) } as never,
  });
  const pets = reading.loader(petsOfFamily);
  reading.primes({ pets });
  const contextValue: Context = { reading, pets };
  const { data, errors } = await graphql({ schema, source: '{ family { id pets } }', contextValue });
  return { data, errors, statements, lines };
};

const isTogether = (sql: string): boolean => sql.startsWith('with');

describe('what a question goes on to ask', () => {
  it('comes in one statement', async () => {
    const { data, statements, lines } = await ask((sql) => (isTogether(sql) ? together : []));
    expect(data).toEqual({ family: { id: 'here', pets: ['Minou'] } });
    expect(statements).toHaveLength(1);
    expect(lines).toEqual([]);
  });

  it('is asked by itself where that statement fails, of which a line is written', async () => {
    const failure = new Error('pets are not to be had');
    const { data, statements, lines } = await ask((sql) => {
      if (isTogether(sql)) throw failure;
      return sql === FACTS ? rows.family : rows.pets;
    });
    expect(data).toEqual({ family: { id: 'here', pets: ['Minou'] } });
    expect(statements.map(isTogether)).toEqual([true, false, false]);
    expect(lines).toEqual([[{ type: 'Family', err: failure }, 'read without what it was to bring along']]);
  });

  it('is missing alone where it cannot be asked either', async () => {
    const { data, errors } = await ask((sql) => {
      if (sql === FACTS) return rows.family;
      throw new Error('pets are not to be had');
    });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['family', 'pets'], message: 'pets are not to be had' }]);
  });
});

describe('the links that questions follow', () => {
  const cars: Links = { Family: { cars: { loader: 'cars', key: 'id' } } };
  it.each<[string, Links, readonly unknown[], string]>([
    ['from what is no type', { Nobody: {} }, [], 'Nobody is no type, so that no link leads from it.'],
    ['from a field that is not there', cars, [PetsResolver], 'Family has no field cars.'],
    ['by no resolver of this agency', links, [], 'No resolver answers Family.pets, so that no link'],
  ])('stop the process from starting: %s', (_what, wrong, resolvers, message) => {
    expect(() => waysOf(schema, wrong, resolvers)).toThrow(message);
  });

  it('take the permissions of their fields', () => {
    expect(ways.get('Family')?.get('pets')?.permissions).toEqual(['pets:see']);
  });
});

const AnimalRow = rowOf({
  id: ['animal.id', z.string()],
  familyId: ['animal.family_id', z.string()],
  vetId: ['animal.vet_id', z.string()],
  friendId: ['animal.friend_id', z.string()],
});
const VetRow = rowOf({ id: ['vet.id', z.string()] });

@ObjectType()
class Vet {
  @Field(() => String)
  id!: string;
}

@ObjectType()
class Animal {
  @Field(() => String)
  id!: string;

  familyId!: string;
  vetId!: string;
  friendId!: string;
}

const animalsOf = (kind: string): Relation<Animal, Animal[]> => ({
  hydration: () => ofShape(kind, AnimalRow) as never,
  alias: 'animal',
  rest: (keys) => `where animal.family_id = any(${keys})`,
  values: (keys, found) =>
    keys.map((key) => found.filter(({ record }) => record.familyId === key).map(({ record }) => record)),
});
const byId = <Found extends { id: string }>(table: string, row: unknown): Relation<Found, Found | null> => ({
  hydration: () => ofShape(table, row as never) as never,
  alias: table === 'vets' ? 'vet' : 'animal',
  rest: (keys) => `where id = any(${keys})`,
  values: (keys, found) => keys.map((key) => found.find(({ record }) => record.id === key)?.record ?? null),
});

type AnyLoader = RelationLoader<object, unknown>;
type Farming = { readonly reading: Reading; readonly loaders: Readonly<Record<string, AnyLoader>> };

@Resolver(() => Family)
class FarmResolver {
  @Query(() => Family)
  async farm(@Ctx() { reading }: Farming): Promise<Family> {
    const [row] = (await reading.facts(FACTS, [['here']])) as Family[];
    return row ?? { id: 'nowhere' };
  }

  @Authorized('care:read')
  @FieldResolver(() => [Animal])
  cats(@Root() { id }: Family, @Ctx() { loaders }: Farming): unknown {
    return loaders.cats?.load(id);
  }

  @Authorized('care:read')
  @FieldResolver(() => [Animal])
  dogs(@Root() { id }: Family, @Ctx() { loaders }: Farming): unknown {
    return loaders.dogs?.load(id);
  }

  @Authorized('herd:read')
  @FieldResolver(() => [Animal])
  cows(@Root() { id }: Family, @Ctx() { loaders }: Farming): unknown {
    return loaders.cows?.load(id);
  }
}

@Resolver(() => Animal)
class AnimalResolver {
  @FieldResolver(() => Vet, { nullable: true })
  vet(@Root() { vetId }: Animal, @Ctx() { loaders }: Farming): unknown {
    return loaders.vets?.load(vetId);
  }

  @FieldResolver(() => Animal, { nullable: true })
  friend(@Root() { friendId }: Animal, @Ctx() { loaders }: Farming): unknown {
    return loaders.friends?.load(friendId);
  }
}

describe('what is reached by several ways', () => {
  const farming = buildSchemaSync({
    resolvers: [FarmResolver, AnimalResolver],
    authChecker: () => true,
    validate: false,
  });
  expectQuestions(farming);
  const ofAnimals = {
    vet: { loader: 'vets', key: 'vetId' },
    friend: { loader: 'friends', key: 'friendId' },
  };
  const toAnimals = Object.fromEntries(
    ['cats', 'dogs', 'cows'].map((name) => [name, { loader: name, key: 'id' }]),
  );
  const farmWays = waysOf(farming, { Family: toAnimals, Animal: ofAnimals }, [FarmResolver, AnimalResolver]);
  const animal = (id: string, vetId: string, friendId: string) => ({ id, familyId: 'here', vetId, friendId });

  /** Asks of a farm; `parts` answers each part by the table it is read from. */
  const askFarm = async (source: string, parts: Readonly<Record<string, readonly object[]>>) => {
    const statements: string[] = [];
    const query = async (sql: string) => {
      statements.push(sql);
      const tables = [...sql.matchAll(/"n\d+" as \(select .*? from (\w+) /g)].map(([, table]) => table ?? '');
      const answer = tables.map((table, index) => [String(index + 1), parts[table] ?? []] as const);
      return [Object.fromEntries([['0', [{ id: 'here' }]], ...answer])];
    };
    const byKeys = { query } as unknown as Database;
    const sight = {
      allowedBy: (asked: readonly string[]) => (asked.includes('herd:read') ? '"r"."herd"' : true),
    } as unknown as Sight;
    const reading = new Reading({
      ...{ byKeys, batches: new Batches(), sight, ways: farmWays, now: new Date(), isFamilyKept: false },
      sights: { Family: { permission: 'family:see', families: () => [] } },
      log: { warn: () => undefined } as never,
    });
    const loaders = Object.fromEntries(
      [
        ...['cats', 'dogs', 'cows'].map((kind) => [kind, animalsOf(kind)] as const),
        ['vets', byId('vets', VetRow)] as const,
        ['friends', byId('friends', AnimalRow)] as const,
      ].map(([name, relation]) => [name, reading.loader(relation as never)]),
    ) as Farming['loaders'];
    reading.primes(loaders);
    const contextValue: Farming = { reading, loaders };
    return { ...(await graphql({ schema: farming, source, contextValue })), statements };
  };

  it('is asked for once, after all that lead to it', async () => {
    const { data, statements } = await askFarm(
      '{ farm { cats { vet { id } friend { vet { id } } } dogs { vet { id } } } }',
      {
        cats: [animal('minou', 'ana', 'rex')],
        dogs: [animal('rex', 'bea', 'minou')],
        friends: [animal('rex', 'bea', 'minou')],
        vets: [{ id: 'ana' }, { id: 'bea' }],
      },
    );
    expect(data).toEqual({
      farm: {
        cats: [{ vet: { id: 'ana' }, friend: { vet: { id: 'bea' } } }],
        dogs: [{ vet: { id: 'bea' } }],
      },
    });
    const [only = '', ...others] = statements;
    expect(others).toEqual([]);
    expect(only.match(/ from vets /g)).toHaveLength(1);
    const order = [...only.matchAll(/as \(select .*? from (\w+) /g)].map(([, table]) => table);
    expect(order.indexOf('vets')).toBeGreaterThan(
      Math.max(...['cats', 'dogs', 'friends'].map((table) => order.indexOf(table))),
    );
    expect(only.match(/select parent\."vetId" from "n\d+" parent/g)).toHaveLength(3);
  });

  it('is not asked for together where another was to be allowed on the way', async () => {
    const { statements } = await askFarm('{ farm { cats { vet { id } } cows { vet { id } } } }', {});
    expect(statements[0]?.match(/ from vets /g)).toHaveLength(2);
    expect(statements[0]?.match(/"g"\."0"/g)?.length).toBeGreaterThan(0);
  });

  it('does not lead back to itself', async () => {
    const friends = [animal('rex', 'bea', 'minou'), animal('minou', 'ana', 'rex')];
    const { data, statements } = await askFarm('{ farm { cats { friend { friend { id } } } } }', {
      cats: [animal('minou', 'ana', 'rex')],
      friends,
    });
    expect(data).toEqual({ farm: { cats: [{ friend: { friend: { id: 'minou' } } }] } });
    expect(statements[0]?.match(/ from friends /g)).toHaveLength(2);
  });
});
