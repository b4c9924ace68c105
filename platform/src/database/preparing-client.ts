import { createHash } from 'node:crypto';
import pg from 'pg';

const MOST_PREPARED = 300;
/** A table changed under prepared statements: those of every connection are to be made anew. */
const RESULT_CHANGED = '0A000';
/** The server (or a pooler before it) no longer knows a statement of this connection. */
const UNKNOWN_STATEMENT = '26000';

/** Whether a statement failed, before it did anything, because what was prepared no longer fits. */
export const isStalePlan = (code: string | undefined): boolean =>
  code === RESULT_CHANGED || code === UNKNOWN_STATEMENT;

/** Raised once for all connections, or each would fail once for each of its statements. */
let tablesGeneration = 0;

// Days stay text (no time zone can shift them), counts become numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const codeOf = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.code : undefined;

/** Thrown when PostgreSQL answered COMMIT with ROLLBACK, because a failed statement had been swallowed. */
export class CommitRefused extends Error {
  constructor() {
    super('COMMIT was answered by ROLLBACK: nothing of this transaction is stored.');
    this.name = 'CommitRefused';
  }
}

/**
 * Prepares each parameterised statement at its second use, and never lets a COMMIT lie. A statement whose preparation
 * no longer fits is prepared anew and asked again at once, where no transaction has died of it.
 */
export class PreparingClient extends pg.Client {
  /** Of the statements used before, by which they are named. */
  readonly #hashes = new Map<string, string>();
  #generation = 0;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // Between two queries nobody else may be listening; the next query feels a broken connection anyway.
    this.on('error', () => undefined);
  }

  // pg.Client.query has twelve overloads; callers use text and values, everything else passes through.
  override query(...args: unknown[]): never {
    const [text, values] = args;
    const isPlain = typeof text === 'string' && args.length <= 2;
    if (!isPlain) return this.#ask(args) as never;
    if (/^commit$/i.test(text)) return this.#commit(args) as never;
    if (!Array.isArray(values) || values.length === 0) return this.#ask(args) as never;
    return this.#prepared(text, values) as never;
  }

  #ask(args: unknown[]): unknown {
    return Reflect.apply(pg.Client.prototype.query, this, args);
  }

  async #commit(args: unknown[]): Promise<unknown> {
    const result = (await this.#ask(args)) as pg.QueryResult;
    if (result.command !== 'COMMIT') throw new CommitRefused();
    return result;
  }

  async #prepared(text: string, values: unknown[]): Promise<unknown> {
    const name = this.#nameOf(text);
    try {
      return await this.#ask([name ? { name, text, values } : { text, values }]);
    } catch (error) {
      const code = codeOf(error);
      if (!name || !isStalePlan(code)) throw error;
      this.#forgetPlans(code, name);
      const isOutside = this.getTransactionStatus() === 'I';
      if (!isOutside) throw error;
      return this.#ask([{ name: this.#nameOf(text), text, values }]);
    }
  }

  /** Others may have found out at the same time: what was prepared since is good. */
  #forgetPlans(code: string | undefined, name: string): void {
    if (!name.startsWith(this.#prefix())) return;
    if (code === RESULT_CHANGED) tablesGeneration += 1;
    if (code === UNKNOWN_STATEMENT) this.#generation += 1;
  }

  #prefix(): string {
    return `${tablesGeneration}_${this.#generation}_`;
  }

  #nameOf(text: string): string | undefined {
    const hash = this.#hashes.get(text);
    if (hash) return `${this.#prefix()}${hash}`;
    if (this.#hashes.size < MOST_PREPARED)
      this.#hashes.set(text, createHash('sha1').update(text).digest('base64url'));
    return undefined;
  }
}
