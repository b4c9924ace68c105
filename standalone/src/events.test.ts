import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { runEvents } from '@relais/platform/events/command.ts';
import { agencyNames, type ByAgency, subgraphs } from '../../subgraphs/agencies.ts';
import { type EmbeddedDatabases, withAgencies } from './embedded-databases.ts';
import { plantBusyFamilies } from './testing/busy-families.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const FAMILIES = 3;
const PROJECTIONS: Partial<ByAgency<readonly string[]>> = {
  'early-childhood': [
    'select id, family_id, starts_at, ends_at, travel_minutes, status, version from known_milestones order by id',
    'select family_id, status, starts_on, ends_on from known_income_support order by family_id, starts_on',
  ],
  'social-protection': [
    'select id, reference, version from known_families order by id',
    'select id, family_id from known_adults order by id',
  ],
  employment: [
    'select id, reference, version from known_families order by id',
    'select id, family_id from known_adults order by id',
  ],
};

let graph: TestWholeGraph;
let urls: EmbeddedDatabases['urls'];
let ownerUrls: EmbeddedDatabases['ownerUrls'];

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20 });
  ({ urls, ownerUrls } = graph.databases);
  await plantBusyFamilies(ownerUrls, graph.agencies['early-childhood'].db.manager, FAMILIES, graph.now());
}, 60_000);
afterAll(() => graph.close());

const events = (...args: string[]) =>
  runEvents(args, async () => subgraphs.map((subgraph) => ({ subgraph, databaseUrl: urls[subgraph.name] })));

const projections = () =>
  withAgencies(ownerUrls, async (clients) => {
    const known: Record<string, unknown[]> = {};
    for (const agency of agencyNames) {
      for (const query of PROJECTIONS[agency] ?? []) {
        known[`${agency}: ${query}`] = (await clients[agency].query(query)).rows;
      }
    }
    return known;
  });

const covers = () =>
  withAgencies(ownerUrls, async (clients) => {
    const query = 'select milestone_id, status from known_covers order by milestone_id';
    return [
      (await clients.employment.query(query)).rows,
      (await clients['social-protection'].query(query)).rows,
    ];
  });

/** A telling may cause another agency to tell something in turn. */
const drained = async (): Promise<void> => {
  for (let round = 0; round < 2; round += 1) {
    for (const agency of Object.values(graph.agencies)) await agency.drained();
  }
};

const forgetEverything = () =>
  withAgencies(ownerUrls, async (clients) => {
    await clients['early-childhood'].query('update known_milestones set travel_minutes = travel_minutes + 1');
    await clients['early-childhood'].query('delete from known_income_support');
    for (const agency of ['social-protection', 'employment'] as const) {
      await clients[agency].query('delete from known_covers');
      await clients[agency].query("update known_families set reference = 'LOST-' || reference");
    }
  });

it('rebuild what every agency knows of the others from their current state', async () => {
  const before = await projections();
  const planted = await covers();
  await forgetEverything();
  expect(await projections()).not.toEqual(before);

  const outcome = await events('rebuild');
  expect(outcome).toContain(`early-childhood\n  current state of ${FAMILIES} families told`);
  await drained();
  expect(await projections()).toEqual(before);
  expect(await covers()).toEqual(planted);
}, 60_000);

it('tell what is known already again without changing anything', async () => {
  const before = await projections();
  expect(await events('replay', '--all')).toMatch(/employment\n {2}\d+ events told again/);
  await drained();
  expect(await projections()).toEqual(before);
}, 60_000);

it('show through the gateway which agency waits for which, until it has caught up', async () => {
  const ready = async () => {
    const response = await fetch(`${graph.url}/health/ready`);
    const body: Record<string, unknown> = JSON.parse(await response.text());
    return { status: response.status, body };
  };
  const { db } = graph.agencies.employment;
  await db.query(
    `insert into pending_deliveries (subscriber, family_id, number, since, retry_at)
     select 'early-childhood', gen_random_uuid(), 1, now() - interval '1 hour', now() + interval '1 hour'`,
  );
  const lagging = { 'early-childhood': { families: 1, oldestSeconds: expect.any(Number) } };
  expect(await ready()).toEqual({
    status: 200,
    body: { status: 'ready', service: 'gateway', lagging: { employment: lagging } },
  });
  expect(await events('lag', '--agency', 'employment')).toContain('→ early-childhood: families owed 1');

  await db.query('update pending_deliveries set retry_at = now()');
  for (let turn = 0; turn < 100 && 'lagging' in (await ready()).body; turn += 1) await wait(50);
  expect(await ready()).toEqual({ status: 200, body: { status: 'ready', service: 'gateway' } });
});
