import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLEnumType,
  GraphQLError,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  parse,
  validate,
} from 'graphql';
import { Denials, notShared } from '../graphql/denials.ts';
import { ObjectBudget, spendOnObjects, withinBudget } from '../graphql/object-budget.ts';
import { carryOut, type Question } from './carry-out.ts';
import { compileOperation } from './compiled-operation.ts';

type Context = { readonly denials: Denials; readonly budget: ObjectBudget; readonly told: string[] };

/** What a resolver may come up with, well or badly. */
const HOWS = [
  'value',
  'soon',
  'null',
  'soon null',
  'fault',
  'soon fault',
  'error',
  'denied',
  'wrong',
] as const;
type How = (typeof HOWS)[number];
/** By the names of fields; what is not said is well. */
type Hows = Readonly<Record<string, How>>;

const soon = <Value>(value: Value): Promise<Value> => Promise.resolve().then(() => value);

const answers: Readonly<
  Record<How, (value: unknown, context: Context, info: GraphQLResolveInfo) => unknown>
> = {
  value: (value) => value,
  soon: (value) => soon(value),
  null: () => null,
  'soon null': () => soon(undefined),
  fault: () => {
    throw new Error('broken');
  },
  'soon fault': async () => {
    throw new GraphQLError('broken later', { extensions: { code: 'BROKEN' } });
  },
  error: () => new Error('an error as a value'),
  denied: (_, context, info) => notShared(context, info, 'ROLE'),
  // No list, no text, no number, and no word of an enum.
  wrong: () => ({ thing: true }),
};

const schemaWith = (hows: Hows): GraphQLSchema => {
  const told = (name: string, value: (source: { depth: number }, args: { least?: number }) => unknown) => ({
    resolve: (source: { depth: number }, args: object, context: Context, info: GraphQLResolveInfo) => {
      context.told.push(`${info.fieldName} of ${info.parentType.name} ${JSON.stringify(args)}`);
      return answers[hows[name] ?? 'value'](value(source, args), context, info);
    },
  });
  const Kind = new GraphQLEnumType({ name: 'Kind', values: { ONE: { value: 1 }, TWO: { value: 2 } } });
  const made = (depth: number) => ({ depth, plain: `text ${depth}`, method: () => soon(depth), kind: 1 });
  const Other = new GraphQLObjectType({
    name: 'Other',
    fields: { title: { type: GraphQLString, ...told('title', () => 'other') } },
  });
  const Person: GraphQLObjectType = new GraphQLObjectType({
    name: 'Person',
    fields: () => ({
      plain: { type: GraphQLString },
      sure: { type: new GraphQLNonNull(GraphQLString), ...told('sure', () => 'sure') },
      depth: { type: GraphQLInt, ...told('depth', ({ depth }) => depth) },
      method: { type: GraphQLInt },
      absent: { type: GraphQLString },
      kind: { type: Kind, ...told('kind', () => 2) },
      words: { type: new GraphQLList(GraphQLString), ...told('words', () => ['a', null, soon('b')]) },
      sureWords: {
        type: new GraphQLList(new GraphQLNonNull(GraphQLString)),
        ...told('sureWords', () => ['a', Promise.reject(new Error('a word')), 'c']),
      },
      friend: { type: Person, ...told('friend', ({ depth }) => made(depth + 1)) },
      sureFriend: { type: new GraphQLNonNull(Person), ...told('sureFriend', ({ depth }) => made(depth + 1)) },
      friends: {
        type: new GraphQLNonNull(new GraphQLList(Person)),
        args: { least: { type: GraphQLInt }, most: { type: GraphQLInt, defaultValue: 2 } },
        ...told('friends', ({ depth }) => [
          made(depth + 1),
          null,
          soon(made(depth + 2)),
          new Error('one of them'),
        ]),
      },
      any: {
        type: new GraphQLList(Any),
        ...told('any', ({ depth }) => [
          { ...made(depth + 1), type: 'Person' },
          { type: 'Other' },
          soon(null),
        ]),
      },
    }),
  });
  const Any: GraphQLUnionType = new GraphQLUnionType({
    name: 'Any',
    types: [Person, Other],
    resolveType: ({ type }) => type,
  });
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        person: { type: Person, ...told('person', () => made(0)) },
        surePerson: { type: new GraphQLNonNull(Person), ...told('surePerson', () => made(10)) },
        number: {
          type: GraphQLInt,
          args: { of: { type: new GraphQLNonNull(GraphQLInt) } },
          ...told('number', () => 7),
        },
      },
    }),
    mutation: new GraphQLObjectType({
      name: 'Mutation',
      fields: { change: { type: GraphQLInt, ...told('change', () => 1) } },
    }),
  });
  spendOnObjects(schema);
  return schema;
};

