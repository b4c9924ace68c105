import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import { httpDataSource } from '@relais/gateway/data-sources/http.ts';
import { startGateway } from '@relais/gateway/gateway.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { serveSubgraph } from '@relais/platform/http/serve-subgraph.ts';
import { createLog } from '@relais/platform/log.ts';
import { MONDAY } from '@relais/platform/testing/test-clock.ts';
import { advisor, caseworker, THE_CASEWORKER, testAgencies } from '@relais/platform/testing/test-users.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { careDeskOf } from '../standalone/src/demo/care-desk.ts';
import { demoFamilies } from '../standalone/src/demo/demo-city.ts';
import { writeFamilies } from '../standalone/src/demo/plant-demo-city.ts';
import { readCentres, readDistricts } from '../standalone/src/demo/read-centres.ts';
import { demoAdvisors } from '../standalone/src/demo-accounts.ts';
import { withAgencies } from '../standalone/src/embedded-databases.ts';
import { type TestWholeGraph, testWholeGraph } from '../standalone/src/testing/test-whole-graph.ts';
import { accessesDuring } from '../standalone/src/testing/who-saw/access-rows.ts';
import { askGraph, type Contender } from './contenders/contender.ts';
import { askByAddress } from './contenders/limit/ask-by-address.ts';
import { serveLimit } from './contenders/limit/serve-limit.ts';
import { agreeAll } from './measure/agree.ts';
import { Asker } from './measure/asker.ts';
import { familyFiles, referenceOf } from './workloads/family-file.ts';
import { weeksOfMilestones } from './workloads/week-of-milestones.ts';

/** What is measured is measured beside answers that agree; no test judges a time. */
const FAMILIES = 12;
const SECRET = 'a secret of this test, of no other use at all';
const SUPERGRAPH = new URL('../schema/supergraph.graphql', import.meta.url);

let graph: TestWholeGraph;
let closing: (() => Promise<unknown>)[];
let standalone: Contender;
let limit: Contender;
let distributed: Contender;
let familyIds: readonly string[];

const plant = (): Promise<readonly string[]> =>
  withAgencies(graph.databases.ownerUrls, async (clients) => {
    const covers = graph.agencies['early-childhood'].db.manager;
    await inTransaction(covers, plantNantes);
    const client = clients['early-childhood'];
    const desk = careDeskOf(await readCentres(client));
    const districts = await readDistricts(client);
    const today = dayOf(MONDAY);
    const families = [...demoFamilies({ seed: 1, today, districts, desk, from: 1, to: FAMILIES })];
    await writeFamilies({ ...clients, covers }, families, MONDAY);
    for (const each of Object.values(clients))
      for (const { id } of families)
        await givenFollowers(each, id, [{ sub: THE_CASEWORKER, relation: 'TEAM' }]);
    return families.map(({ id }) => id);
  });

/** The same agencies again, as services with a gateway of their own. */
const serveDistributed = async (): Promise<string> => {
  const at = { port: 0, host: '127.0.0.1', innerHopSecrets: [SECRET], eventKeys: new Map() };
  const served = new Map<string, string>();
  for (const agency of Object.values(graph.agencies)) {
    const { url, close } = await serveSubgraph(agency, at);
    closing.unshift(close);
    served.set(agency.name, url);
  }
  const sources = new Map(
    [...served].map(([name, url]) => [name, httpDataSource({ name, url, secrets: [SECRET] })]),
  );
  const gateway = await startGateway({
    supergraphSdl: await readFile(SUPERGRAPH, 'utf8'),
    dataSourceFor: (name) =>
      sources.get(name) ?? httpDataSource({ name, url: 'http://127.0.0.1:9', secrets: [SECRET] }),
    verifyToken: graph.issuer.verifyToken,
    log: createLog('gateway', 'silent'),
    readiness: {},
    port: 0,
    host: '127.0.0.1',
    patience: 20,
  });
  closing.unshift(async () => {
    await gateway.close();
    for (const source of sources.values()) await source.close();
  });
  return gateway.url;
};

beforeAll(async () => {
  closing = [];
  graph = await testWholeGraph({ patience: 20, now: MONDAY });
  familyIds = await plant();
  const { urls } = graph.databases;
  const { verifyToken } = graph.issuer;
  const served = await serveLimit({ urls, verifyToken, admitted: testAgencies, port: 0, clock: graph.now });
  closing.unshift(() => served.close());
  standalone = { name: 'standalone', url: graph.url, pids: {}, ask: askGraph };
  limit = { name: 'limit', url: served.url, pids: {}, ask: askByAddress };
  distributed = { name: 'distributed', url: await serveDistributed(), pids: {}, ask: askGraph };
}, 120_000);

