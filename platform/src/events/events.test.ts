import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '../database/transaction.ts';
import { newId } from '../ids.ts';
import { createLog } from '../log.ts';
import {
  type Heard,
  runTestAgency,
  stepAgency,
  stepTaken,
  type TestAgency,
} from '../testing/test-agencies.ts';
import { toConnections } from '../testing/test-connections.ts';
import { startDelivery } from './deliver.ts';
import { publicationOf, publish } from './publish.ts';

describe('events between two agencies', () => {
  const heard: Heard[] = [];
  let publisher: TestAgency;
  let subscriber: TestAgency;
  let isSubscriberDown = false;
  let failuresLeft = 0;

  const step = (familyId: string, number: number) => publisher.tell(familyId, number);
  const stepsOf = (familyId: string) =>
    heard.filter((each) => each.familyId === familyId).map((each) => each.step);

  beforeAll(async () => {
    subscriber = await runTestAgency(stepAgency('early-childhood', { heard }));
    publisher = await runTestAgency(
      stepAgency('employment', { tells: ['early-childhood'] }),
      async (_name, event) => {
        if (isSubscriberDown) throw new Error('down');
        await subscriber.receive(event);
        failuresLeft -= 1;
        if (failuresLeft >= 0) throw new Error('the answer was lost');
      },
    );
  });
  afterAll(async () => {
    await publisher.end();
    await subscriber.end();
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
        await publish(tx, publicationOf(stepTaken, family, { familyId: family, step: 1 }));
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await publisher.drained();
    expect(stepsOf(family)).toEqual([]);
  });

  it('reach only who asked for their type', async () => {
    const family = newId();
    await inTransaction(publisher.db.manager, (tx) =>
      publish(
        tx,
        publicationOf({ ...stepTaken, type: 'test.other.v1' }, family, { familyId: family, step: 1 }),
      ),
    );
    const owed = await publisher.db.query('select from pending_deliveries where family_id = $1', [family]);
    expect(owed).toEqual([]);
  });

  it('go on after the database dropped every connection', async () => {
    const family = newId();
    await toConnections('terminate', publisher.databaseName);
    // Each idle connection that was cut may fail one attempt before it is thrown away.
    const isTold = () =>
      step(family, 1).then(
        () => true,
        () => false,
      );
    for (let attempt = 0; attempt < 20 && !(await isTold()); attempt += 1) await wait(20);
    await publisher.drained();
    expect(stepsOf(family)).toEqual([1]);
  });

  it('are delivered once by two processes of the same agency', async () => {
    const second = await startDelivery({
      source: 'employment',
      subscribers: ['early-childhood'],
      databaseUrl: publisher.databaseUrl,
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
