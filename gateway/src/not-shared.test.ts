import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { coveredPaths } from '@relais/platform/graphql/covered-paths.ts';
import { type DenialReason, Denials, notAll, notShared } from '@relais/platform/graphql/denials.ts';
import { type GraphQLFieldResolver, parse } from 'graphql';
import { inProcessDataSource } from './data-sources/in-process.ts';
import { type TestGateway, testGateway } from './testing/test-gateway.ts';
import { isRecord } from './values/path.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])';

const CARE = `${LINK}
type Query { stays(of: Int!): [Stay!]! things: [Thing!]! }
union Thing = Stay | Note
type Stay { id: ID! meeting: Meeting sure: Meeting! }
type Note @key(fields: "id") { id: ID! }
type Meeting @key(fields: "id") {
  id: ID!
  startsAt: String @external
  cover: String @requires(fields: "startsAt")
}`;

const WORK = `${LINK}
type Meeting @key(fields: "id") { id: ID! startsAt: String title: String place: String version: Int! steps: [String!] }
type Note @key(fields: "id") { id: ID! text: String }`;

type Key = { readonly id: string };

/** Every third meeting is out of reach, every third is unknown; of the others the title is not shared. */
const kindOf = ({ id }: Key): 'SEEN' | 'HIDDEN' | 'UNKNOWN' =>
  (['SEEN', 'HIDDEN', 'UNKNOWN'] as const)[Number(id) % 3] ?? 'UNKNOWN';

const stayAt = (id: number) => ({ id: String(id), meeting: { id: String(id) }, sure: { id: String(id) } });

const care = buildSubgraphSchema({
  typeDefs: parse(CARE),
  resolvers: {
    Query: {
      stays: (_: unknown, { of }: { of: number }) => Array.from({ length: of }, (_each, id) => stayAt(id)),
      things: () => [
        { __typename: 'Stay', ...stayAt(1) },
        { __typename: 'Note', id: '7' },
        { __typename: 'Stay', ...stayAt(0) },
        { __typename: 'Note', id: '8' },
      ],
    },
    Meeting: {
      __resolveReference: (key: Key) => key,
      cover: ({ startsAt }: { startsAt: string | null }) => `covered at ${startsAt}`,
    },
  },
});

const shownInPart: GraphQLFieldResolver<Key, unknown> = (_key, _arguments, context, info) => {
  if (!isRecord(context) || !(context.denials instanceof Denials)) throw new Error('Who would note it?');
  const denying = { denials: context.denials };
  // Two kinds of steps that are left out for one reason.
  for (const because of ['OBJECTION', 'OBJECTION'] as const) notAll(denying, info, because);
  return ['asked'];
};

const hiding =
  (because: DenialReason): GraphQLFieldResolver<Key, unknown> =>
  (_key, _arguments, context, info) => {
    if (!isRecord(context) || !(context.denials instanceof Denials)) throw new Error('Who would note it?');
    return notShared({ denials: context.denials }, info, because);
  };

const work = buildSubgraphSchema({
  typeDefs: parse(WORK),
  resolvers: {
    Meeting: {
      __resolveReference: (key: Key) =>
        kindOf(key) === 'SEEN' ? { ...key, startsAt: '9:00', place: null, version: 1 } : null,
      title: hiding('ROLE'),
      steps: shownInPart,
    },
    Note: {
      __resolveReference: (key: Key) => key,
      text: (...asked) => (asked[0].id === '7' ? 'read' : hiding('OBJECTION')(...asked)),
    },
  },
});

const composed = composeServices([
  { name: 'care', url: 'http://care', typeDefs: parse(CARE) },
  { name: 'work', url: 'http://work', typeDefs: parse(WORK) },
]);
const { supergraphSdl } = composed;
if (!supergraphSdl) throw new Error(String(composed.errors));

let gateway: TestGateway;
let isWorkDown = false;

beforeAll(async () => {
  const sources = {
    care: inProcessDataSource({ name: 'care', schema: care, contextFor: async () => ({}) }),
    work: inProcessDataSource({
      name: 'work',
      schema: work,
      async contextFor() {
        if (isWorkDown) throw new Error('connect ECONNREFUSED 10.0.0.3:5432');
        return {};
      },
    }),
  };
  gateway = await testGateway({
    supergraphSdl,
    dataSourceFor: (name) => (name === 'care' ? sources.care : sources.work),
  });
});
afterAll(() => gateway.close());

type Told = {
  readonly path: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
};

const told = (errors: readonly Told[] = []) =>
  errors.map(({ path, extensions: { requestId: _, ...extensions } }) => ({ path, ...extensions }));

/** The places of every `null` in an answer. */
const nullsIn = (value: unknown, path: readonly (string | number)[] = []): string[] => {
  if (value === null) return [path.join('.')];
  if (typeof value !== 'object') return [];
  return Object.entries(value ?? {}).flatMap(([key, each]) => nullsIn(each, [...path, key]));
};

