import { type DataSource, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { z } from 'zod';
import { instant, rowOf, rowsOf } from '../database/rows.ts';
import { inTransaction } from '../database/transaction.ts';
import { describeError } from '../error-facts.ts';
import { RelaisError } from '../errors.ts';
import { codeOf, isOutage } from '../graphql/faults.ts';
import type { Log } from '../log.ts';
import { Rounds } from '../rounds.ts';
import { FAILING_AFTER_ATTEMPTS } from './failing-jobs.ts';
import type { JobHandlers, RecurringJobs } from './job.ts';
import { scheduleJob } from './schedule-job.ts';

/** So long nobody looks unless the next moment is known to come sooner: an idle agency costs next to nothing. */
const LONGEST_REST_MS = 5_000;
/** Of one that goes on failing at once, or that another process is taking. */
const SHORTEST_REST_MS = 100;
const FIRST_PAUSE_SECONDS = 10;
const LONGEST_PAUSE_SECONDS = 300;
const LONGEST_PROBLEM = 200;

const TakenRow = rowOf({
  name: ['name', z.string()],
  key: ['key', z.string()],
  payload: ['payload', z.record(z.string(), z.unknown())],
  attempts: ['attempts', z.int()],
});

/**
 * Takes the job that is due longest, and postpones it by the pause before another attempt: whether it fails, or the
 * process dies over it, it is due again by itself. Other processes pass over what one is taking. Our clock tells no more than
 * milliseconds: a moment that PostgreSQL told (a migration's `now()`) has come within its own.
 */
const TAKE_DUE_JOB = `
  with due_job as (
    update scheduled_jobs
    set attempts = attempts + 1,
      run_at = $1::timestamptz + make_interval(
        secs => least(${FIRST_PAUSE_SECONDS} * 2 ^ least(attempts, 10), ${LONGEST_PAUSE_SECONDS}))
    where (name, key) = (
      select name, key from scheduled_jobs where run_at < $1::timestamptz + interval '1 millisecond' and name = any($2)
      order by run_at limit 1 for update skip locked)
    returning name, key, payload, attempts)
  select ${TakenRow.columns} from due_job`;

const NextRow = rowOf({ runAt: ['min(run_at)', instant.nullable()] });
const NEXT_MOMENT = `select ${NextRow.columns} from scheduled_jobs where name = any($1)`;

/** Not one that was scheduled anew, or taken by another process, meanwhile. */
const END_JOB = 'delete from scheduled_jobs where name = $1 and key = $2 and attempts = $3';

const NOTE_PROBLEM = `
  update scheduled_jobs set problem = $4 where name = $1 and key = $2 and attempts = $3`;

/** Others were changing the same records: that has passed in a moment, long before the pause. */
const ATTEMPTS_AT_ONCE = 3;

const isPassing = (error: unknown): boolean => error instanceof RelaisError && codeOf(error) === 'TRY_AGAIN';

/** Of a connection that broke between two statements TypeORM says no more than that it is gone. */
const isAway = (error: unknown): boolean =>
  isOutage(error) || error instanceof QueryRunnerProviderAlreadyReleasedError;

const unlessPassing = async (attempt: () => Promise<void>, attempts = ATTEMPTS_AT_ONCE): Promise<void> => {
  try {
    await attempt();
  } catch (error) {
    if (!isPassing(error) || attempts === 1) throw error;
    await unlessPassing(attempt, attempts - 1);
  }
};

export type JobsOptions = {
  readonly db: DataSource;
  readonly handlers: JobHandlers;
  readonly recurring: RecurringJobs;
  readonly clock: () => Date;
  readonly log: Log;
};

/** Runs a subgraph's jobs at their moments, in as many processes as there are. */
export class Jobs {
  readonly #options: JobsOptions;
  readonly #looks = new Rounds(() => this.#lookAndRest());
  #looking: Promise<void> | undefined;
  #isClosed = false;

  constructor(options: JobsOptions) {
    this.#options = options;
    this.#looks.nextIn(SHORTEST_REST_MS);
  }

  /** Resolves when nothing is due any more; what fails waits for its next attempt. */
  async runDue(): Promise<void> {
    await this.#looking;
    await this.#look();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#looks.close();
  }

  async #lookAndRest(): Promise<number> {
    const untilNext = await this.#lookIfDue().catch((error: unknown) => {
      this.#warn(error);
      return LONGEST_REST_MS;
    });
    return Math.min(LONGEST_REST_MS, Math.max(SHORTEST_REST_MS, untilNext));
  }

  /** Answers in how many milliseconds the next is due. Mostly none is, which one question tells. */
  async #lookIfDue(): Promise<number> {
    const untilNext = await this.#untilNext();
    if (untilNext > 0) return untilNext;
    await this.#look();
    return this.#untilNext();
  }

  async #untilNext(): Promise<number> {
    const { db, handlers, clock } = this.#options;
    const [next] = await rowsOf(db, NextRow, NEXT_MOMENT, [Object.keys(handlers)]);
    return next?.runAt ? next.runAt.getTime() - clock().getTime() : LONGEST_REST_MS;
  }

  #look(): Promise<void> {
    this.#looking ??= this.#runAll()
      .catch((error: unknown) => this.#warn(error))
      .finally(() => {
        this.#looking = undefined;
      });
    return this.#looking;
  }

  async #runAll(): Promise<void> {
    let mayMoreBeDue = Object.keys(this.#options.handlers).length > 0;
    while (mayMoreBeDue && !this.#isClosed) mayMoreBeDue = await this.#runNext(this.#options.clock());
  }

  async #runNext(now: Date): Promise<boolean> {
    const { db, handlers, recurring, log } = this.#options;
    const [job] = await rowsOf(db, TakenRow, TAKE_DUE_JOB, [now, Object.keys(handlers)]);
    if (!job) return false;
    const { name, key, payload, attempts } = job;
    try {
      await unlessPassing(() =>
        inTransaction(db.manager, async (tx) => {
          await handlers[name]?.(tx, payload, now);
          const next = recurring[name]?.(now);
          if (next) await scheduleJob(tx, name, payload, { runAt: next, key });
          await tx.query(END_JOB, [name, key, attempts]);
        }),
      );
    } catch (error) {
      const mayPass = isAway(error) && attempts < FAILING_AFTER_ATTEMPTS;
      if (!mayPass) log.warn({ job: name, key, attempts, err: error }, 'job failed');
      await db.query(NOTE_PROBLEM, [name, key, attempts, describeError(error).slice(0, LONGEST_PROBLEM)]);
    }
    return true;
  }

  /** A database that is away is told elsewhere, and not every second. */
  #warn(error: unknown): void {
    if (!isOutage(error)) this.#options.log.warn({ err: error }, 'jobs not run');
  }
}
