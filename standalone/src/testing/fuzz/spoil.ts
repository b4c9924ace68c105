import type { Random } from '../../demo/random.ts';
import type { Operation } from './make-operation.ts';
import { SENT } from './values.ts';

/** The body of a request that means harm, or was written by somebody who sleeps. */
type Spoil = (operation: Operation, random: Random) => string;

const json = (body: unknown): string => JSON.stringify(body);

const cutAt = (text: string, at: number, put = ''): string => text.slice(0, at) + put + text.slice(at + 1);

const inText =
  (change: (query: string, random: Random) => string): Spoil =>
  (operation, random) =>
    json({ ...operation, query: change(operation.query, random) });

const somewhere = (text: string, random: Random): number => random.between(0, text.length - 1);

const STRAYS = [
  '{',
  '}',
  '"',
  '"""',
  '$',
  '@',
  '...',
  '\u0000',
  '\ufeff',
  '💧',
  '#',
  '\\u{110000}',
  '0x1',
  '&',
];

const SPOILS: readonly Spoil[] = [
  inText((query, random) => cutAt(query, somewhere(query, random))),
  inText((query, random) => cutAt(query, somewhere(query, random), random.pick(STRAYS))),
  inText((query, random) => query.slice(0, somewhere(query, random))),
  inText((query) => `${query} ${query}`),
  inText((query) => query.replace(/(\w+) \{/, 'id: $1 {')),
  inText((query) => query.replace(/\bid\b/, 'id: reference')),
  inText((query, random) => query.replace(/(\w{3})\w*/, `$1${random.pick(['s', 'x', '_'])}`)),
  inText((query) => query.replace('{', '{ __schema { types { name fields { name } } } ')),
  inText((query) => query.replace('{', '{ _service { sdl } ')),
  inText((query) =>
    query.replace('{', '{ _entities(representations: [{__typename: "Family", id: "1"}]) { __typename } '),
  ),
  inText((query) => query.replace('{', `{ ${'a: me { sub } '.repeat(40)}`)),
  inText((query) =>
    query.replace('{', `{ ${Array.from({ length: 40 }, (_, at) => `x${at}: me { sub }`).join(' ')} `),
  ),
  inText((query) => query.replace('{', `{ ${'me { '.repeat(60)}sub${' }'.repeat(60)} `)),
  inText((query) => `${query} fragment Loop on Family { ...Loop }`),
  inText((query) => query.replace('query', 'subscription')),
  inText((query) => query.replace(/\(\$v0: [^,)]+/, '($representations: [ID!]')),
  inText((query) => query.replace(/\{/, `{ me @include(if: "${SENT}") { sub } `)),
  inText(() => ''),
  inText(() => '#'),
  inText((query) => `${query} # ${'é'.repeat(20_000)}`),
  (operation) => json({ ...operation, operationName: `No${SENT}` }),
  (operation) =>
    json({
      ...operation,
      operationName: null,
      extensions: { persistedQuery: { version: 1, sha256Hash: 'a' } },
    }),
  (operation) => json({ ...operation, variables: [SENT] }),
  (operation) => json({ ...operation, variables: SENT }),
  (operation) => json({ ...operation, variables: { ...operation.variables, [SENT]: 1 } }),
  (operation) => json({ ...operation, variables: {} }),
  (operation) => json({ ...operation, variables: { v0: null, v1: null, v2: null } }),
  (operation) => json({ ...operation, variables: null }),
  (operation) => json({ ...operation, query: null }),
  (operation) => json([operation, operation]),
  (operation) => json(operation).slice(0, -1),
  (operation) => json(operation).replace('"query"', '"__proto__":{"a":1},"query"'),
  (operation) => json({ ...operation, query: `${operation.query}${' '.repeat(300_000)}` }),
  () => '"text"',
  () => 'null',
  () => '[]',
];

/** The same operation, spoilt in one way of many. */
export const spoilt = (operation: Operation, random: Random): string =>
  random.pick(SPOILS)(operation, random);
