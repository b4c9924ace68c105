import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { auditor, caseworker, type TestUser } from '@relais/platform/testing/test-users.ts';
import { subgraph } from '../subgraph.ts';

const ENDINGS = `query ($first: Int!, $after: String) { sessionEndings(first: $first, after: $after) {
  edges { node { endedAt person endedBy } } pageInfo { hasNextPage endCursor } } }`;

let graph: TestSubgraph;
const ofDepartement: TestUser = { ...caseworker('odile'), admin: true };
const ofCaf: TestUser = { ...caseworker('dora'), agency: 'caf-44', admin: true };

const end = (name: string, by: { sub: string; agency: string } | undefined, minute: number, id = newId()) =>
  graph.running.endSessions({
    ...{ kind: 'SUB', name, since: new Date(Date.UTC(2026, 2, 2, 9, minute)) },
    ...(by && { by: { id, ...by } }),
  });
const list = async (user: TestUser, first = 10, after: string | null = null) => {
  const { data, errors } = await graph.query(ENDINGS, { first, after }, user);
  return { list: data?.sessionEndings, code: errors[0]?.extensions?.code };
};
const told = async (user: TestUser) =>
  (await list(user)).list.edges.map(({ node }: { node: { person: string; endedBy: string } }) => [
    node.person,
    node.endedBy,
  ]);

beforeAll(async () => {
  graph = await testSubgraph(subgraph);
  await givenProfessional(graph.db, { sub: 'lea', name: 'Léa Martin', agency: 'departement-44' });
  const id = newId();
  await end('lea', { sub: 'odile', agency: 'departement-44' }, 1, id);
  // The gateway that got no answer tells it again.
  await end('lea', { sub: 'odile', agency: 'departement-44' }, 1, id);
  await end('max', { sub: 'dora', agency: 'caf-44' }, 2);
  await end('nora', { sub: 'nora', agency: '' }, 3);
  // Told by another agency, which wrote it down.
  await end('zoe', undefined, 4);
}, 60_000);
afterAll(() => graph.close());

describe('who ended whose sessions', () => {
  it('is told to an auditor, newest first, and page by page', async () => {
    expect(await told(auditor())).toEqual([
      ['nora', 'nora'],
      ['max', 'dora'],
      ['Léa Martin', 'odile'],
    ]);
    const { list: page } = await list(auditor(), 2);
    const rest = await list(auditor(), 2, page.pageInfo.endCursor);
    expect([page.edges.length, rest.list.edges.length, rest.list.pageInfo.hasNextPage]).toEqual([
      2,
      1,
      false,
    ]);
  });

  it('is told to an administrator of their own agency', async () => {
    expect(await told(ofDepartement)).toEqual([['Léa Martin', 'odile']]);
    expect(await told(ofCaf)).toEqual([['max', 'dora']]);
  });

  it('is nobody else’s to read', async () => {
    expect(await list(caseworker('lea'))).toEqual({ list: undefined, code: 'FORBIDDEN' });
  });

  it('is changed and taken out by nobody', async () => {
    for (const sql of ['delete from session_endings', "update session_endings set ended_by_sub = 'x'"])
      await expect(graph.db.query(sql)).rejects.toThrow(/permission denied/);
  });
});
