import { Temporal } from 'temporal-polyfill';
import {
  Arg,
  Args,
  Authorized,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';
import { agenciesOfRole, anyone, caseworker as isCaseworker } from '../auth/user.ts';
import { civilDate } from '../database/columns.ts';
import { loaderById, loaderOfMany } from '../database/loaders.ts';
import { inMutation } from '../database/transaction.ts';
import { publicationOf, publish } from '../events/publish.ts';
import { publishedEvent } from '../events/published-event.ts';
import { connectionOf, decodeCursor, PageArguments, pageOf, pageSizeOf } from '../graphql/connection.ts';
import { enumOf } from '../graphql/enums.ts';
import type { Reasons } from '../graphql/reasons.ts';
import { payloadOf } from '../graphql/refusal.ts';
import { CivilDate } from '../graphql/scalars.ts';
import { newId } from '../ids.ts';
import { defineSubgraph, type SubgraphContext } from '../subgraph.ts';

const ToyKind = enumOf('ToyKind', 'Kinds of toys.', {
  CAR: 'It rolls.',
  DOLL: 'It sits.',
});
type ToyKind = keyof typeof ToyKind;

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A toy.' })
@Entity('toys')
export class Toy {
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
const addToyReasons = {
  NAME_TAKEN: { fr: 'Ce nom est pris.', en: 'Name taken.', meaning: 'Another toy has this name.' },
} satisfies Reasons;

@ObjectType({ description: 'Answer.' })
class AddToyPayload extends payloadOf('AddToy', addToyReasons, 'Why not.') {
  @Field(() => Toy, { nullable: true, description: 'The toy.' })
  toy?: Toy;
}

/** Cannot say a long name, which a column can hold. */
const toyAdded = publishedEvent({
  type: 'test.toy.v1',
  description: 'A toy was added.',
  subject: { kind: 'FAMILY', id: 'boxId' },
  about: 'name',
  data: z.object({ boxId: z.uuid().describe('Its box.'), name: z.string().max(20).describe('Its name.') }),
  example: { boxId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001', name: 'Teddy' },
});

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
    const rows = await db
      .getRepository(Toy)
      .createQueryBuilder('toy')
      .where('toy.name > :after', { after: after?.[0] ?? '' })
      .orderBy('toy.name')
      .limit(pageSizeOf(page) + 1)
      .getMany();
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
  async addToy(
    @Arg('input', () => AddToyInput) input: AddToyInput,
    @Ctx() context: Context,
  ): Promise<AddToyPayload> {
    const result = await inMutation(
      context,
      async (tx) => {
        const toy = await tx.save(
          Toy,
          Object.assign(new Toy(), {
            ...input,
            id: newId(),
            kind: 'CAR',
            boughtOn: Temporal.PlainDate.from('2026-03-29'),
          }),
        );
        await publish(tx, publicationOf(toyAdded, input.boxId, { boxId: input.boxId, name: input.name }));
        return { toy };
      },
      { toys_named_once: 'NAME_TAKEN' },
    );
    return AddToyPayload.of(result);
  }
}

const TOYS = {
  name: 'toys/0001-toys.sql',
  sql: `create table toys (id uuid primary key, box_id uuid not null, name text not null
    constraint toys_named_once unique, kind text not null, bought_on date)`,
  repeats: false,
};

/** A subgraph of one record, to try the platform on. */
export const toySubgraph = defineSubgraph({
  name: 'employment',
  resolvers: [ToyResolver],
  orphanedTypes: [],
  entities: [Toy],
  migrations: [TOYS],
  loaders: (db, batches) => ({
    toys: loaderById(batches, (ids) =>
      db.getRepository(Toy).createQueryBuilder('toy').where('toy.id = any(:ids)', { ids }).getMany(),
    ),
    toysOfBox: loaderOfMany(
      batches,
      (ids) =>
        db
          .getRepository(Toy)
          .createQueryBuilder('toy')
          .where('toy.box_id = any(:ids)', { ids })
          .orderBy('toy.name')
          .getMany(),
      (toy) => toy.boxId,
    ),
  }),
  references: { Toy: ({ id }, { loaders }) => loaders.toys.load(String(id)) },
  sights: { Toy: 'OPEN' },
  categories: { 'toy:read': null, 'toy:write': null, 'toy:secret': null },
  permissions: { 'toy:read': [anyone], 'toy:write': [anyone], 'toy:secret': [isCaseworker] },
  changers: { 'toy:write': agenciesOfRole },
  publishes: { 'early-childhood': [toyAdded.type] },
  events: [toyAdded],
  receives: {},
});
