import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MAKE_ACCESS_LOG_MONTHS } from '../access-log/make-months.ts';
import { SEAL_ACCESS_LOG } from '../access-log/seal-access-log.ts';
import { PRUNE_CHANGES } from '../changes/prune-changes.ts';
import { changedMeanwhile, inTransaction } from '../database/transaction.ts';
import { newId } from '../ids.ts';
import { createLog } from '../log.ts';
import { FORGET_MERGE_JOURNALS } from '../merge-journals/forget-merge-journals.ts';
import { runTestAgency, stepAgency, type TestAgency } from '../testing/test-agencies.ts';
import { toConnections } from '../testing/test-connections.ts';
import { asOwner } from '../testing/test-database.ts';
import type { JobHandler, JobHandlers, RecurringJobs } from './job.ts';
import { Jobs } from './run-jobs.ts';
import { scheduleJob, scheduleRecurringJobs } from './schedule-job.ts';

const NOON = new Date('2026-03-02T12:00:00Z');
const later = (seconds: number): Date => new Date(NOON.getTime() + seconds * 1_000);

const note: JobHandler = async (tx, { word }, now) => {
  await tx.query('insert into notes (word, at) values ($1, $2)', [word, now]);
};

let agency: TestAgency;
let now: Date;
let processes: Jobs[];

/** Another process of the agency, with the same clock. */
const startProcess = (
  handlers: JobHandlers = { note },
  recurring: RecurringJobs = {},
  log = createLog('test', 'silent'),
): Jobs => {
  const jobs = new Jobs({ db: agency.db, handlers, recurring, clock: () => now, log });
  processes.push(jobs);
  return jobs;
};

const schedule = (word: string, runAt: Date, name = 'note') =>
  inTransaction(agency.db.manager, (tx) => scheduleJob(tx, name, { word }, { runAt, key: word }));

const noted = async (word: string): Promise<Date[]> => {
  const rows: { at: Date }[] = await agency.db.query('select at from notes where word = $1', [word]);
  return rows.map(({ at }) => at);
};

const waiting = (word: string) =>
  agency.db.query(
    'select attempts, run_at as "runAt", problem from scheduled_jobs where key = $1 and name <> all($2)',
    [word, [MAKE_ACCESS_LOG_MONTHS, SEAL_ACCESS_LOG, PRUNE_CHANGES, FORGET_MERGE_JOURNALS]],
  );

const until = async (isDone: () => Promise<boolean>): Promise<void> => {
  for (let turn = 0; !(await isDone()); turn += 1) {
    if (turn > 500) throw new Error('It did not happen within ten seconds.');
    await wait(20);
  }
};

beforeAll(async () => {
  agency = await runTestAgency(stepAgency('employment', { jobs: { byItself: note } }));
  await asOwner(agency, 'create table notes (word text, at timestamptz); grant all on notes to public');
});
beforeEach(() => {
  now = NOON;
  processes = [];
});
afterEach(async () => {
  for (const jobs of processes) await jobs.close();
});
afterAll(() => agency.end());

describe('a job', () => {
  it('runs by itself at its moment, in the running service', async () => {
    const word = newId();
    await schedule(word, new Date(Date.now() + 100), 'byItself');
    await until(async () => (await noted(word)).length === 1);
    expect(await waiting(word)).toEqual([]);
  });

  it('waits for its moment, whatever process is there then', async () => {
    const word = newId();
    const first = startProcess();
    await schedule(word, later(60));
    now = later(59);
    await first.runDue();
    expect(await noted(word)).toEqual([]);

    await first.close();
    now = later(3_600);
    await startProcess().runDue();
    expect(await noted(word)).toEqual([later(3_600)]);
  });

  it('whose moment PostgreSQL told is due in its millisecond, not only after it', async () => {
    const word = newId();
    await agency.db.query(
      `insert into scheduled_jobs (name, key, payload, run_at)
       values ('note', $1, $2, $3::timestamptz + interval '999 microseconds')`,
      [word, { word }, NOON],
    );
    await startProcess().runDue();
    expect(await noted(word)).toEqual([NOON]);
  });

  it('of a change that was rolled back never runs', async () => {
    const word = newId();
    const change = inTransaction(agency.db.manager, async (tx) => {
      await scheduleJob(tx, 'note', { word }, { runAt: NOON, key: word });
      throw new Error('changed my mind');
    });
    await expect(change).rejects.toThrow('changed my mind');
    await startProcess().runDue();
    expect(await noted(word)).toEqual([]);
  });

  it('scheduled anew under its key moves', async () => {
    const word = newId();
    const jobs = startProcess();
    await schedule(word, later(10));
    await schedule(word, later(20));
    now = later(10);
    await jobs.runDue();
    expect(await noted(word)).toEqual([]);
    now = later(20);
    await jobs.runDue();
    expect(await noted(word)).toEqual([later(20)]);
  });

  it('runs once in several processes', async () => {
    const words = Array.from({ length: 20 }, newId);
    for (const word of words) await schedule(word, NOON);
    await Promise.all([1, 2, 3].map(() => startProcess().runDue()));
    for (const word of words) expect(await noted(word)).toHaveLength(1);
  });

  it('that only a newer version of the service knows is left to it', async () => {
    const word = newId();
    await schedule(word, NOON, 'newer');
    await startProcess().runDue();
    expect(await waiting(word)).toMatchObject([{ attempts: 0 }]);
    await startProcess({ newer: note }).runDue();
    expect(await noted(word)).toHaveLength(1);
  });
});

