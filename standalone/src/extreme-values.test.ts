import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { caseworker, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { administratorsOf, allowedRoles } from './permissions.expected.ts';
import { minimalOperations } from './testing/minimal-operations.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

let graph: TestWholeGraph;
let api: GraphQLSchema;

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20 });
  await inTransaction(graph.agencies['early-childhood'].db.manager, plantNantes);
  api = buildSchema(await readFile(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
}, 60_000);
afterAll(() => graph.close());

const codesOf = ({ errors }: Awaited<ReturnType<TestWholeGraph['ask']>>) =>
  errors.map(({ extensions }) => extensions.code);

/** The first and the last day and instant that anybody may mean, and the ends of what a column can hold. */
const FIRST = { Date: '"1900-01-01"', DateTime: '"1900-01-01T00:00:00Z"', Int: '-2147483648' };
const LAST = { Date: '"2199-12-31"', DateTime: '"2199-12-31T23:59:59.999Z"', Int: '2147483647' };
const BEYOND = { Date: '"2200-01-01"', DateTime: '"9999-12-31T22:00:00-12:00"' };
const BEFORE = { Date: '"0000-01-01"', DateTime: '"0000-01-01T00:00:00Z"' };

/** Where no role is named, administrators alone. */
const someoneAllowed = (name: string): TestUser => {
  const [role] = allowedRoles[name] ?? [];
  const [administrator = 'CASEWORKER'] = administratorsOf(name);
  return role ? { role } : { role: administrator, admin: true };
};

describe('values at the edge', () => {
  it.each([
    ['the first', FIRST],
    ['the last', LAST],
    ['a year beyond', BEYOND],
    ['the year 0', BEFORE],
  ])('%s is never a fault of ours, in any query or mutation', async (_which, scalars) => {
    for (const isWhole of [false, true]) {
      for (const { name, document } of minimalOperations(api, { scalars, isWhole })) {
        const codes = codesOf(await graph.ask(document, {}, someoneAllowed(name)));
        expect([name, codes]).toEqual([name, codes.filter((code) => code === 'BAD_USER_INPUT')]);
      }
    }
  });

  it('a text without a sensible length is refused wherever one is taken, and nothing of it is told', async () => {
    const scalars = { String: `"${'x'.repeat(6_000)}"` };
    const taking = minimalOperations(api, { scalars, isWhole: true }).filter(({ document }) =>
      document.includes(scalars.String),
    );
    expect(taking.length).toBeGreaterThan(30);
    for (const { name, document } of taking) {
      const { errors } = await graph.ask(document, {}, someoneAllowed(name));
      const told = errors.map(({ message, extensions }) => [extensions.code, message]);
      expect([name, told]).toEqual([name, [['BAD_USER_INPUT', expect.stringContaining('abrégez-le')]]]);
      expect(JSON.stringify(errors)).not.toContain('xxx');
    }
  });

  const CENTRES = `query ($day: Date!, $from: Date!, $to: Date!, $at: DateTime!, $end: DateTime!) {
    centres {
      day(date: $day) { __typename } week(date: $day) { __typename } avipShare(month: $day) { __typename }
      closures(from: $from, to: $to) { reason }
      sections {
        weekly: wouldServeBest(place: { week: { lines: [{ weekday: 1, from: "09:00", to: "12:00" }], firstDay: $from, lastDay: $to } }) { share }
        dated: wouldServeBest(place: { stretch: { startsAt: $at, endsAt: $end } }) { share }
      }
    }
    commissions(from: $from, to: $to) { id }
    waitingList(filter: { firstDayFrom: $from, firstDayTo: $to, minAgeMonths: 0, maxAgeMonths: 216 }) { edges { cursor } }
  }`;

  it.each([
    ['1900-01-01', '1900-01-02'],
    ['2199-12-30', '2199-12-31'],
  ])('places are shown on %s', async (from, to) => {
    const days = { day: from, from, to, at: `${from}T09:00:00Z`, end: `${from}T10:00:00Z` };
    expect(codesOf(await graph.ask(CENTRES, days, coordinator()))).toEqual([]);
    expect(codesOf(await graph.ask(CENTRES, { ...days, day: to }, coordinator()))).toEqual([]);
  });

  it('closures are asked for 400 days at most', async () => {
    const closures =
      'query ($from: Date!, $to: Date!) { centres { closures(from: $from, to: $to) { reason } } }';
    const asked = (from: string, to: string) => graph.ask(closures, { from, to }, coordinator());
    expect((await asked('2026-01-01', '2027-02-05')).errors).toEqual([]);
    const { errors } = await asked('1900-01-01', '2199-12-31');
    expect(errors.map(({ message, extensions: { argument } }) => ({ message, argument }))).toContainEqual({
      message: 'Argument "to" : 400 jours au plus à la fois ; demandez le reste ensuite.',
      argument: 'to',
    });
  });

  it('half an emoji in one row is named by its place, and loses no other batch', async () => {
    const row = (sourceNumber: string) => ({
      familyReference: 'NAN-000001',
      scheme: 'RSA',
      state: 'OPEN',
      from: '2026-01-01',
      source: 'CAF',
      sourceNumber,
      statedOn: '2026-01-02',
    });
    const { errors } = await graph.ask(
      'mutation ($input: ImportEntitlementsInput!) { importEntitlements(input: $input) { takenCount } }',
      { input: { rows: [row('11'), row('12'), row('13\uD83D')], preview: false } },
      { role: 'INTEGRATOR', scope: 'entitlements:import' },
    );
    expect(errors.map(({ extensions: { code, argument } }) => ({ code, argument }))).toEqual([
      { code: 'BAD_USER_INPUT', argument: 'input.rows.2.sourceNumber' },
    ]);
  });

  it('half an emoji is no name either', async () => {
    const { errors } = await graph.ask(
      'query ($name: String!) { families(search: $name) { edges { cursor } } }',
      { name: 'Le Goff \uDE00' },
      caseworker(),
    );
    expect(errors.map(({ extensions: { argument } }) => argument)).toEqual(['search']);
  });
});