const MOST = 60;
const contextOf = (most = MOST): Context => ({
  denials: new Denials(),
  budget: new ObjectBudget('en', most),
  told: [],
});

/** Everything that an agency makes of it: the answer letter by letter, in the order of its fields, and what was denied. */
const shown = (result: ExecutionResult, context: Context) => {
  const { data, errors } = withinBudget(result, context);
  return {
    text: JSON.stringify(data),
    errors: errors?.map((error) => JSON.stringify(error)),
    denied: JSON.stringify(context.denials.in(data)),
  };
};

const variables = { least: 1, of: 3 };

const ordinary = async (schema: GraphQLSchema, document: DocumentNode, given: object = variables) => {
  const context = contextOf();
  const result = await execute({
    schema,
    document,
    variableValues: { ...given },
    contextValue: context,
    options: { maxCoercionErrors: 1 },
  });
  return { ...shown(result, context), told: context.told };
};

/** As it is answered the second time and the third. */
const compiled = async (schema: GraphQLSchema, document: DocumentNode, given: object = variables) => {
  const question: Question = { schema, document, operationName: undefined, variables: { ...given } };
  const seen: (ReturnType<typeof shown> & { told: readonly string[] })[] = [];
  for (let sight = 1; sight <= 3; sight += 1) {
    const { result, context } = await carryOut(question, contextOf());
    seen.push({ ...shown(result, context), told: context.told });
  }
  return seen;
};

const WHOLE = `query ($least: Int, $of: Int!) {
  person { ...Deep friends(least: $least) { plain ... on Person { depth } } same: friends(least: $least) { words } }
  again: surePerson { sure kind __typename method absent any { ... on Person { plain sure } ... on Other { title } __typename } }
  number(of: $of)
}
fragment Deep on Person {
  plain sure depth method absent kind words sureWords
  friend { plain sureFriend { sure friend { words kind } } }
  friend { depth any { ... on Other { title } } }
}`;

const document = (text: string, schema: GraphQLSchema): DocumentNode => {
  const parsed = parse(text);
  expect(validate(schema, parsed)).toEqual([]);
  return parsed;
};

