import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../ids.ts';
import { REBUILT, runTestAgency, stepAgency, type TestAgency } from '../testing/test-agencies.ts';
import { type RelaisEvent, SubscriberAway } from './event.ts';
import { Heartbeat } from './heartbeat.ts';

type Step = { readonly familyId: string; readonly step: number; readonly isTaken: boolean };
type Sent = { readonly subscriber: string; readonly familyId: string; readonly sequence: number };

const until = async (isDone: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isDone())) await wait(20);
};

describe('delivery to subscribers that fail', () => {
  const sent: Sent[] = [];
  let behave: (subscriber: string, event: RelaisEvent) => Promise<void>;
  let agency: TestAgency;

  const sentTo = (subscriber: string, familyId: string) =>
    sent.filter((each) => each.subscriber === subscriber && each.familyId === familyId);
  const numbersOf = (subscriber: string, familyId: string) =>
    sentTo(subscriber, familyId).map(({ sequence }) => sequence);
  const owed = (familyId: string) =>
    agency.db.query('select * from pending_deliveries where family_id = $1 order by subscriber', [familyId]);

  beforeAll(async () => {
    const subgraph = stepAgency('employment', { tells: ['early-childhood', 'social-protection'] });
    agency = await runTestAgency(subgraph, async (subscriber, event) => {
      await behave(subscriber, event);
      sent.push({ subscriber, familyId: event.subject, sequence: event.sequence });
    });
  });
  beforeEach(() => {
    behave = async () => undefined;
  });
  afterAll(() => agency.end());

  it('remembers what was taken before the event that failed', async () => {
    const family = newId();
    const tried: number[] = [];
    behave = async (subscriber, { sequence }) => {
      if (subscriber !== 'early-childhood') return;
      tried.push(sequence);
      if (tried.length === 5) throw new Error('not now');
    };
    await agency.tell(family, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    await agency.drained();
    expect(tried).toEqual([1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10]);
  });

  it('lets a dead subscriber delay nobody else, says so, and catches up by itself', async () => {
    const families = Array.from({ length: 12 }, newId);
    let giveUp: () => void = () => undefined;
    const noAnswer = new Promise<void>((resolve) => {
      giveUp = resolve;
    });
    behave = async (subscriber) => {
      if (subscriber !== 'social-protection') return;
      await noAnswer;
      throw new SubscriberAway(subscriber, 'no answer');
    };
    for (const family of families) await agency.tell(family, 1);
    await until(() => families.every((family) => sentTo('early-childhood', family).length === 1));
    expect(families.flatMap((family) => sentTo('social-protection', family))).toEqual([]);

    expect(await agency.outages()).toEqual({});
    await agency.db.query("update pending_deliveries set since = now() - interval '1 hour'");
    expect(await agency.outages()).toEqual({
      lagging: { 'social-protection': { families: 12, oldestSeconds: expect.closeTo(3_600, -1) } },
    });

    giveUp();
    behave = async () => undefined;
    await until(() => families.every((family) => sentTo('social-protection', family).length === 1));
    await until(async () => !(await agency.outages()).lagging);
  });

  it('does not let one refused event hold up the other families', async () => {
    const [refused, other] = [newId(), newId()];
    behave = async (_subscriber, event) => {
      if (event.subject === refused) throw new Error('cannot be applied');
    };
    await agency.tell(refused, 1);
    await until(async () => (await owed(refused))[0]?.attempts > 0);
    await agency.tell(other, 1);
    await until(() => numbersOf('early-childhood', other).length === 1);
    expect(await owed(refused)).toMatchObject([
      { problem: expect.stringMatching(/^EventRefused, from Error, at platform\//) },
      {},
    ]);
  });

  /** Asks at once what would be asked again after a pause. */
  const hurried = (isDone: () => boolean | Promise<boolean>) =>
    until(async () => {
      await agency.db.query('update pending_deliveries set retry_at = now() where retry_at > now()');
      return isDone();
    });
  const stepsRefused = (...refused: number[]): Step[] => {
    const asked: Step[] = [];
    behave = async (subscriber, { subject, data }) => {
      if (subscriber !== 'early-childhood') return;
      const isTaken = !refused.includes(Number(data.step));
      asked.push({ familyId: subject, step: Number(data.step), isTaken });
      if (!isTaken) throw new Error('cannot be applied');
    };
    return asked;
  };
  const taken = (asked: readonly Step[], family: string) =>
    asked.filter(({ familyId, isTaken }) => isTaken && familyId === family).map(({ step }) => step);

  it('tells a family anew, from its current state, when an event of it is refused again and again', async () => {
    const family = newId();
    const asked = stepsRefused(1);
    await agency.tell(family, 1, 2);
    await hurried(async () => (await owed(family)).length === 0);
    expect(asked.filter(({ isTaken, familyId }) => !isTaken && familyId === family)).toHaveLength(5);
    expect(taken(asked, family)).toEqual([REBUILT]);
    await agency.tell(family, 3);
    await hurried(async () => (await owed(family)).length === 0);
    expect(taken(asked, family)).toEqual([REBUILT, 3]);
  });

  it('tells what is new past a state that is refused even so, which is named and asked about again', async () => {
    const family = newId();
    const asked = stepsRefused(1, REBUILT);
    await agency.tell(family, 1);
    await hurried(() => asked.some(({ familyId, step }) => familyId === family && step === REBUILT));
    await agency.tell(family, 2);
    await agency.tell(family, 3);
    await hurried(() => taken(asked, family).length === 2);
    expect(taken(asked, family)).toEqual([2, 3]);
    const stored = await agency.db.query('select count(*) from outbox where family_id = $1', [family]);
    expect(stored).toEqual([{ count: 4 }]);

    await agency.db.query("update pending_deliveries set since = now() - interval '1 hour'");
    await hurried(async () => Object.keys(await agency.outages()).join() === 'refused');
    expect(await agency.outages()).toEqual({
      refused: {
        'early-childhood': {
          families: 1,
          attempts: expect.any(Number),
          oldestSeconds: expect.closeTo(3_600, -1),
        },
      },
    });

    behave = async () => undefined;
    await hurried(async () => (await owed(family)).length === 0);
    expect(await agency.outages()).toEqual({});
  });

  it('gives up a refused state for a newer one of the same thing', async () => {
    const family = newId();
    const asked = stepsRefused(1, REBUILT);
    await agency.tell(family, 1);
    await hurried(() => asked.some(({ familyId, step }) => familyId === family && step === REBUILT));
    let times = 0;
    behave = async (subscriber, { data }) => {
      if (subscriber === 'early-childhood' && data.step === REBUILT) times += 1;
      if (times === 1) throw new Error('cannot be applied');
    };
    await agency.tell(family, REBUILT);
    await hurried(async () => (await owed(family)).length === 0);
    expect(times).toBe(2);
  });

  it('sends what was numbered while the delivery was under way', async () => {
    const family = newId();
    behave = async (_subscriber, { sequence }) => {
      if (sequence === 1) await agency.tell(family, 2);
    };
    await agency.tell(family, 1);
    await until(async () => (await owed(family)).length === 0);
    for (const subscriber of ['early-childhood', 'social-protection']) {
      const numbers = numbersOf(subscriber, family);
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    }
    expect(numbersOf('early-childhood', family)).toHaveLength(3);
  });

  it('pays a debt whose wake-up job was lost', async () => {
    const family = newId();
    await agency.db.query(
      `insert into outbox (id, family_id, number, type, data) values ($1, $2, 1, 'test.step.v1', '{}')`,
      [newId(), family],
    );
    await agency.db.query(
      `insert into pending_deliveries (subscriber, family_id, number) values ('early-childhood', $1, 1)`,
      [family],
    );
    await until(() => numbersOf('early-childhood', family).length === 1);
  });

  it('frees the jobs of dead processes, never those of the living', async () => {
    const living = new Heartbeat(agency.databaseUrl);
    living.announce('living');
    await living.freeJobsOfTheDead();
    for (const worker of ['living', 'dead']) {
      await agency.db.query('select graphile_worker.add_job($1)', [`other-${worker}`]);
      await agency.db.query(
        `update graphile_worker._private_jobs set locked_by = $1, locked_at = now()
         where task_id = (select id from graphile_worker._private_tasks where identifier = $2)`,
        [worker, `other-${worker}`],
      );
    }
    const lockedBy = async (): Promise<string[]> =>
      (await agency.db.query('select locked_by from graphile_worker.jobs')).map(
        (row: { locked_by: string }) => row.locked_by,
      );
    await until(async () => !(await lockedBy()).includes('dead'));
    expect(await lockedBy()).toContain('living');
    await living.close();
    await until(async () => !(await lockedBy()).includes('living'));
  });
});