describe('what is not shared', () => {
  it('is said once for each place, agency and reason, and covers every null that is not "none"', async () => {
    const { body } = await gateway.ask('{ stays(of: 9) { meeting { title startsAt place } } }');
    const work = { code: 'NOT_SHARED', service: 'work' };
    const hidden = [[1], [2], [4], [5], [7], [8]];
    expect(told(body.errors)).toEqual([
      {
        path: ['stays', 0, 'meeting', 'title'],
        ...work,
        because: 'ROLE',
        count: 3,
        place: 'stays.meeting.title',
        positions: [[0], [3], [6]],
      },
      ...['title', 'startsAt', 'place'].map((field) => ({
        path: ['stays', 1, 'meeting', field],
        ...work,
        count: 6,
        place: `stays.meeting.${field}`,
        positions: hidden,
      })),
    ]);
    const covered = new Set(body.errors?.flatMap(coveredPaths).map((path) => path.join('.')));
    const none = nullsIn(body.data).filter((path) => !covered.has(path));
    expect(none).toEqual([0, 3, 6].map((index) => `stays.${index}.meeting.place`));
  });

  it('is said once of a list that is there and is not all', async () => {
    const { body } = await gateway.ask('{ stays(of: 4) { meeting { steps title } } }');
    expect(body.data.stays[0].meeting).toEqual({ steps: ['asked'], title: null });
    const [part] = told(body.errors).filter(({ path }) => path.at(-1) === 'steps');
    expect(part).toEqual({
      path: ['stays', 0, 'meeting', 'steps'],
      ...{ code: 'NOT_SHARED', service: 'work', because: 'OBJECTION', isPartial: true },
      ...{ count: 2, place: 'stays.meeting.steps', positions: [[0], [3]] },
    });
  });

  it('is no fault of the schema: a field that is never null takes along what holds it, and that is said', async () => {
    const { body } = await gateway.ask('{ stays(of: 4) { meeting { version } } }');
    expect(body.data).toEqual({
      stays: [{ meeting: { version: 1 } }, { meeting: null }, { meeting: null }, { meeting: { version: 1 } }],
    });
    expect(told(body.errors)).toEqual([
      {
        path: ['stays', 1, 'meeting'],
        code: 'NOT_SHARED',
        service: 'work',
        count: 2,
        place: 'stays.meeting',
        positions: [[1], [2]],
      },
    ]);
  });

  it('is told where even the whole answer is null for it', async () => {
    const { body } = await gateway.ask('{ stays(of: 2) { sure { version } } }');
    expect(body.data).toBeNull();
    expect(told(body.errors)).toMatchObject([{ code: 'NOT_SHARED', service: 'work', count: 1 }]);
  });

  it('leaves unknown what is computed from it, for the same reason', async () => {
    const { body } = await gateway.ask('{ stays(of: 3) { meeting { cover } } }');
    expect(body.data.stays.map((stay: { meeting: object }) => stay.meeting)).toEqual([
      { cover: 'covered at 9:00' },
      { cover: null },
      { cover: null },
    ]);
    expect(told(body.errors)).toMatchObject([
      { path: ['stays', 1, 'meeting', 'cover'], code: 'NOT_SHARED', count: 2, positions: [[1], [2]] },
    ]);
    expect(body.errors?.[0].extensions).not.toHaveProperty('because');
  });

  it('is told at its own place where a list holds other things too', async () => {
    const query = '{ things { ... on Stay { meeting { title } } ... on Note { text } } }';
    const { body } = await gateway.ask(query);
    expect(body.data.things).toEqual([
      { meeting: { title: null } },
      { text: 'read' },
      { meeting: { title: null } },
      { text: null },
    ]);
    expect(
      body.errors
        ?.flatMap(coveredPaths)
        .map((path) => path.join('.'))
        .sort(),
    ).toEqual(['things.0.meeting.title', 'things.2.meeting.title', 'things.3.text']);
  });

  it('does not tell a record out of reach from one that does not exist', async () => {
    const ask = async (kind: 'HIDDEN' | 'UNKNOWN') => {
      const query = '{ stays(of: 3) { id meeting { id title startsAt place cover } } }';
      const { body } = await gateway.ask(query);
      const index = kind === 'HIDDEN' ? 1 : 2;
      const covering = (body.errors ?? [])
        .filter((error) => coveredPaths(error).some((path) => path[1] === index))
        .map(({ message, extensions: { requestId: _, ...extensions } }) => ({ message, extensions }));
      return JSON.stringify([body.data.stays[index], covering]).replaceAll(`"${index}"`, '"id"');
    };
    expect(await ask('UNKNOWN')).toBe(await ask('HIDDEN'));
  });

  it('is not said of an agency that is away', async () => {
    isWorkDown = true;
    const { body } = await gateway.ask('{ stays(of: 2) { meeting { title cover } } }');
    isWorkDown = false;
    expect(body.errors?.map(({ path, extensions }) => `${path.join('.')} ${extensions.code}`).sort()).toEqual(
      [0, 1].flatMap((index) => [
        `stays.${index}.meeting.cover SERVICE_UNAVAILABLE`,
        `stays.${index}.meeting.title SERVICE_UNAVAILABLE`,
      ]),
    );
  });

  it('is never cut, however much of it there is', async () => {
    const { body } = await gateway.ask('{ stays(of: 300) { meeting { title startsAt place version } } }');
    expect(body.errors?.length).toBeGreaterThan(0);
    const covered = body.errors?.flatMap(coveredPaths) ?? [];
    expect(covered).toHaveLength(100 + 200);
  });
});
