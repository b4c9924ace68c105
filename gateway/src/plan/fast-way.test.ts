import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { resilientDataSource } from '../data-sources/resilient-data-source.ts';
import type { SubgraphResponse } from '../data-sources/subgraph-response.ts';
import { fakeAgencies } from '../testing/fake-subgraphs.ts';
import { type Reply, type TestGateway, testGateway } from '../testing/test-gateway.ts';

type Ways = { readonly fast: TestGateway; readonly ordinary: TestGateway };

const opened: TestGateway[] = [];
afterAll(() => Promise.all(opened.map((gateway) => gateway.close())));

const openWays = async (given: Parameters<typeof testGateway>[0] = {}): Promise<Ways> => {
  const fast = await testGateway({ patience: 20, ...given });
  const ordinary = await testGateway({ patience: 20, ...given, hasFastWay: false });
  opened.push(fast, ordinary);
  return { fast, ordinary };
};

const CHANGING = /^(date|x-request-id|ratelimit|content-length|keep-alive|connection)$/;

/** All that a caller gets, but for what is another at each request. */
const shownOf = ({ status, headers, body }: Reply) => ({
  status,
  headers: [...headers].filter(([name]) => !CHANGING.test(name)),
  // As text, for the order counts.
  body: JSON.stringify(body).replaceAll(/"requestId":"[^"]+"/g, '"requestId":"…"'),
});

type Asking = readonly [query: string, extra?: Parameters<TestGateway['ask']>[1]];

/** Asks both ways, and the fast one also what it knows by then. */
const bothWays = async ({ fast, ordinary }: Ways, ...asking: Asking) => {
  const expected = shownOf(await ordinary.ask(...asking));
  for (const _sight of ['first', 'second', 'third'])
    expect(shownOf(await fast.ask(...asking))).toEqual(expected);
  return expected;
};

describe('what is asked again is answered as at first', () => {
  let ways: Ways;
  beforeAll(async () => {
    ways = await openWays();
  });

  it.each([
    ['{ families { name } }'],
    ['{ families { name } families { reference } }'],
    [
      'query { ...F } fragment F on Query { families { name bookings { id } ...G } } fragment G on Family { bookings { startsOn } id }',
    ],
    ['{ all: families { title: name kind: __typename __typename } __typename }'],
    ['{ family(reference: "FAM-1") { name milestones { title cover } bookings { milestone { cover } } } }'],
    ['{ family(reference: "FAM-9") { name milestones { title } } }'],
    ['{ family(reference: "FAM-404") { name milestones { title } } }'],
    ['{ milestones { title cover family { reference name } } }'],
    ['{ reader { sub atCare atWork } }'],
    ['{ stays { startsOn ... on Booking { id } } things { __typename ... on Family { name } } }'],
    ['query Q($no: Boolean = false) { families { name @include(if: $no) reference @skip(if: true) } }'],
    ['{ crash families { name } }'],
    ['{ forbidden }'],
    ['{ deepSecret { id } }'],
    ['{ mustHave(what: "x") { id } }'],
    ['{ families { toString: name } }'],
    ['{ __schema { queryType { name } } families { id } }'],
    ['{ __typename }'],
    ['mutation { register(reference: "FAM-9") { reference } }'],
    ['{ families { nothing } }'],
    ['{ families { name }'],
    ['query ($representations: String!) { family(reference: $representations) { id } }'],
  ])('%s', async (query) => {
    await bothWays(ways, query);
  });

  const BY_REFERENCE = 'query One($r: String!) { family(reference: $r) { name milestones { title } } }';
  it.each<[string, Parameters<TestGateway['ask']>[1]]>([
    ['a variable', { variables: { r: 'FAM-1' } }],
    ['another value', { variables: { r: 'FAM-2' } }],
    ['no value', { variables: {} }],
    ['null', { variables: { r: null } }],
    ['a value of another type', { variables: { r: 7 } }],
    ['one more variable', { variables: { r: 'FAM-1', s: 1 } }],
    ['another language', { variables: { r: 1 }, headers: { 'accept-language': 'en' } }],
    ['plain JSON', { variables: { r: 'FAM-1' }, headers: { accept: 'application/json' } }],
    ['plain JSON, wrongly', { variables: {}, headers: { accept: 'application/json' } }],
    [
      'the type of GraphQL',
      { variables: { r: 'FAM-1' }, headers: { accept: 'application/graphql-response+json' } },
    ],
    [
      'a type it prefers',
      {
        variables: { r: 'FAM-1' },
        headers: { accept: 'application/graphql-response+json;q=0.5, application/json' },
      },
    ],
    ['an unknown purpose', { variables: { r: 'FAM-1' }, headers: { 'x-purpose': 'curiosity' } }],
    ['a type that nobody writes', { variables: { r: 'FAM-1' }, headers: { accept: 'text/html' } }],
  ])('with %s', async (_what, extra) => {
    await bothWays(ways, BY_REFERENCE, { variables: { r: 'FAM-1' } });
    await bothWays(ways, BY_REFERENCE, extra);
  });

  it.each([
    ['a day', { on: '2026-02-03' }],
    ['no day', { on: '2026-02-30' }],
  ])('with %s', async (_what, variables) => {
    await bothWays(ways, 'query Q($on: Date!) { bookings(on: $on) { id startsOn } }', { variables });
  });

  it.each([
    [{ query: '{ families { name } }', operationName: 'Q' }],
    [{ query: 'query A { families { name } } query B { families { id } }', operationName: 'A' }],
    [{ query: 'query A { families { name } } query B { families { id } }', operationName: 'B' }],
    [{ query: 'query A { families { name } } query B { families { id } }' }],
    [{ query: '{ families { name } }', operationName: '' }],
    [{ query: '{ families { name } }', operationName: null, variables: null, extensions: null }],
    [{ query: '{ families { name } }', extensions: { persistedQuery: { version: 1, sha256Hash: 'a' } } }],
    [{ query: '{ families { name } }', extensions: 'x' }],
    [{ query: '{ families { name } }', variables: [] }],
    [{ query: 7 }],
  ])('a body of %j', async (body) => {
    const { fast, ordinary } = ways;
    const expected = shownOf(await ordinary.post(JSON.stringify(body), ordinary.jsonHeaders));
    for (const _sight of [1, 2, 3])
      expect(shownOf(await fast.post(JSON.stringify(body), fast.jsonHeaders))).toEqual(expected);
  });

  it('with the points that it costs, each time', async () => {
    const left = async () => {
      const { headers } = await ways.fast.ask('{ milestones { title } }');
      return Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
    };
    await left();
    const [one, two, three] = [await left(), await left(), await left()];
    expect(two).toBeLessThan(one);
    expect(one - two).toBe(two - three);
  });
});