describe('what is compiled', () => {
  it.each(HOWS)('is answered as by graphql-js when everything is: %s', async (how) => {
    for (const name of [
      'person',
      'surePerson',
      'sure',
      'depth',
      'kind',
      'words',
      'friend',
      'sureFriend',
      'any',
      'title',
      'number',
    ]) {
      const schema = schemaWith({ [name]: how });
      const asked = document(WHOLE, schema);
      const { told, ...expected } = await ordinary(schema, asked);
      for (const { told: _told, ...answer } of await compiled(schema, asked))
        expect(answer).toEqual(expected);
      expect(told.length).toBeGreaterThan(0);
    }
  });

  it('is answered as by graphql-js whatever each resolver comes up with', async () => {
    const names = [
      'person',
      'surePerson',
      'sure',
      'depth',
      'kind',
      'words',
      'friend',
      'sureFriend',
      'friends',
      'any',
      'title',
    ];
    const hows = fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...HOWS));
    await fc.assert(
      fc.asyncProperty(hows, async (said) => {
        const schema = schemaWith(said);
        const asked = document(WHOLE, schema);
        const { told: _told, ...expected } = await ordinary(schema, asked);
        for (const { told: _each, ...answer } of await compiled(schema, asked))
          expect(answer).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('asks each resolver once, with the same arguments and under the same names', async () => {
    const schema = schemaWith({ surePerson: 'soon', friend: 'soon', any: 'soon' });
    const asked = document(
      'query ($least: Int) { person { friends(least: $least) { plain } friend { depth kind } } }',
      schema,
    );
    const { told } = await ordinary(schema, asked);
    for (const each of await compiled(schema, asked)) expect([...each.told].sort()).toEqual([...told].sort());
  });

  it('is so from the second time on', async () => {
    const schema = schemaWith({});
    const asked = document('{ person { plain } }', schema);
    const question: Question = { schema, document: asked, operationName: undefined, variables: {} };
    // graphql-js makes objects without a prototype.
    for (const expected of [null, Object.prototype, Object.prototype]) {
      const { result } = await carryOut(question, contextOf());
      expect(Object.getPrototypeOf(result.data)).toBe(expected);
    }
  });

  it.each([
    ['variables that do not fit', { least: 'one', of: 3 }],
    ['variables that are missing', {}],
    ['nothing where there must be something', { of: null }],
  ])('is refused as by graphql-js: %s', async (_what, given) => {
    const schema = schemaWith({});
    const asked = document(WHOLE, schema);
    const { told: _told, ...expected } = await ordinary(schema, asked, given);
    for (const { told: _each, ...answer } of await compiled(schema, asked, given))
      expect(answer).toEqual(expected);
    expect(expected.errors).toHaveLength(1);
  });

  it('spends as much, also where it was asked again by graphql-js', async () => {
    const schema = schemaWith({ sure: 'null' });
    const asked = document('{ person { friend { plain } sure } }', schema);
    const context = contextOf(3);
    const question: Question = { schema, document: asked, operationName: undefined, variables: {} };
    for (let sight = 0; sight < 2; sight += 1) await carryOut(question, contextOf());
    // Two objects each time: a third of what there is would be left after the first try, and nothing after a second.
    const { context: own } = await carryOut(question, context);
    expect(own.budget.isSpent).toBe(false);
    const again = await carryOut(question, context);
    expect(again.context.budget.isSpent).toBe(true);
  });
});

describe('what is not compiled', () => {
  const schema = schemaWith({});

  it.each([
    ['a mutation', 'mutation { change }'],
    ['a directive', 'query ($is: Boolean = true) { person { plain @include(if: $is) } }'],
    ['a directive on a fragment', 'query ($is: Boolean = true) { person { ... @skip(if: $is) { plain } } }'],
    ['a question about the schema', '{ __schema { queryType { name } } }'],
    ['a name of JavaScript’s', '{ person { constructor: plain } }'],
  ])('%s is answered by graphql-js', async (_what, text) => {
    const asked = document(text, schema);
    expect(() => compileOperation(schema, asked, undefined)).toThrow();
    const { told: _told, ...expected } = await ordinary(schema, asked);
    for (const { told: _each, ...answer } of await compiled(schema, asked)) expect(answer).toEqual(expected);
  });

  it('is what is asked under another name than at first', async () => {
    const asked = parse('query One { person { plain } } query Two { person { depth } }');
    for (const operationName of ['One', 'One', 'Two', 'One']) {
      const { result } = await carryOut(
        { schema, document: asked, operationName, variables: {} },
        contextOf(),
      );
      expect(result.data).toEqual({ person: operationName === 'One' ? { plain: 'text 0' } : { depth: 0 } });
    }
  });

  it('is anything where the setting says so', async () => {
    const asked = document('{ person { plain } }', schema);
    const question: Question = { schema, document: asked, operationName: undefined, variables: {} };
    for (let sight = 0; sight < 3; sight += 1) {
      const { result } = await carryOut(question, contextOf(), { isCompiled: false });
      expect(Object.getPrototypeOf(result.data)).toBeNull();
    }
  });
});
