import pg from 'pg';
import { endedWithin } from '../ended-within.ts';

/** Held by this process's connection for as long as it lives; PostgreSQL gives it up when the process is gone. */
const HOLD_WORKER = 'select pg_advisory_lock(hashtextextended($1, 3))';

/** A lock that can be taken has no living owner. The jobs a dead process had locked are anybody's again. */
const FREE_JOBS = `
  select graphile_worker.force_unlock_workers(array(
    select locked_by
    from (select distinct locked_by from graphile_worker.jobs where locked_by <> all($1)) worker
    where pg_try_advisory_xact_lock(hashtextextended(locked_by, 3))))`;

/** Whether either of the two that follow would find something, given the workers of this process. */
export const IS_LEFT_BY_THE_DEAD = `exists (
  select from graphile_worker.jobs
  where locked_by <> all($1) or (locked_at is null and attempts >= max_attempts))`;

/** A job whose key went to a newer one while its process died will not run again. */
const DROP_SPENT_JOBS = `
  select graphile_worker.complete_jobs(array(
    select id from graphile_worker.jobs where locked_at is null and attempts >= max_attempts))`;

const QUERY_MS = 5_000;
const END_MS = 500;

/** Says that this process lives, and frees the jobs of those that do not: the queue alone would wait four hours. */
export class Heartbeat {
  readonly #databaseUrl: string;
  readonly #workers = new Set<string>();
  readonly #announced = new Set<string>();
  #client: pg.Client | undefined;
  #work: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(databaseUrl: string) {
    this.#databaseUrl = databaseUrl;
  }

  /** Tells the other processes of this agency that these workers live. */
  announce(workerPoolId: string): void {
    this.#workers.add(workerPoolId);
    this.#inTurn(async () => this.#announceAll(await this.#connected())).catch(() => undefined);
  }

  /** Of workers that gave up: what they had locked is anybody's. */
  forget(workerPoolId: string): void {
    this.#workers.delete(workerPoolId);
  }

  get workers(): readonly string[] {
    return [...this.#workers];
  }

  /** Says again that they live where the connection that said so was lost; else it asks nothing. */
  beat(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#isClosed) await this.#announceAll(await this.#connected());
    });
  }

  freeJobsOfTheDead(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#isClosed) return;
      const client = await this.#connected();
      await this.#announceAll(client);
      await client.query(FREE_JOBS, [this.workers]);
      await client.query(DROP_SPENT_JOBS);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await endedWithin(
      END_MS,
      this.#inTurn(async () => this.#client?.end()),
    );
  }

  /** One after the other: a slow database must not pile up connections. */
  #inTurn(task: () => Promise<void>): Promise<void> {
    const next = this.#work.then(task);
    this.#work = next.catch(() => undefined);
    return next;
  }

  async #announceAll(client: pg.Client): Promise<void> {
    for (const worker of this.#workers) {
      if (this.#announced.has(worker)) continue;
      await client.query(HOLD_WORKER, [worker]);
      this.#announced.add(worker);
    }
  }

  async #connected(): Promise<pg.Client> {
    if (this.#client) return this.#client;
    const client = new pg.Client({
      connectionString: this.#databaseUrl,
      application_name: 'relais heartbeat',
      query_timeout: QUERY_MS,
      connectionTimeoutMillis: QUERY_MS,
      keepAlive: true,
    });
    const forget = () => {
      if (this.#client === client) this.#client = undefined;
    };
    client.on('error', forget);
    client.on('end', forget);
    await client.connect();
    this.#announced.clear();
    this.#client = client;
    return client;
  }
}
