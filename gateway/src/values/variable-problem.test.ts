import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, getOperationAST, getVariableValues, parse } from 'graphql';
import { inWords } from '../messages/sentences.ts';
import { variableProblem } from './variable-problem.ts';

const schema = buildSchema(`
  scalar Date scalar DateTime scalar LocalTime scalar Anything
  enum Scheme { RSA PAJE }
  input Row { number: String! cents: Int from: Date scheme: Scheme }
  input Day { at: DateTime open: LocalTime rows: [Row!] any: Anything }
  type Query {
    import(rows: [Row!]!): Int
    day(day: Day on: Date! = "2026-03-02"): Int
    page(first: Int! = 20): Int
  }
`);

const problem = (text: string, variables: Record<string, unknown>) => {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('one operation is expected');
  const found = variableProblem({ schema, document, operation, variables });
  return found && inWords(found, 'en');
};

const IMPORT = 'query ($rows: [Row!]!) { import(rows: $rows) }';
const DAY = 'query ($day: Day) { day(day: $day) }';

describe('a variable that does not fit', () => {
  it.each([
    ['nothing', IMPORT, {}, 'Variable "$rows": a value is needed.'],
    ['null', IMPORT, { rows: null }, 'Variable "$rows": a value is needed.'],
    ['null in a list', IMPORT, { rows: [{ number: '1' }, null] }, 'Variable "$rows.1": a value is needed.'],
    ['a missing field', IMPORT, { rows: [{ cents: 1 }] }, 'Variable "$rows.0.number": a value is needed.'],
    ['an unknown field', IMPORT, { rows: [{ a: 1 }] }, 'Variable "$rows.0": Row has no field "a".'],
    [
      'a strange field',
      IMPORT,
      { rows: [{ 'Léa Martin': 1 }] },
      'Variable "$rows.0": Row has no field of this name.',
    ],
    ['a text for an object', IMPORT, { rows: ['Léa'] }, 'Variable "$rows.0": a value of type Row is needed.'],
    ['a list for an object', DAY, { day: [] }, 'Variable "$day": a value of type Day is needed.'],
    [
      'a text for a number',
      IMPORT,
      { rows: [{ number: '1', cents: 'Léa' }] },
      'Variable "$rows.0.cents": a whole number is needed, 2,147,483,647 at most.',
    ],
    [
      'an amount that no column holds',
      IMPORT,
      { rows: [{ number: '1', cents: 2_147_483_648 }] },
      'Variable "$rows.0.cents": a whole number is needed, 2,147,483,647 at most.',
    ],
    [
      'a word that is none of the list',
      IMPORT,
      { rows: [{ number: '1', scheme: 'Léa' }] },
      'Variable "$rows.0.scheme": a value of type Scheme is needed.',
    ],
    [
      'a day that does not exist',
      IMPORT,
      { rows: { number: '1', from: '2026-02-30' } },
      'Variable "$rows.from": a day that exists, from 1900 to 2199, is needed, for example 2026-03-02.',
    ],
    [
      'an instant without offset',
      DAY,
      { day: { at: '2026-03-02T09:00' } },
      'Variable "$day.at": an instant from 1900 to 2199 with its offset is needed, for example 2026-03-02T09:30:00+01:00.',
    ],
    [
      'an hour that does not exist',
      DAY,
      { day: { open: '24:00' } },
      'Variable "$day.open": a time of day is needed, for example 09:30.',
    ],
    [
      'null where a default let it in',
      'query ($n: Int = 7) { page(first: $n) }',
      { n: null },
      'Variable "$n": a value is needed.',
    ],
    [
      'null in a directive',
      'query ($b: Boolean = true) { page @include(if: $b) }',
      { b: null },
      'Variable "$b": a value is needed.',
    ],
  ])('is named with its path: %s', (_what, text, variables, sentence) => {
    expect(problem(text, variables)).toBe(sentence);
  });

  it.each([
    [IMPORT, { rows: { number: 'one for a list' } }],
    [IMPORT, { rows: [{ number: '1', cents: null, from: '2028-02-29', scheme: 'RSA' }], undeclared: 1 }],
    [DAY, {}],
    [DAY, { day: { at: '2026-03-02T09:00:00+01:00', open: '23:59', rows: [], any: { of: ['it'] } } }],
    ['query ($n: Int = 7) { page(first: $n) }', {}],
    ['query ($d: Day = null) { day(day: $d) }', { d: null }],
  ])('is not one that fits: %s', (text, variables) => expect(problem(text, variables)).toBeNull());

  it('is the first of thousands', () => {
    const rows = Array.from({ length: 20_000 }, () => ({ a: 1 }));
    expect(problem(IMPORT, { rows })).toBe('Variable "$rows.0": Row has no field "a".');
  });

  it('is one wherever graphql-js itself finds one', () => {
    const anything = fc.letrec((of) => ({
      value: fc.oneof(
        fc.constantFrom(null, 1, 1.5, '', 'RSA', '2026-03-02', true),
        fc.array(of('value'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom('number', 'cents', 'from', 'scheme', 'a', 'at', 'rows', 'any'),
          of('value'),
        ),
      ),
    })).value;
    const wrongFor = (text: string, variables: { readonly [name: string]: unknown }) => {
      const definitions = getOperationAST(parse(text))?.variableDefinitions ?? [];
      return Boolean(getVariableValues(schema, definitions, variables, { maxErrors: 1 }).errors);
    };
    fc.assert(
      fc.property(anything, (value) => {
        if (wrongFor(IMPORT, { rows: value })) expect(problem(IMPORT, { rows: value })).not.toBeNull();
        if (wrongFor(DAY, { day: value })) expect(problem(DAY, { day: value })).not.toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });
});
