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
