import { createHash } from 'node:crypto';
import pg from 'pg';
import { type Asker, AskingQuery, SET_ASKER, valuesOf } from './asking-query.ts';

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

const NOBODY: Asker = { role: '', sub: '', today: '', now: '', agency: '', centres: '{}' };

type Statement = { readonly text: string; readonly values: readonly unknown[]; readonly name?: string };
type Send = (statement: Statement) => Promise<unknown>;

/** As TypeORM says it. Nothing is judged by an older snapshot, whatever the database's own default is. */
const BEGINS = /^start transaction$/i;
const BEGIN = 'START TRANSACTION ISOLATION LEVEL READ COMMITTED';
const ENDS = /^(commit|rollback)$/i;

/** What PostgreSQL answers to what is no question. */
const doneBy = (command: string) => ({ command, rowCount: null, rows: [], fields: [] });

/** After these a transaction may be another's than the last statement knew of. */
const CHANGES_WHO_ASKS = /^(start transaction|begin|commit|rollback|savepoint|release)/i;

/**
 * Prepares each parameterised statement at its second use, and never lets a COMMIT lie. A statement whose preparation
 * no longer fits is prepared anew and asked again at once, where no transaction has died of it. `queryFor` says who asks
 * (docs/decisions/0064b-walls-in-the-database.md): in the same round trip, and to the end of the transaction only.
 */
export class PreparingClient extends pg.Client {
  /** Of the statements used before, by which they are named. */
  readonly #hashes = new Map<string, string>();
  #generation = 0;
  /** The name under which the setting of who asks is prepared. */
  #setting: string | undefined;
  #settings = 0;
  /** Who asks in the transaction that is open; `undefined` when it is not known. */
  #inForce: Asker | undefined;
  /** Who begins a transaction that is begun with its first statement. */
  #opening: Asker | undefined;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // Between two queries nobody else may be listening; the next query feels a broken connection anyway.
    this.on('error', () => undefined);
  }

  // pg.Client.query has twelve overloads; callers use text and values, everything else passes through.
  override query(...args: unknown[]): never {
    const [text, values] = args;
    const isPlain = typeof text === 'string' && args.length <= 2;
    if (this.#opening) return this.#open(this.#opening).then(() => this.query(...args)) as never;
    if (!isPlain) return this.#ask(args) as never;
    if (BEGINS.test(text)) return this.#ask([BEGIN]) as never;
    if (CHANGES_WHO_ASKS.test(text)) this.#inForce = undefined;
    if (/^commit$/i.test(text)) return this.#commit(args) as never;
    if (!Array.isArray(values) || values.length === 0) return this.#ask(args) as never;
    return this.#prepared(text, values, (statement) => this.#ask([statement])) as never;
  }

  /** Asks for somebody, who sees no more than the walls of the database let them. */
  async queryFor(asker: Asker, text: string, values: readonly unknown[] = []): Promise<unknown> {
    if (BEGINS.test(text)) return this.#begin(asker);
    if (this.#opening && ENDS.test(text)) return this.#endUnopened(text);
    if (CHANGES_WHO_ASKS.test(text)) return this.query(text);
    if (this.#opening || this.getTransactionStatus() !== 'I') return this.#within(asker, text, values);
    await this.#prepareSetting();
    return this.#prepared(text, values, (statement) => this.#askFor(asker, statement));
  }

  /** All statements of a transaction are its opener's; one that is another's says so, and the next one again. */
  #within(asker: Asker, text: string, values: readonly unknown[]): Promise<unknown> {
    if (this.#inForce === asker) return this.query(text, [...values]);
    const begin = this.#opening && BEGIN;
    this.#opening = undefined;
    this.#inForce = asker;
    return this.#prepared(text, values, (statement) => this.#askFor(asker, statement, begin));
  }

  /** It begins with its first statement, in one round trip; where nothing is asked, not at all. */
  async #begin(asker: Asker): Promise<unknown> {
    await this.#prepareSetting();
    this.#opening = asker;
    this.#inForce = undefined;
    return doneBy('START');
  }

  #endUnopened(text: string): unknown {
    this.#opening = undefined;
    return doneBy(text);
  }

  /** Where what comes first is no statement of somebody's, as a savepoint. */
  async #open(asker: Asker): Promise<void> {
    this.#opening = undefined;
    const values = valuesOf(asker).map((value) => pg.escapeLiteral(value));
    const setting = SET_ASKER.replace(/\$(\d)/g, (_, place) => values[Number(place) - 1] ?? '');
    await this.#ask([`${BEGIN}; ${setting}`]);
    this.#inForce = asker;
  }

  /** Once on each connection. */
  async #prepareSetting(): Promise<void> {
    if (this.#setting) return;
    this.#settings += 1;
    const name = `asker_${this.#settings}`;
    await this.#ask([{ name, text: SET_ASKER, values: valuesOf(NOBODY) }]);
    this.#setting = name;
  }

  #askFor(asker: Asker, statement: Statement, begin?: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const query = new AskingQuery(statement, { setting: this.#setting ?? '', asker, begin });
      const callback = (error: unknown, result: unknown) => (error ? reject(error) : resolve(result));
      Object.assign(query, { callback });
      this.#ask([query]);
    });
  }

  #ask(args: unknown[]): Promise<unknown> {
    return Reflect.apply(pg.Client.prototype.query, this, args);
  }

  async #commit(args: unknown[]): Promise<unknown> {
    const result = (await this.#ask(args)) as pg.QueryResult;
    if (result.command !== 'COMMIT') throw new CommitRefused();
    return result;
  }

  async #prepared(text: string, values: readonly unknown[], send: Send): Promise<unknown> {
    const statement = () => ({ text, values, ...this.#named(text, values) });
    const first: Statement = statement();
    try {
      return await send(first);
    } catch (error) {
      const code = codeOf(error);
      if (!isStalePlan(code)) throw error;
      this.#forgetPlans(code, first.name);
      const isOutside = this.getTransactionStatus() === 'I';
      if (!isOutside) throw error;
      if (code === UNKNOWN_STATEMENT) await this.#prepareSetting();
      return send(statement());
    }
  }

  /** Others may have found out at the same time: what was prepared since is good. */
  #forgetPlans(code: string | undefined, name: string | undefined): void {
    if (code === UNKNOWN_STATEMENT) this.#setting = undefined;
    if (!name?.startsWith(this.#prefix())) return;
    if (code === RESULT_CHANGED) tablesGeneration += 1;
    if (code === UNKNOWN_STATEMENT) this.#generation += 1;
  }

  #prefix(): string {
    return `${tablesGeneration}_${this.#generation}_`;
  }

  #named(text: string, values: readonly unknown[]): { name?: string } {
    const name = values.length > 0 ? this.#nameOf(text) : undefined;
    return name ? { name } : {};
  }

  #nameOf(text: string): string | undefined {
    const hash = this.#hashes.get(text);
    if (hash) return `${this.#prefix()}${hash}`;
    if (this.#hashes.size < MOST_PREPARED)
      this.#hashes.set(text, createHash('sha1').update(text).digest('base64url'));
    return undefined;
  }
}