describe('an agency that answers strangely is answered for as at first', () => {
  const answering = async (response: SubgraphResponse, query: string) => {
    const others = fakeAgencies().dataSourceFor;
    // Each question gets an answer of its own: the graph writes into it.
    const ask = async () => ({ ...response, data: structuredClone(response.data) });
    const source = resilientDataSource({ name: 'early-childhood', ask });
    const ways = await openWays({
      dataSourceFor: (name) => (name === 'early-childhood' ? source : others(name)),
    });
    return bothWays(ways, query);
  };
  const ID_AND_NAME = '{ families { id name } }';

  it.each<[string, SubgraphResponse]>([
    ['nothing', {}],
    ['no list', { data: { families: { id: 'f1' } } }],
    ['null for what is never null', { data: { families: [{ id: null, name: 'Ada' }] } }],
    ['null for an item', { data: { families: [null] } }],
    ['a record that is none', { data: { families: ['f1'] } }],
    ['another type', { data: { families: [{ __typename: 'Booking', id: 'f1', name: 'Ada' }] } }],
    ['an unknown type', { data: { families: [{ __typename: 'Nothing', id: 'f1', name: 'Ada' }] } }],
    ['a number for a text', { data: { families: [{ id: 'f1', name: 7 }] } }],
    ['a number for an id', { data: { families: [{ id: 7, name: 'Ada' }] } }],
    ['half a number for an id', { data: { families: [{ id: 7.5, name: 'Ada' }] } }],
    ['more than was asked', { data: { families: [{ id: 'f1', name: 'Ada', secret: 1 }], secret: 2 } }],
    ['a field too few', { data: { families: [{ id: 'f1' }] } }],
    ['long text', { data: { families: [{ id: 'f1', name: 'é'.repeat(3 * 1_024 ** 2) }] } }],
    [
      'text that is long only in the worst case',
      { data: { families: [{ id: 'f1', name: 'e'.repeat(1_024 ** 2) }] } },
    ],
  ])('with %s', async (_what, response) => {
    await answering(response, ID_AND_NAME);
  });

  it('with denials and errors', async () => {
    const errors = [
      new GraphQLError('no', { path: ['families', 0, 'name'], extensions: { code: 'FORBIDDEN' } }),
    ];
    const denied = [{ path: ['families', 1, 'name'], because: 'ROLE' as const }];
    const families = [
      { id: 'f1', name: null },
      { id: 'f2', name: null },
    ];
    const { body } = await answering({ data: { families }, errors, denied }, ID_AND_NAME);
    expect(body).toContain('NOT_SHARED');
    expect(body).toContain('FORBIDDEN');
  });
});

it('is left to what is asked again: nobody else is told what was answered', async () => {
  const { fast } = await openWays();
  const asked = 'query One($r: String!) { family(reference: $r) { name } }';
  const ask = async (reference: string) =>
    (await fast.ask(asked, { variables: { r: reference } })).body.data.family;
  await ask('FAM-1');
  const answers = await Promise.all(['FAM-1', 'FAM-2', 'FAM-404', 'FAM-1'].map(ask));
  expect(answers).toEqual([{ name: 'Le Goff' }, { name: 'Diallo' }, null, { name: 'Le Goff' }]);
});
