import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MONDAY } from '@relais/platform/testing/test-clock.ts';
import { advisor, caseworker, createTestIssuer } from '@relais/platform/testing/test-users.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { type AgencyName, type ByAgency, byAgency, everyAgency } from '../../subgraphs/agencies.ts';
import { familyFileVariables, operationText } from './operations.ts';
import { plantBusyFamilies } from './testing/busy-families.ts';
import { openInTopology } from './testing/in-topology.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { askOver } from './testing/test-whole-graph.ts';
import type { WholeGraph } from './whole-graph.ts';

const now = MONDAY;
const variables = familyFileVariables('NAN-900001', dayOf(now));
let servers: ByAgency<TestServer>;
let graph: WholeGraph;
let ask: ReturnType<typeof askOver>;

beforeAll(async () => {
  servers = await everyAgency(startTestServer);
  const urls = byAgency((name) => servers[name].urls[name]);
  const ownerUrls = byAgency((name) => servers[name].ownerUrls[name]);
  const issuer = await createTestIssuer();
  graph = await openInTopology({
    urls,
    ownerUrls,
    verifyToken: issuer.verifyToken,
    port: 0,
    host: '127.0.0.1',
    logLevel: 'silent',
    clock: () => now,
    async beforeOpening(agencies) {
      await plantBusyFamilies(ownerUrls, agencies['early-childhood'].db.manager, 2, now);
    },
  });
  ask = askOver(graph.url, issuer.tokenFor);
}, 90_000);

afterAll(async () => {
  await graph.close();
  for (const server of Object.values(servers)) await server.remove();
}, 30_000);

const familyFile = async () => ask(await operationText('family-file'), variables, caseworker());

const advisorWeek = async () => {
  const to = new Date(now.getTime() + 10 * 86_400_000).toISOString();
  return ask(await operationText('advisor-week'), { from: variables.from, to }, advisor('demo-advisor'));
};

const codesAt = (errors: Awaited<ReturnType<typeof ask>>['errors'], field: string): string[] =>
  errors.filter(({ path }) => path?.includes(field)).map(({ extensions }) => extensions.code);

const untilWhole = async (): Promise<void> => {
  for (let count = 0; count < 60; count += 1) {
    const [file, week] = [await familyFile(), await advisorWeek()];
    if (file.errors.length + week.errors.length === 0) return;
    await wait(250);
  }
  throw new Error('The graph did not recover.');
};

const ways = {
  hung: { begin: (server: TestServer) => server.hang(), end: (server: TestServer) => server.resume() },
  stopped: { begin: (server: TestServer) => server.stop(), end: (server: TestServer) => server.restart() },
} as const;

/** Takes an agency away for as long as `work` takes. */
const without = async (
  name: AgencyName,
  way: keyof typeof ways,
  work: () => Promise<void>,
): Promise<void> => {
  await untilWhole();
  await ways[way].begin(servers[name]);
  try {
    await work();
  } finally {
    await ways[way].end(servers[name]);
  }
};

describe.each(['hung', 'stopped'] as const)('with the database of one agency %s', (way) => {
  it(
    'leaves out benefits when social protection does not answer',
    () =>
      without('social-protection', way, async () => {
        const { data, errors } = await familyFile();
        expect(data.family).toMatchObject({ benefitsStatus: null, entitlements: null, hourlyFee: null });
        expect(data.family.milestones.edges).toHaveLength(20);
        expect(data.family.milestones.edges[0].node.childcareCover.status).toEqual(expect.any(String));
        expect(codesAt(errors, 'benefitsStatus')).toEqual(['SERVICE_UNAVAILABLE']);
      }),
    60_000,
  );

  it(
    'leaves out the job search when employment does not answer',
    () =>
      without('employment', way, async () => {
        const { data, errors } = await familyFile();
        expect(data.family).toMatchObject({
          milestones: null,
          benefitsStatus: { incomeSupport: 'RECEIVING' },
        });
        expect(data.family.children).toHaveLength(3);
        expect(codesAt(errors, 'milestones')).toEqual(['SERVICE_UNAVAILABLE']);
      }),
    60_000,
  );

  it(
    'answers an advisor all but care when early childhood does not answer',
    () =>
      without('early-childhood', way, async () => {
        const file = await familyFile();
        expect(file.data).toEqual({ family: null });
        expect(codesAt(file.errors, 'family')).toEqual(['SERVICE_UNAVAILABLE']);

        const week = await advisorWeek();
        const nodes = week.data.milestones.edges.map(({ node }: { node: unknown }) => node);
        expect(nodes.length).toBeGreaterThan(10);
        for (const node of nodes) {
          expect(node).toMatchObject({
            title: 'Entretien',
            childcareCover: null,
            family: { reference: expect.stringMatching(/^NAN-9/), displayName: null },
          });
        }
        expect(new Set(codesAt(week.errors, 'childcareCover'))).toEqual(new Set(['SERVICE_UNAVAILABLE']));
      }),
    60_000,
  );
});
