import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, it } from '@jest/globals';
import { execute, parse } from 'graphql';
import type { Language } from '../messages.ts';
import { publicError } from './faults.ts';
import { readArguments } from './read-arguments.ts';
import { CivilDate, DateTime } from './scalars.ts';

const seen: unknown[] = [];
const see = (_source: unknown, args: unknown) => {
  seen.push(args);
  return 'seen';
};
const schema = buildSubgraphSchema({
  typeDefs: parse(`
    scalar Date
    scalar DateTime
    input Row { id: ID, text: String, on: Date }
    input Filter { first: Date, last: Date, at: DateTime }
    type Query {
      one(id: ID, text: String, rows: [Row!], filter: Filter): String
      during(from: Date!, to: Date!): String
      between(from: DateTime!, to: DateTime!): String
    }
    type Mutation { change(from: Date!, to: Date!, rows: [Row!]): String }`),
  resolvers: {
    Date: CivilDate,
    DateTime,
    Query: { one: see, during: see, between: see },
    Mutation: { change: see },
  },
});
readArguments(schema);

const ask = async (source: string, variableValues = {}, language: Language = 'en') => {
  const { errors = [], data } = await execute({ schema, document: parse(source), variableValues });
  const [error] = errors.map((each) => publicError(each, language, 'test'));
  return error
    ? [error.extensions?.code, error.extensions?.argument, error.message]
    : Object.values(data ?? {})[0];
};
const refusedAt = (argument: string, words: string) => [
  'BAD_USER_INPUT',
  argument,
  expect.stringContaining(words),
];
const ROWS = 'query ($rows: [Row!]) { one(rows: $rows) }';
const DAYS = (from: string, to: string) => `{ during(from: "${from}", to: "${to}") }`;

describe('arguments', () => {
  it('reach the resolver with ids in small letters', async () => {
    await ask('{ one(id: "0190D8A4-7F1E-7C11-9B5A-3C1D6A0F0001", text: "Zoé 👶") }');
    expect(seen.at(-1)).toEqual({ id: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001', text: 'Zoé 👶' });
  });

  it.each([
    ['half a character', 'cut\uD83D'],
    ['the other half', '\uDC76cut'],
    ['U+0000', 'a\0b'],
  ])('name the place of a text with %s', async (_what, text) => {
    expect(await ask(ROWS, { rows: [{}, {}, { text }] })).toEqual(refusedAt('rows.2.text', 'type it again'));
  });

  it('hold texts of 5,000 characters at most, and name the place of a longer one', async () => {
    expect(await ask(ROWS, { rows: [{ text: 'x'.repeat(5_000) }] })).toBe('seen');
    const answer = await ask(ROWS, { rows: [{}, { text: 'x'.repeat(5_001) }] });
    expect(answer).toEqual(refusedAt('rows.1.text', 'over 5000 characters'));
    expect(String(answer)).not.toContain('xx');
  });

  it('name the place of a malformed id, and never its value', async () => {
    const answer = await ask(ROWS, { rows: [{ id: 'Marie Curie' }] });
    expect(answer).toEqual(refusedAt('rows.0.id', 'not an id'));
    expect(JSON.stringify(answer)).not.toContain('Marie');
  });

  it.each(['1899-12-31', '2200-01-01', '0000-01-01', '2024-02-30', 'yesterday'])(
    'hold no day like %s',
    async (day) => {
      const words = 'not of the type expected';
      expect(await ask(DAYS(day, '2026-01-01'))).toEqual(refusedAt('from', words));
      const asked = await ask('query ($rows: [Row!]) { one(rows: $rows) }', { rows: [{ on: day }] });
      expect(asked).toEqual(refusedAt('rows', words));
      expect(JSON.stringify(asked)).not.toContain(day);
    },
  );

  it.each([
    '9999-12-31T22:00:00-12:00',
    '2199-12-31T23:00:00-12:00',
    '1900-01-01T00:00:00+01:00',
    '2026-01-01T00:00:00',
    '2026-01-01T24:00:00Z',
  ])('hold no instant like %s', async (instant) => {
    const variables = { from: instant, to: '2026-01-01T00:00:00Z' };
    const query = 'query ($from: DateTime!, $to: DateTime!) { between(from: $from, to: $to) }';
    expect(await ask(query, variables)).toEqual(refusedAt('from', 'not of the type expected'));
    expect(await ask(`{ between(from: "${instant}", to: "2026-01-01T00:00:00Z") }`)).toEqual(
      refusedAt('from', 'not of the type expected'),
    );
  });

  it('ask for 400 days at most, whatever the days are called', async () => {
    expect(await ask(DAYS('2026-01-01', '2027-02-05'))).toBe('seen');
    expect(await ask(DAYS('2026-01-01', '2027-02-06'))).toEqual(refusedAt('to', 'at most 400 days'));
    expect(await ask(DAYS('2027-02-06', '2026-01-01'))).toEqual(refusedAt('from', 'at most 400 days'));
    expect(await ask('{ one(filter: { first: "2026-01-01", last: "2199-12-31" }) }')).toEqual(
      refusedAt('filter.last', 'at most 400 days'),
    );
    expect(await ask('{ one(filter: { last: "2026-01-01", at: "2199-12-31T12:00:00Z" }) }')).toEqual(
      refusedAt('filter.at', 'at most 400 days'),
    );
  });

  it('may lie further apart where something is changed', async () => {
    expect(await ask('mutation { change(from: "2020-01-01", to: "2030-01-01") }')).toBe('seen');
  });

  it('are refused in the language of the reader', async () => {
    expect(await ask(DAYS('2026-01-01', '2030-01-01'), {}, 'fr')).toEqual([
      'BAD_USER_INPUT',
      'to',
      'Argument "to" : 400 jours au plus à la fois ; demandez le reste ensuite.',
    ]);
  });
});
