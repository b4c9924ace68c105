import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { Temporal } from 'temporal-polyfill';
import { agencyNames } from '../../../subgraphs/agencies.ts';
import { demoAccounts } from '../demo-accounts.ts';
import { withAgencies } from '../embedded-databases.ts';
import { type TestWholeGraph, testWholeGraph } from '../testing/test-whole-graph.ts';
import { plantDemoCity } from './plant-demo-city.ts';

const today = Temporal.PlainDate.from('2026-11-24');
const now = new Date('2026-11-24T09:00:00+01:00');

let graph: TestWholeGraph;
beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now });
  const covers = graph.agencies['early-childhood'].db.manager;
  await inTransaction(covers, plantNantes);
  await withAgencies(graph.databases.ownerUrls, (clients) =>
    plantDemoCity({ ...clients, covers }, { seed: 1, today }, now),
  );
}, 180_000);
afterAll(() => graph.close());

const followersAt = async (name: (typeof agencyNames)[number]): Promise<string[]> => {
  const rows = await graph.agencies[name].db.query(
    'select concat_ws($$ $$, family_id, sub, relation, from_on, to_on) as row from followers order by 1',
  );
  return rows.map(({ row }: { row: string }) => row);
};

it('the three agencies know the same followers, and telling anew changes none of them', async () => {
  const planted = await Promise.all(agencyNames.map(followersAt));
  expect(planted[0]?.length).toBeGreaterThan(300);
  expect(planted[1]).toEqual(planted[0]);
  expect(planted[2]).toEqual(planted[0]);

  for (const name of agencyNames) {
    const { db } = graph.agencies[name];
    await db.query(
      "insert into scheduled_jobs (name, key, payload, run_at) values ('tell-anew', '', '{}', $1)",
      [now],
    );
    await graph.agencies[name].runDueJobs();
  }
  for (const name of agencyNames) await graph.agencies[name].drained();
  for (const name of agencyNames) expect(await followersAt(name)).toEqual(planted[0]);
}, 180_000);

it('the caseworker with the account follows some families of the practice and leaves most to others', async () => {
  const [{ followed, all }] = await graph.agencies['social-protection'].db.query(
    'select count(*) filter (where sub = $1)::int as followed, count(distinct family_id)::int as all from followers',
    [demoAccounts.caseworker.sub],
  );
  expect(followed).toBeGreaterThan(30);
  expect(followed).toBeLessThan(all / 2);
});
