import pg from 'pg';
import { SET_ASKER, valuesOf } from '../database/asking-query.ts';
import type { Asked, Row } from './asked.ts';
import type { Prepared, PreparedStatements } from './prepared-statements.ts';
import { type Field, rowReader } from './row-reader.ts';

type Values = Asked['values'];

/** What of `pg`'s connection is used here, and not in its types. */
type Wire = {
  parse(what: { name: string; text: string }): void;
  bind(what: { portal: string; statement: string; values: Values }): void;
  describe(what: { type: 'P'; name: string }): void;
  execute(what: { portal: string }): void;
  close(what: { type: 'S'; name: string }): void;
  sync(): void;
};

/** Hears what became of a group. */
export type GroupHearer = {
  /** One was answered. */
  answered(asked: Asked, rows: Row[]): void;
  /** This one failed, and those after it were not asked. `undefined` when it was not even said who asks. */
  failed(error: unknown, failing: Asked | undefined, unasked: readonly Asked[]): void;
};

type Line = { readonly prepared: Prepared; readonly values: Values };

const PORTAL = '';

/** What `pg` takes for a query; its types know nothing of what it calls. */
const Query = pg.Query as unknown as new (asked: { readonly text: string }) => object;

/**
 * Statements of one person, and before them who asks, up to one Sync: PostgreSQL takes all of it as one transaction, so
 * that nobody else's statement can be asked with this person's sight, whatever happens on the way. Where one fails,
 * PostgreSQL leaves out those after it.
 */
export class ReadGroup extends Query {
  readonly #asked: readonly Asked[];
  readonly #lines: readonly Line[];
  readonly #statements: PreparedStatements;
  readonly #hearer: GroupHearer;
  /** The line that is being answered; the first says who asks. */
  #at = 0;
  #rows: Row[] = [];
  #unreadable: unknown;

  constructor(asked: readonly [Asked, ...Asked[]], statements: PreparedStatements, hearer: GroupHearer) {
    super({ text: SET_ASKER });
    this.#asked = asked;
    this.#statements = statements;
    this.#hearer = hearer;
    this.#lines = [
      { prepared: statements.of(SET_ASKER, true), values: valuesOf(asked[0].asker) },
      ...asked.map(({ text, values }) => ({ prepared: statements.of(text), values })),
    ];
  }

  submit(wire: Wire): null {
    for (const name of this.#statements.takeForgotten()) wire.close({ type: 'S', name });
    for (const { prepared, values } of this.#lines) {
      const { name, text, isSent } = prepared;
      if (!isSent || name === '') wire.parse({ name, text });
      prepared.isSent = true;
      wire.bind({ portal: PORTAL, statement: name, values });
      if (!prepared.reader) wire.describe({ type: 'P', name: PORTAL });
      wire.execute({ portal: PORTAL });
    }
    wire.sync();
    return null;
  }

  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
    const line = this.#lines[this.#at];
    if (line) line.prepared.reader = rowReader(fields);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const reader = this.#lines[this.#at]?.prepared.reader;
    if (!reader || this.#at === 0) return;
    try {
      this.#rows.push(reader(fields));
    } catch (error) {
      this.#unreadable = error;
    }
  }

  handleCommandComplete(): void {
    const [asked, rows, unreadable] = [this.#asked[this.#at - 1], this.#rows, this.#unreadable];
    this.#at += 1;
    this.#rows = [];
    this.#unreadable = undefined;
    if (!asked) return;
    if (unreadable) asked.refuse(unreadable);
    this.#hearer.answered(asked, rows);
  }

  handleError(error: unknown): void {
    // What the server left out it has not prepared either.
    for (const { prepared } of this.#lines.slice(this.#at))
      if (!prepared.reader) this.#statements.forget(prepared);
    const failing = this.#asked[this.#at - 1];
    this.#hearer.failed(error, failing, this.#asked.slice(this.#at));
  }

  handleReadyForQuery(): void {
    // Each was answered when it was complete.
  }
}
