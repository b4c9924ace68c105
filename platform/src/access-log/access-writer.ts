import pg from 'pg';
import { type Database, requestLimits } from '../database/database.ts';
import { PreparingClient } from '../database/preparing-client.ts';
import { endedWithin } from '../ended-within.ts';
import { type AccessRow, insertAccesses } from './access.queries.ts';

export type AccessWriterOptions = {
  readonly url: string;
  readonly applicationName: string;
  /** Factor on every limit; tests on a busy machine use more than 1. */
  readonly patience?: number | undefined;
};

/** What one request has to have written down before it is answered. */
type Waiting = {
  readonly rows: readonly AccessRow[];
  written(): void;
  refuse(error: unknown): void;
};

const MOST_ROWS = 1_000;
const END_MS = 500;

/** What is wrong with a value (22), with a row (23), or was refused by a guard (P0) need not be wrong with the others. */
const OF_A_ROW = /^(22|23|P0)/;

const isOfARow = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && OF_A_ROW.test(error.code ?? '');

/** As many as fit into one statement, and one at least. */
const takeSome = (waiting: Waiting[]): Waiting[] => {
  let rows = 0;
  const fitting = waiting.findIndex((each) => {
    rows += each.rows.length;
    return rows > MOST_ROWS;
  });
  return waiting.splice(0, fitting === -1 ? waiting.length : Math.max(fitting, 1));
};

/**
 * Writes down who saw what, for all requests of a process on one connection. What comes while a statement is under way goes
 * together in the next, and is committed together; each request hears when its own rows are, and no earlier.
 */
export class AccessWriter {
  readonly #options: AccessWriterOptions;
  #waiting: Waiting[] = [];
  #isWriting = false;
  #isClosed = false;
  #client: Promise<PreparingClient> | undefined;

  constructor(options: AccessWriterOptions) {
    this.#options = options;
  }

  /** Resolves when they are stored for good. */
  write(rows: readonly AccessRow[]): Promise<void> {
    return new Promise((written, refuse) => {
      this.#waiting.push({ rows, written, refuse });
      if (this.#isWriting) return;
      this.#isWriting = true;
      // Whatever else this turn of the event loop has to write goes along.
      setImmediate(() => void this.#writeAll());
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const client = await this.#client?.catch(() => undefined);
    if (client) await endedWithin(END_MS, client.end());
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) await this.#writeTogether(takeSome(this.#waiting));
    this.#isWriting = false;
  }

  async #writeTogether(together: readonly Waiting[]): Promise<void> {
    try {
      await this.#insert(together.flatMap(({ rows }) => rows));
      for (const each of together) each.written();
    } catch (error) {
      if (together.length === 1 || !isOfARow(error)) {
        for (const each of together) each.refuse(error);
        return;
      }
      // One of them is at fault: only that request goes without an answer.
      for (const each of together) await this.#writeTogether([each]);
    }
  }

  async #insert(rows: readonly AccessRow[]): Promise<void> {
    this.#client ??= this.#connect();
    const connecting = this.#client;
    try {
      await insertAccesses((await connecting) as Pick<Database, 'query'>, rows);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) this.#letGo(connecting);
      throw error;
    }
  }

  async #connect(): Promise<PreparingClient> {
    if (this.#isClosed) throw new Error('The connection was ended.');
    const { url, applicationName, patience = 1 } = this.#options;
    const client = new PreparingClient({
      connectionString: url,
      application_name: `${applicationName} access log`,
      keepAlive: true,
      ...requestLimits(patience),
    });
    client.on('end', () => this.#letGo(this.#client));
    await client.connect();
    return client;
  }

  /** Who writes next makes another connection. */
  #letGo(connecting: Promise<PreparingClient> | undefined): void {
    if (!connecting || this.#client !== connecting) return;
    this.#client = undefined;
    void connecting.then((client) => client.end()).catch(() => undefined);
  }
}
