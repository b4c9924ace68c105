import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Arg, Authorized, Int, Query, Resolver } from 'type-graphql';
import { anyone } from '../auth/user.ts';
import { inTransaction } from '../database/transaction.ts';
import { defineSubgraph, type SubgraphName } from '../graphql/subgraph.ts';
import { newId } from '../ids.ts';
import { createLog } from '../log.ts';
import { type RunningSubgraph, runSubgraph } from '../subgraph-runtime.ts';
import { asAdministrator, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { createTestIssuer } from '../testing/test-users.ts';
import { startDelivery } from './deliver.ts';
import { publish, publishAll } from './publish.ts';

@Resolver()
class AnyResolver {
  @Authorized('any')
  @Query(() => Int, { description: 'The same number.' })
  same(@Arg('number', () => Int) number: number): number {
    return number;
  }
}

const TYPE = 'test.step.v1';
type Heard = { familyId: string; step: unknown };

const agency = (name: SubgraphName, heard: Heard[] = [], hears = true) =>
  defineSubgraph({
    name,
    resolvers: [AnyResolver],
    orphanedTypes: [],
    entities: [],
    migrations: [],
    loaders: () => ({}),
    references: {},
    permissions: { any: [anyone] },
    publishes: name === 'employment' ? { 'early-childhood': [TYPE] } : {},
    receives: hears
      ? { [TYPE]: async (_tx, event) => void heard.push({ familyId: event.subject, step: event.data.step }) }
      : {},
  });

describe('events between two agencies', () => {
  const heard: Heard[] = [];
  const databases: TestDatabase[] = [];
  let publisher: RunningSubgraph;
  let subscriber: RunningSubgraph;
  let isSubscriberDown = false;
  let failuresLeft = 0;

  const run = async (
    subgraph: ReturnType<typeof agency>,
    deliver: Parameters<typeof runSubgraph>[1]['deliver'],
  ) => {
    const database = await createTestDatabase(subgraph);
    databases.push(database);
    const { verifyToken } = await createTestIssuer();
    return runSubgraph(subgraph, {
      databaseUrl: database.url,
      verifyToken,
      deliver,
      log: createLog('test', 'silent'),
      patience: 20,
    });
  };
  const step = (familyId: string, number: number) =>
    inTransaction(publisher.db.manager, (tx) =>
      publish(tx, { type: TYPE, familyId, data: { step: number } }),
    );
  const stepsOf = (familyId: string) =>
    heard.filter((each) => each.familyId === familyId).map((each) => each.step);

  beforeAll(async () => {
    subscriber = await run(agency('early-childhood', heard), async () => undefined);
    publisher = await run(agency('employment'), async (_name, event) => {
      if (isSubscriberDown) throw new Error('down');
      await subscriber.receive(event);
      failuresLeft -= 1;
      if (failuresLeft >= 0) throw new Error('the answer was lost');
    });
  });
  afterAll(async () => {
    await publisher.close();
    await subscriber.close();
    for (const database of databases) await database.drop();
  });

  it('arrive in the order of the commits of each family', async () => {
    const families = [newId(), newId(), newId()];
    for (const number of [1, 2, 3, 4]) await Promise.all(families.map((family) => step(family, number)));
    await publisher.drained();
    for (const family of families) expect(stepsOf(family)).toEqual([1, 2, 3, 4]);
  });

  it('are applied once when an answer was lost and they come again', async () => {
    const family = newId();
    failuresLeft = 2;
    for (const number of [1, 2]) await step(family, number);
    await publisher.drained();
    expect(stepsOf(family)).toEqual([1, 2]);
  });

  it('wait for a subscriber that is down', async () => {
    const family = newId();
    isSubscriberDown = true;
    await step(family, 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(stepsOf(family)).toEqual([]);
    isSubscriberDown = false;
    await publisher.drained();
    expect(stepsOf(family)).toEqual([1]);
  });

  it('leave nothing behind of a change that was rolled back', async () => {
    const family = newId();
    await expect(
      inTransaction(publisher.db.manager, async (tx) => {
        await publishAll(tx, [{ type: TYPE, familyId: family, data: { step: 1 } }]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await publisher.drained();
    expect(stepsOf(family)).toEqual([]);
  });

  it('reach only who asked for their type', async () => {
    const family = newId();
    await inTransaction(publisher.db.manager, (tx) =>
      publish(tx, { type: 'test.other.v1', familyId: family, data: {} }),
    );
    const owed = await publisher.db.query('select from pending_deliveries where family_id = $1', [family]);
    expect(owed).toEqual([]);
  });

  it('go on after the database dropped every connection', async () => {
    const family = newId();
    await asAdministrator((client) =>
      client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
        databases[1]?.name,
      ]),
    );
    await step(family, 1).catch(() => step(family, 1));
    await publisher.drained();
    expect(stepsOf(family)).toEqual([1]);
  });

  it('are delivered once by two processes of the same agency', async () => {
    const second = await startDelivery({
      source: 'employment',
      database: publisher.db,
      databaseUrl: databases[1]?.url ?? '',
      deliver: (_name, event) => subscriber.receive(event),
      log: createLog('test', 'silent'),
    });
    const families = Array.from({ length: 20 }, () => newId());
    await Promise.all(families.map((family) => step(family, 1)));
    await publisher.drained();
    await second.close();
    for (const family of families) expect(stepsOf(family)).toEqual([1]);
  });
});
