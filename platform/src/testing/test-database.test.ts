import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { EndedSessions } from '../auth/ended-sessions.ts';
import { Heartbeat } from '../events/heartbeat.ts';
import { OutboxPruner } from '../events/prune.ts';
import { newId } from '../ids.ts';
import { runTestAgency, STEP, stepAgency, type TestAgency } from './test-agencies.ts';
import { statementsRun } from './test-database.ts';

let agency: TestAgency;
beforeAll(async () => {
  agency = await runTestAgency(stepAgency('employment', { tells: ['social-protection'] }));
});
afterAll(() => agency.end());

const counted = async (work: () => Promise<unknown>): Promise<number> => {
  const before = await statementsRun([agency.databaseName]);
  await work();
  return (await statementsRun([agency.databaseName])) - before;
};

/** As when another process of the agency starts, lives for minutes and loses its connections. */
const doAllByItself = async (): Promise<void> => {
  const { databaseUrl, db } = agency;
  const heartbeat = new Heartbeat(databaseUrl);
  heartbeat.announce('a queue that began anew');
  await heartbeat.freeJobsOfTheDead();
  await heartbeat.close();
  const sessions = new EndedSessions(db, databaseUrl);
  await sessions.open();
  await sessions.close();
  const pool = new pg.Pool({ connectionString: databaseUrl });
  await new OutboxPruner(pool, [{ type: STEP, about: 'step' }]).prune(new Date());
  await pool.end();
  await agency.runDueJobs();
  await agency.drained();
  await agency.isReady();
};

describe('the statements of a question', () => {
  it('are counted', async () => {
    expect(await counted(() => agency.db.query('select count(*) from outbox'))).toBe(1);
  });

  it('are told apart from what an agency does by itself meanwhile', async () => {
    await agency.tell(newId(), 1, 2);
    expect(await counted(doAllByItself)).toBe(0);
  });
});
