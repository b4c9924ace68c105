import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../ids.ts';
import { type Heard, REBUILT, runTestAgency, stepAgency, type TestAgency } from '../testing/test-agencies.ts';
import { runEvents } from './command.ts';

describe('npm run events', () => {
  const heard: Heard[] = [];
  const subgraph = stepAgency('employment', { tells: ['early-childhood'] });
  let publisher: TestAgency;
  let subscriber: TestAgency;
  let isDown = false;

  const events = (...args: string[]) =>
    runEvents(args, async () => [{ subgraph, databaseUrl: publisher.databaseUrl }]);
  const stepsOf = async (familyId: string) => {
    await publisher.drained();
    return heard.filter((each) => each.familyId === familyId).map((each) => each.step);
  };

  beforeAll(async () => {
    subscriber = await runTestAgency(stepAgency('early-childhood', { heard }));
    publisher = await runTestAgency(subgraph, async (_name, event) => {
      if (isDown) throw new Error('cannot be applied');
      await subscriber.receive(event);
    });
  });
  afterAll(async () => {
    await publisher.end();
    await subscriber.end();
  });

  it('tells the newest state of each thing of a family again, in order', async () => {
    const [family, other] = [newId(), newId()];
    await publisher.tell(family, 1, 2, 1, 3);
    await publisher.tell(other, 1);
    expect(await events('replay', '--family', family)).toBe('employment\n  3 events told again');
    expect(await stepsOf(family)).toEqual([1, 2, 1, 3, 2, 1, 3]);
    expect(await stepsOf(other)).toEqual([1]);
  });

  it('tells again what was told since a time, or all', async () => {
    const family = newId();
    await publisher.tell(family, 1);
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(await events('replay', '--since', later)).toBe('employment\n  0 events told again');
    await events('replay', '--all', '--agency', 'employment');
    expect(await stepsOf(family)).toEqual([1, 1]);
  });

  it('has an agency tell its current state of all families anew', async () => {
    const families = Array.from({ length: 45 }, newId);
    for (const family of families) await publisher.tell(family, 1);
    expect(await events('rebuild')).toMatch(/^employment\n {2}current state of \d\d families told$/);
    for (const family of families) expect(await stepsOf(family)).toEqual([1, REBUILT]);
  });

  it('is heard by agencies that remember higher numbers than a restored database', async () => {
    const family = newId();
    await publisher.tell(family, 1, 2, 3);
    await stepsOf(family);
    await publisher.db.query('delete from outbox where family_id = $1 and number > 1', [family]);
    await publisher.db.query('update event_numbers set number = 1 where family_id = $1', [family]);
    await publisher.db.query('delete from delivery_positions where family_id = $1', [family]);
    await publisher.tell(family, 4);
    expect(await stepsOf(family)).toEqual([1, 2, 3]);
    await events('rebuild', '--after-restore');
    await publisher.tell(family, 5);
    expect(await stepsOf(family)).toEqual([1, 2, 3, REBUILT, 5]);
  });

  it('shows what is owed, to whom, since when and why', async () => {
    expect(await events('lag')).toBe('employment\n  → early-childhood: caught up');
    const family = newId();
    isDown = true;
    await publisher.tell(family, 1, 2);
    await publisher.db.query("update pending_deliveries set since = now() - interval '90 minutes'");
    while ((await publisher.db.query('select from pending_deliveries where attempts > 0')).length === 0);
    const lag = await events('lag');
    expect(lag).toContain('early-childhood: families owed 1, events 2, families refused 1, the oldest');
    expect(lag).toMatch(
      new RegExp(
        `family ${family}: number 0 of 2, for 1\\.5 h, refused \\d+ times, last: EventRefused, from Error, at platform/src/events/command\\.test\\.ts`,
      ),
    );
    isDown = false;
    expect(await stepsOf(family)).toEqual([1, 2]);
  });

  it.each([
    [[], 'Usage'],
    [['replay'], 'Name --family, --since or --all'],
    [['replay', '--all', '--since', '2026-03-01'], 'Name --family, --since or --all'],
    [['replay', '--family', 'x'], '--family x: not the id of a family'],
    [['replay', '--since', 'yesterday'], '--since yesterday: not a time'],
    [['lag', '--agency', 'police'], 'No agency police here'],
    [['lag', '--loud'], 'Unknown option'],
  ])('refuses %j and says why', async (args, problem) => {
    await expect(events(...args)).rejects.toThrow(problem);
  });
});