describe('a job that fails', () => {
  it('leaves nothing half done, and is tried again after growing pauses of five minutes at most', async () => {
    const word = newId();
    const pauses: number[] = [];
    let failures = 7;
    const jobs = startProcess({
      note: async (tx, payload, at) => {
        await note(tx, payload, at);
        failures -= 1;
        if (failures >= 0) throw new Error('not now');
      },
    });
    await schedule(word, NOON);
    await jobs.runDue();
    for (let [job] = await waiting(word); job; [job] = await waiting(word)) {
      expect(job.problem).toMatch(/^Error, at platform\/src\/jobs\/jobs\.test\.ts/);
      pauses.push((job.runAt.getTime() - now.getTime()) / 1_000);
      now = job.runAt;
      await jobs.runDue();
    }
    expect(pauses).toEqual([10, 20, 40, 80, 160, 300, 300]);
    expect(await noted(word)).toEqual([now]);
  });

  it('because others were changing the same records is tried again at once', async () => {
    const word = newId();
    let attempts = 0;
    const jobs = startProcess({
      note: async (tx, payload, at) => {
        await note(tx, payload, at);
        attempts += 1;
        if (attempts < 3) throw changedMeanwhile();
      },
    });
    await schedule(word, NOON);
    await jobs.runDue();
    expect(await noted(word)).toEqual([NOON]);
    expect(await waiting(word)).toEqual([]);

    attempts = -1;
    await schedule(word, NOON);
    await jobs.runDue();
    expect(await waiting(word)).toMatchObject([{ attempts: 1, runAt: later(10) }]);
  });

  it('holds up no other', async () => {
    const word = newId();
    const refuse = async () => Promise.reject(new Error('never'));
    const jobs = startProcess({ refuse, note });
    await schedule(`bad ${word}`, NOON, 'refuse');
    await schedule(word, later(1));
    now = later(1);
    await jobs.runDue();
    expect(await noted(word)).toHaveLength(1);
  });

  it('because its connection broke is told of to nobody, and is taken over', async () => {
    const word = newId();
    const lines: string[] = [];
    const log = createLog('test', 'warn', { write: (line) => lines.push(line) });
    // Only the connection that runs the job: one cut while it idles would fail whoever takes it next.
    const die = () => toConnections('terminate', agency.databaseName, { state: 'idle in transaction' });
    const breaking: JobHandler = async (tx, payload, at) => {
      await note(tx, payload, at);
      await die();
    };
    const dying = startProcess({ note: breaking }, {}, log);
    await schedule(word, NOON);
    await dying.runDue();
    expect(lines).toEqual([]);
    expect(await noted(word)).toEqual([]);

    now = later(10);
    await startProcess().runDue();
    expect(await noted(word)).toEqual([later(10)]);
  });

  it('scheduled anew while it runs, runs again', async () => {
    const word = newId();
    let runs = 0;
    const jobs = startProcess({
      note: async (tx, payload, at) => {
        runs += 1;
        if (runs === 1) await scheduleJob(tx, 'note', payload, { runAt: later(5), key: word });
        await note(tx, payload, at);
      },
    });
    await schedule(word, NOON);
    await jobs.runDue();
    now = later(5);
    await jobs.runDue();
    expect(await noted(word)).toEqual([NOON, later(5)]);
  });
});

describe('a job that comes round', () => {
  it('is scheduled once, at its next moment, and again after every run', async () => {
    const atNight = {
      nightly: (after: Date) => new Date(Math.ceil((after.getTime() + 1) / 86_400_000) * 86_400_000),
    };
    const nightly: JobHandler = (tx, _payload, at) => note(tx, { word: 'night' }, at);
    const jobs = startProcess({ nightly }, atNight);
    await scheduleRecurringJobs(agency.db.manager, atNight, now);
    const midnight = new Date('2026-03-03T00:00:00Z');
    expect(await waiting('')).toMatchObject([{ runAt: midnight }]);

    await jobs.runDue();
    expect(await noted('night')).toEqual([]);
    now = new Date('2026-03-03T00:00:05Z');
    await scheduleRecurringJobs(agency.db.manager, atNight, now);
    await jobs.runDue();
    expect(await noted('night')).toEqual([now]);
    expect(await waiting('')).toMatchObject([{ attempts: 0, runAt: new Date('2026-03-04T00:00:00Z') }]);
  });
});
