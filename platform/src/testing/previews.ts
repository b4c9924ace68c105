import { expect } from '@jest/globals';
import { type GraphQLSchema, getNamedType, isInputObjectType, isObjectType } from 'graphql';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf, rowsOf } from '../database/rows.ts';
import type { TestSubgraph } from './test-subgraph.ts';
import type { TestUser } from './test-users.ts';

/** Every input that may be sent only to see what it would answer. */
export const inputsWithPreview = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isInputObjectType(type) && 'preview' in type.getFields())
    .map(({ name }) => name)
    .sort();

const table = rowOf({ name: ['tablename', z.string()] });
const content = rowOf({
  held: [`count(*) || ' ' || md5(coalesce(string_agg(each::text, ' ' order by each::text), ''))`, z.string()],
});

/** What each table holds, in short: while it is the same, no row was added, changed or taken away. That somebody asked is written down all the same. */
const storedIn = async (db: EntityManager): Promise<ReadonlyMap<string, string>> => {
  const stored = new Map<string, string>();
  for (const { name } of await rowsOf(
    db,
    table,
    `select ${table.columns} from pg_tables where schemaname = 'public' and tablename !~ '^access_log'`,
  )) {
    const [row] = await rowsOf(db, content, `select ${content.columns} from "${name}" each`);
    stored.set(name, row?.held ?? '');
  }
  return stored;
};

const mutationOf = (schema: GraphQLSchema, inputType: string): string => {
  const name = `${inputType.charAt(0).toLowerCase()}${inputType.slice(1).replace(/Input$/, '')}`;
  const type = getNamedType(schema.getMutationType()?.getFields()[name]?.type);
  const isRefusable = isObjectType(type) && 'refusal' in type.getFields();
  const selection = isRefusable ? '__typename refusal { reason }' : '__typename';
  return `mutation ($input: ${inputType}!) { answer: ${name}(input: $input) { ${selection} } }`;
};

/** The tables that the mutation of an input changes, which must not refuse it. */
export const tablesChangedBy = async (
  graph: TestSubgraph,
  schema: GraphQLSchema,
  [inputType, input]: readonly [string, Readonly<Record<string, unknown>>],
  as: TestUser,
): Promise<string[]> => {
  // What was told before may still be on its way, and a job that is due would be run meanwhile.
  await graph.signIn(as);
  await graph.runDueJobs();
  const before = await storedIn(graph.db);
  const { data, errors } = await graph.query(mutationOf(schema, inputType), { input }, as);
  expect(errors).toEqual([]);
  expect(data.answer.refusal ?? null).toBeNull();
  const after = await storedIn(graph.db);
  return [...after].flatMap(([name, held]) => (before.get(name) === held ? [] : name));
};
