import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inProcessDataSource } from '@relais/gateway/data-sources/in-process.ts';
import { type RunningGateway, startGateway } from '@relais/gateway/gateway.ts';
import { newId } from '@relais/platform/ids.ts';
import { createLog } from '@relais/platform/log.ts';
import { type RunningSubgraph, runSubgraph } from '@relais/platform/subgraph-runtime.ts';
import { MONDAY } from '@relais/platform/testing/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '@relais/platform/testing/test-database.ts';
import { advisor, caseworker, testAgencies } from '@relais/platform/testing/test-users.ts';
import { composed } from '../../../../schema/composition.ts';
import { agencies } from '../../../../subgraphs/agencies.ts';
import type { DemoFamily } from '../../demo/demo-family.ts';
import { plantBusyFamilies } from '../busy-families.ts';
import { askOver, type TestWholeGraph, testWholeGraph } from '../test-whole-graph.ts';
import { mobility } from './subgraph.ts';

const { supergraphSdl } = composed([...agencies, { subgraph: mobility, port: 4004 }]);
const MILESTONE = `query ($id: ID!) { milestone(id: $id) { title ride { driver } childcareCover { status } } }`;

let graph: TestWholeGraph;
let database: TestDatabase;
let fourth: RunningSubgraph;
let gateway: RunningGateway;
let ask: ReturnType<typeof askOver>;
let milestones: DemoFamily['milestones'];

const openGateway = (): Promise<RunningGateway> => {
  const all = new Map([...Object.values(graph.agencies), fourth].map((agency) => [agency.name, agency]));
  return startGateway({
    supergraphSdl,
    dataSourceFor(name) {
      const agency = all.get(name);
      if (!agency) throw new Error(`Who is ${name}?`);
      return inProcessDataSource(agency, { patience: 20 });
    },
    verifyToken: graph.issuer.verifyToken,
    log: createLog('gateway', 'silent'),
    port: 0,
    host: '127.0.0.1',
    readiness: {},
    patience: 20,
  });
};

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: MONDAY });
  const covers = graph.agencies['early-childhood'].db.manager;
  const [family] = await plantBusyFamilies(graph.databases.ownerUrls, covers, 1, MONDAY);
  milestones = family?.milestones ?? [];
  database = await createTestDatabase(mobility);
  fourth = await runSubgraph(mobility, {
    databaseUrl: database.url,
    verifyToken: graph.issuer.verifyToken,
    admitted: testAgencies,
    deliver: async () => undefined,
    log: createLog('mobility', 'silent'),
    patience: 20,
  });
  gateway = await openGateway();
  ask = askOver(gateway.url, graph.issuer.tokenFor);
}, 90_000);

afterAll(async () => {
  await gateway.close();
  await fourth.close();
  await database.drop();
  await graph.close();
});

describe('a fourth agency that extends a type of another', () => {
  it('answers in one query with those that were there before', async () => {
    const [first, second] = milestones;
    await fourth.db.query('insert into rides values ($1, $2, $3, $4)', [newId(), first?.id, 'Léa', MONDAY]);
    const answers = [
      await ask(MILESTONE, { id: first?.id }, caseworker()),
      await ask(MILESTONE, { id: second?.id }, caseworker()),
    ];
    expect(answers.map(({ data, errors }) => ({ data, errors }))).toEqual([
      {
        data: {
          milestone: {
            title: 'Entretien',
            ride: { driver: 'Léa' },
            childcareCover: { status: expect.any(String) },
          },
        },
        errors: [],
      },
      {
        data: {
          milestone: { title: 'Entretien', ride: null, childcareCover: { status: expect.any(String) } },
        },
        errors: [],
      },
    ]);
  });

  it('decides itself who sees what is its own', async () => {
    const { data, errors } = await ask(MILESTONE, { id: milestones[0]?.id }, advisor('demo-advisor'));
    expect(data.milestone).toMatchObject({ title: 'Entretien', ride: null });
    expect(errors).toMatchObject([
      { path: ['milestone', 'ride'], extensions: { code: 'NOT_SHARED', service: 'mobility' } },
    ]);
  });
});
