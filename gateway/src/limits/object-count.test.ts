import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { supergraphSchema } from './alias-rule.ts';
import { limits } from './limits.ts';
import { type ListSizes, listSizesOf, plainLists } from './list-sizes.ts';
import { countObjects } from './object-count.ts';

const schema = buildSchema(`
  type Query { families(first: Int = 20): Families! family: Family things: [Thing] }
  type Mutation { register: Family }
  type Families { edges: [Edge!]! total: Int }
  type Edge { node: Family! cursor: String }
  type Family implements Named { name: String children: [Child!] families(first: Int = 20): Families! tags: [String] }
  type Child { name: String }
  interface Named { name: String children: [Child!] }
  union Thing = Family | Child
`);

const count = (
  text: string,
  variables: Record<string, unknown> = {},
  within = schema,
  listSizes: ListSizes = () => 5,
): number => {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('one operation is expected');
  return countObjects({ schema: within, listSizes, document, operation, variables });
};

describe('the number of objects an answer may hold', () => {
  it.each([
    ['a value is none', '{ family { name tags } }', 1],
    ['a list without pages is five', '{ family { children { name } } }', 1 + 5],
    ['a page has its default size', '{ families { edges { node { name } } } }', 1 + 20 * 2],
    ['a page has the size asked for', '{ families(first: 3) { total edges { node { name } } } }', 1 + 3 * 2],
    [
      'lists in lists multiply',
      '{ families(first: 3) { edges { node { children { name } } } } }',
      1 + 3 * (2 + 5),
    ],
    [
      'fragments count',
      '{ family { ...F ... on Named { children { name } } } } fragment F on Family { children { name } }',
      11,
    ],
    [
      'a union counts by its members',
      '{ things { __typename ... on Family { children { name } } } }',
      5 * (1 + 5),
    ],
    ['mutations count', 'mutation { register { children { name } } }', 6],
    ['introspection does not', '{ __schema { types { fields { name } } } }', 0],
  ])('%s', (_what, text, objects) => expect(count(text)).toBe(objects));

  it('is counted with the real variables', () => {
    const text = 'query ($n: Int = 7) { families(first: $n) { edges { cursor } } }';
    expect([count(text, { n: 50 }), count(text), count(text, { n: 'x' })]).toEqual([51, 8, 1]);
    expect(count('{ families(first: null) { edges { cursor } } }')).toBe(21);
    expect(count('{ family { name } families(first: -9) { edges { cursor } } }')).toBe(2);
  });

  it('multiplies pages within pages out of bounds', () => {
    const page = (inner: string) => `families(first: 100) { edges { node { ${inner} } } }`;
    expect(count(`{ ${page(page('name'))} }`)).toBeLessThan(limits.objects);
    expect(count(`{ ${page(page(page('name')))} }`)).toBeGreaterThan(limits.objects);
  });
});

const SIZED = `
  directive @listSize(assumedSize: Int, slicingArguments: [String!]) on FIELD_DEFINITION
  type Query { children: [Child!]! @listSize(assumedSize: 3) page(first: Int): Page }
  type Page { edges: [Child!]! }
  type Child { names: [String!]! named(first: Int): [String!] }
`;

const SCHEMA = new URL('../../../schema/', import.meta.url);
const api = buildSchema(readFileSync(new URL('api.graphql', SCHEMA), 'utf8'));
const declared = listSizesOf(supergraphSchema(readFileSync(new URL('supergraph.graphql', SCHEMA), 'utf8')));
const files = readdirSync(new URL('operations/', SCHEMA)).filter((file) => file.endsWith('.graphql'));

it('refuses a way there and back over the same link', () => {
  const closures = (inner: string) =>
    `closures(from: "2026-01-01", to: "2026-12-31") { centre { ${inner} } }`;
  const back = (levels: number): string => (levels === 0 ? 'id' : closures(back(levels - 1)));
  expect(count(`{ centres { ${back(1)} } }`, {}, api, declared)).toBeLessThan(limits.objects);
  expect(count(`{ centres { ${back(5)} } }`, {}, api, declared)).toBeGreaterThan(limits.objects);
});

it('takes a list that nobody measured for a full page', () => {
  const sizes = listSizesOf(schema);
  expect(sizes('Family', 'children')).toBe(100);
  expect([...plainLists(supergraphSchema(SIZED)).entries()]).toEqual([
    ['Query.children', 3],
    ['Child.names', undefined],
  ]);
});

it.each(files)('%s stays under half of the limit', (file) => {
  const text = readFileSync(new URL(`operations/${file}`, SCHEMA), 'utf8');
  expect(count(text, { first: 100 }, api, declared)).toBeLessThan(limits.objects / 2);
});
