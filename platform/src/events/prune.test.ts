import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { inTransaction } from '../database/transaction.ts';
import { newId } from '../ids.ts';
import {
  type Heard,
  REBUILT,
  runTestAgency,
  stepAgency,
  stepTaken,
  type TestAgency,
} from '../testing/test-agencies.ts';
import { runEvents } from './command.ts';
import { OutboxPruner } from './prune.ts';
import { publicationOf, publish, publishAll } from './publish.ts';
import { openQueuePool } from './queue-pool.ts';

const HOUR_MS = 3_600_000;
const inHours = (hours: number): Date => new Date(Date.now() + hours * HOUR_MS);
/** An hour later, when what was replaced may go. */
const SOON = 2;
const IN_100_DAYS = 2_400;

describe('the outbox', () => {
  const subgraph = stepAgency('employment', { tells: ['early-childhood'] });
  const heard: Heard[] = [];
  let subscriber: TestAgency;
  let publisher: TestAgency;
  let pool: pg.Pool;
  let isDown = false;

  beforeAll(async () => {
    subscriber = await runTestAgency(stepAgency('early-childhood', { heard }));
    publisher = await runTestAgency(subgraph, async (_name, event) => {
      if (isDown) throw new Error('not now');
      await subscriber.receive(event);
    });
    pool = openQueuePool(publisher.databaseUrl, 'test');
  });
  afterAll(async () => {
    await pool.end();
    await publisher.end();
    await subscriber.end();
  });

  const aPruner = () => new OutboxPruner(pool, subgraph.events ?? []);
  const kept = async (familyId: string): Promise<[number, unknown][]> => {
    const { rows } = await pool.query(
      'select number, data from outbox where family_id = $1 order by number',
      [familyId],
    );
    return rows.map(({ number, data }) => [Number(number), data.step]);
  };
  const stepsOf = async (familyId: string) => {
    await publisher.drained();
    return heard.filter((each) => each.familyId === familyId).map(({ step }) => step);
  };
  const told = async (...steps: number[]): Promise<string> => {
    const family = newId();
    await publisher.tell(family, ...steps);
    return family;
  };
  const events = (...args: string[]) =>
    runEvents(args, async () => [{ subgraph, databaseUrl: publisher.databaseUrl }]);

  it('forgets, after an hour, what a later event about the same thing replaces', async () => {
    const family = await told(1, 2, 1);
    await publisher.drained();
    await aPruner().prune(inHours(0.5));
    expect(await kept(family)).toEqual([
      [1, 1],
      [2, 2],
      [3, 1],
    ]);
    await aPruner().prune(inHours(SOON));
    expect(await kept(family)).toEqual([
      [2, 2],
      [3, 1],
    ]);
  });

  it('keeps what is owed to anybody, and looks again once it is delivered', async () => {
    const pruner = aPruner();
    isDown = true;
    const family = await told(1, 1);
    await pruner.prune(inHours(SOON));
    expect(await kept(family)).toHaveLength(2);
    isDown = false;
    expect(await stepsOf(family)).toEqual([1, 1]);
    await pruner.prune(inHours(SOON));
    expect(await kept(family)).toEqual([[2, 1]]);
  });

  it('never looks twice at a family of which nothing was told since', async () => {
    const family = await told(1);
    await publisher.drained();
    const pruner = aPruner();
    await pruner.prune(inHours(SOON));
    await pool.query(
      `insert into outbox (id, family_id, number, type, data, occurred_at)
       select gen_random_uuid(), family_id, 0, type, data, occurred_at from outbox where family_id = $1`,
      [family],
    );
    await pruner.prune(inHours(SOON + 1));
    expect(await kept(family)).toHaveLength(2);
    await aPruner().prune(inHours(SOON));
    expect(await kept(family)).toHaveLength(1);
  });

  it('forgets after 90 days what nothing replaced, and never gives a number twice', async () => {
    const family = await told(1, 2);
    await inTransaction(publisher.db.manager, (tx) =>
      publish(
        tx,
        publicationOf({ ...stepTaken, type: 'test.unheard.v1' }, family, { familyId: family, step: 1 }),
      ),
    );
    await publisher.drained();
    await aPruner().prune(inHours(IN_100_DAYS));
    expect(await kept(family)).toEqual([]);
    await publisher.tell(family, 3);
    expect(await kept(family)).toEqual([[4, 3]]);
    expect(await stepsOf(family)).toEqual([1, 2, 3]);
  });

  it('can still replay the newest state of each thing, and be rebuilt from nothing', async () => {
    const family = await told(1, 2, 1);
    await publisher.drained();
    await aPruner().prune(inHours(SOON));
    await events('replay', '--family', family);
    expect(await stepsOf(family)).toEqual([1, 2, 1, 2, 1]);
    await events('rebuild');
    expect((await stepsOf(family)).at(-1)).toBe(REBUILT);
  });

  it('numbers several families told of at once, each in the order told', async () => {
    const [one, other] = [newId(), newId()];
    await publisher.tell(one, 1);
    await inTransaction(publisher.db.manager, async (tx) => {
      const step = (familyId: string, step: number) => publicationOf(stepTaken, familyId, { familyId, step });
      await publishAll(tx, [step(other, 7), step(one, 8), step(other, 9)]);
    });
    expect([await kept(one), await kept(other)]).toEqual([
      [
        [1, 1],
        [2, 8],
      ],
      [
        [1, 7],
        [2, 9],
      ],
    ]);
  });
});
