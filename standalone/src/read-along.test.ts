import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { withClient } from '@relais/platform/database/with-client.ts';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { Reading } from '@relais/platform/reading/reading.ts';
import { MONDAY } from '@relais/platform/testing/test-clock.ts';
import {
  advisor,
  caseworker,
  coordinator,
  type TestUser,
  THE_CASEWORKER,
} from '@relais/platform/testing/test-users.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { agencyNames } from '../../subgraphs/agencies.ts';
import type { LivingFamily } from './demo/demo-life.ts';
import { familyFileVariables, operationText } from './operations.ts';
import { plantSundryFamilies } from './testing/busy-families.ts';
import { manyFiles } from './testing/many-files.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const FAMILIES = 24;
const now = MONDAY;
/** Other families each time; what fails says which. */
const seed = Math.ceil(Math.random() * 1_000_000);
const { reference: _one, ...moment } = familyFileVariables('', dayOf(now));

let graph: TestWholeGraph;
let families: readonly LivingFamily[];
let files: string;

const OBJECT = `insert into objections (family_id, category, agency)
  select $1, category, agency from unnest($2::text[], $3::text[]) as said (category, agency)`;

/** Some of which a part, and some of which nothing is shared. */
const keepSomeAway = async (url: string): Promise<void> =>
  withClient(url, async (client) => {
    for (const { id } of families) await givenFollowers(client, id);
    const [objecting, alsoObjecting, barring] = families;
    await client.query(OBJECT, [objecting?.id, ['CARE', 'BENEFITS'], ['BENEFITS', 'CARE']]);
    await client.query(OBJECT, [alsoObjecting?.id, ['JOB_SEARCH', 'CARE'], ['BENEFITS', 'JOB_SEARCH']]);
    await givenFollowers(client, barring?.id ?? '', [{ sub: THE_CASEWORKER, relation: 'BARRED' }]);
  });

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now });
  const { ownerUrls } = graph.databases;
  const covers = graph.agencies['early-childhood'].db.manager;
  families = await plantSundryFamilies(ownerUrls, covers, now, { seed, from: 1, to: FAMILIES });
  for (const name of agencyNames) await keepSomeAway(ownerUrls[name]);
  files = manyFiles(await operationText('family-file')).replace(
    'weeklyHours',
    'weeklyHours pauses { id kind }',
  );
}, 60_000);

afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => graph.close());

/** What is answered, and how many statements it took: as ever, and with each relation asked by its own loader. */
const bothWays = async (query: string, variables: object, user: TestUser) => {
  await graph.signIn(user);
  const ask = async () => {
    const { data, errors } = await graph.ask(query, { ...variables }, user);
    const told = errors.map(({ path, extensions }) => [path, { ...extensions, requestId: undefined }]);
    return { data, told };
  };
  const counted = async () => {
    await ask();
    const found: Awaited<ReturnType<typeof ask>>[] = [];
    const statements = await graph.databases.statements(async () => found.push(await ask()));
    return { answer: found[0], statements };
  };
  const along = await counted();
  jest.spyOn(Reading.prototype, 'expect').mockImplementation(() => undefined);
  const apart = await counted();
  return { along, apart };
};

describe(`what is read along (families of ${seed})`, () => {
  it.each([
    ['a caseworker', caseworker()],
    ['a coordinator', coordinator()],
  ])('is to %s what its loaders would have found', async (_who, user) => {
    const { along, apart } = await bothWays(files, { ...moment, first: FAMILIES }, user);
    expect(along.answer).toEqual(apart.answer);
    expect(along.answer?.data.families.edges.length).toBeGreaterThan(FAMILIES / 2);
    expect(along.statements).toBeLessThan(apart.statements);
  });

  it('is to an advisor what its loaders would have found', async () => {
    const query = `query ($from: DateTime!, $to: DateTime!, $today: Date!) {
      milestones(from: $from, to: $to, first: 20) { edges { node { id family {
        id reference adults { id firstName jobSeeker { id } }
        children { id bookings(from: $from, to: $to) { id } placements { id status } }
        milestones(first: 5) { edges { node { id title } } }
        benefitsStatus { schemes } entitlements { id } hourlyFee(on: $today, tariffKind: COLLECTIVE, careKind: LONG_TERM) { cents }
      } } } } }`;
    const to = new Date(now.getTime() + 60 * 86_400_000).toISOString();
    const { along, apart } = await bothWays(query, { ...moment, to }, advisor('demo-advisor'));
    expect(along.answer).toEqual(apart.answer);
    expect(along.answer?.data.milestones.edges.length).toBeGreaterThan(0);
  });

  it('is one family’s, by reference and by id, under its own names, in fragments and twice', async () => {
    const query = `query ($reference: String!, $id: ID!, $from: DateTime!, $to: DateTime!, $also: Boolean!) {
      family(reference: $reference) { ...Home children { id bookings(from: $from, to: $to, statuses: [CANCELLED]) { id } } }
      familyById(id: $id) { ...Home adults @include(if: $also) { id lastName } }
      again: familyById(id: $id) { id members: adults { id } }
    }
    fragment Home on Family {
      id
      adults { id firstName }
      children { id all: bookings(from: $from, to: $to) { id section { centre { name } } } placements { id status pauses { id } section { name } } }
    }`;
    for (const [index, { reference, id }] of families.slice(0, 8).entries()) {
      const also = index % 2 === 0;
      const { along, apart } = await bothWays(query, { ...moment, reference, id, also }, caseworker());
      expect(along.answer).toEqual(apart.answer);
      jest.restoreAllMocks();
    }
  });
});
