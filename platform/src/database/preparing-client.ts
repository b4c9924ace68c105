import { createHash } from 'node:crypto';
import pg from 'pg';

const MOST_PREPARED = 300;
/** Codes after which a prepared statement must be made anew: result type changed, unknown statement. */
const STALE_PLAN_CODES = new Set(['0A000', '26000']);

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

/** Prepares each parameterised statement at its second use, and never lets a COMMIT lie. */
export class PreparingClient extends pg.Client {
  readonly #uses = new Map<string, number>();
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
      if (name && STALE_PLAN_CODES.has(codeOf(error) ?? '')) this.#generation += 1;
      throw error;
    }
  }

  #nameOf(text: string): string | undefined {
    const uses = (this.#uses.get(text) ?? 0) + 1;
    if (uses > 1 || this.#uses.size < MOST_PREPARED) this.#uses.set(text, uses);
    if (uses < 2) return undefined;
    return `${this.#generation}_${createHash('sha1').update(text).digest('base64url')}`;
  }
}