afterAll(async () => {
  for (const close of closing) await close();
  await graph.close();
});

const references = Array.from({ length: FAMILIES }, (_, index) => referenceOf(index + 1));

const cursorOf = ({ displayName, id }: { displayName: string; id: string }): string =>
  Buffer.from(JSON.stringify([displayName, id])).toString('base64url');

const answerOf = async (contender: Contender, sub: string): Promise<{ data: { family: unknown } }> => {
  const [question] = await familyFiles(['NAN-000001'], MONDAY);
  if (!question) throw new Error('There is no question.');
  const asker = new Asker(contender, 1);
  const { text } = await asker.ask(question, await graph.issuer.tokenFor(caseworker(sub)));
  await asker.close();
  return JSON.parse(text);
};

describe('whoever is measured', () => {
  it('answers the family file alike', async () => {
    const token = await graph.issuer.tokenFor(caseworker());
    const questions = await familyFiles(references, MONDAY);
    const answers = await agreeAll([standalone, limit, distributed], questions, [token]);
    expect([...answers.values()].map((texts) => texts.size)).toEqual([FAMILIES, FAMILIES, FAMILIES]);
    const texts = [...(answers.get(limit)?.values() ?? [])];
    expect(texts.filter((text) => text.includes('"gaps":[{'))).not.toEqual([]);
    expect(texts.filter((text) => text.includes('"weeklyHours"'))).not.toEqual([]);
    expect(texts.filter((text) => text.includes('"cents"'))).not.toEqual([]);
  });

  it('answers a page of families and the weeks of advisors alike', async () => {
    const token = await graph.issuer.tokenFor(caseworker());
    const text = await readFile(new URL('./workloads/page-of-families.graphql', import.meta.url), 'utf8');
    const first = { workload: 'page-of-families', text, variables: {} };
    const answers = await agreeAll([standalone, limit, distributed], [first], [token]);
    const [page = ''] = answers.get(limit)?.values() ?? [];
    const { families } = JSON.parse(page).data;
    expect(families.edges).toHaveLength(FAMILIES);
    const after = { ...first, variables: { after: cursorOf(families.edges[4].node) } };
    await agreeAll([standalone, limit, distributed], [after], [token]);

    const advisors = await Promise.all(demoAdvisors.map(({ sub }) => graph.issuer.tokenFor(advisor(sub))));
    const weeks = await weeksOfMilestones(advisors, MONDAY);
    const ofWeeks = [
      ...((await agreeAll([standalone, limit, distributed], weeks, [])).get(limit)?.values() ?? []),
    ];
    expect(ofWeeks.filter((each) => each.includes('"gaps":[{'))).not.toEqual([]);
  });

  it('writes the same into the access log', async () => {
    const rowsOf = async (contender: Contender) => {
      const found = await accessesDuring(graph, () => answerOf(contender, THE_CASEWORKER));
      return Object.entries(found).map(([agency, rows]) => [
        agency,
        rows.map(({ request, ...row }) => ({ ...row, isNamed: request !== '' })),
      ]);
    };
    const ofStandalone = await rowsOf(standalone);
    expect(ofStandalone.map(([, rows]) => rows?.length)).toEqual([1, 1, 1]);
    expect(await rowsOf(limit)).toEqual(ofStandalone);
  });

  it('shows nothing of a family to who does not follow it', async () => {
    for (const contender of [standalone, limit, distributed])
      expect((await answerOf(contender, 'somebody-else')).data).toEqual({ family: null });
  });

  it('shows nothing of what a family objects to sharing', async () => {
    const [familyId = ''] = familyIds;
    await withAgencies(graph.databases.ownerUrls, async (clients) => {
      for (const client of Object.values(clients))
        await client.query(
          `insert into objections (family_id, category, agency) values ($1, 'CARE', 'BENEFITS')`,
          [familyId],
        );
    });
    const { data } = await answerOf(standalone, THE_CASEWORKER);
    expect(data).toMatchObject({ family: { children: [{ bookings: null }, {}, {}] } });
    expect((await answerOf(limit, THE_CASEWORKER)).data).toEqual(data);
  });

  it('takes no token of a session that was ended', async () => {
    const token = await graph.issuer.tokenFor(caseworker('leaver'));
    await graph.agencies.employment.endSessions({ kind: 'SUB', name: 'leaver', since: new Date() });
    const [question] = await familyFiles(['NAN-000001'], MONDAY);
    if (!question) throw new Error('There is no question.');
    const asker = new Asker(limit, 1);
    // The database tells it a moment later.
    while ((await asker.ask(question, token)).status !== 401);
    await asker.close();
  });
});
