import pg from 'pg';

/**
 * How a statement is planned: for what is found by keys one plan serves all keys, and planning would take longer than
 * answering; what is searched for is planned as PostgreSQL thinks best.
 */
export type Planning = 'force_generic_plan' | 'auto';

/** For whom a statement is asked, as the database's walls know it (`sight/walls.ts`). */
export type Asker = {
  /** The role of the token; `SERVICE` for what a service does of itself, which no token can say. */
  readonly role: string;
  readonly sub: string;
  /** The day and the moment by the clock of whoever answers. */
  readonly today: string;
  readonly now: string;
  /** What their agency is here for: with which a family may object to sharing something. */
  readonly agency: string;
  /** The centres that somebody of their staff acts for, as PostgreSQL writes a list. */
  readonly centres: string;
  /** `auto` unless said; whichever way it is asked. */
  readonly planning?: Planning;
};

export const SET_ASKER = `select set_config('app.user', $1, true), set_config('app.role', $2, true),
  set_config('app.today', $3, true), set_config('app.now', $4, true), set_config('app.agency', $5, true),
  set_config('app.centres', $6, true), set_config('plan_cache_mode', $7, true)`;

export const valuesOf = ({ sub, role, today, now, agency, centres, planning = 'auto' }: Asker): string[] => [
  sub,
  role,
  today,
  now,
  agency,
  centres,
  planning,
];

/** What of `pg`'s connection is used here, and not in its types. */
type Connection = {
  parse(what: { name: string; text: string }): void;
  bind(what: { portal: string; statement: string; values: readonly string[] }): void;
  execute(what: { portal: string }): void;
};

/** Of `pg.Query`, what its types leave out. */
type Handlers = {
  prepare(connection: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: unknown): void;
};

const plain = pg.Query.prototype as unknown as Handlers;

type Asked = { readonly text: string; readonly values: readonly unknown[]; readonly name?: string };

/** How a statement is asked: `setting` names `SET_ASKER`, prepared on this connection. */
type Before = { readonly setting: string; readonly asker: Asker; readonly begin?: string | undefined };

/**
 * A statement, and before it who asks, in one message: PostgreSQL takes both as one transaction, so that the setting is
 * gone when the answer comes. The connection, which the next to ask may be given, never holds it. The first of a transaction
 * begins it, in the same message.
 */
export class AskingQuery extends pg.Query {
  readonly #before: Before;
  /** What is still to be answered before the statement itself. */
  #left: number;

  constructor({ name, text, values }: Asked, before: Before) {
    const given = { text, values: [...values], queryMode: 'extended', ...(name && { name }) };
    super(given as pg.QueryConfig);
    this.#before = before;
    this.#left = before.begin ? 2 : 1;
  }

  prepare(connection: Connection): void {
    const { setting, asker, begin } = this.#before;
    if (begin) {
      connection.parse({ name: '', text: begin });
      connection.bind({ portal: '', statement: '', values: [] });
      connection.execute({ portal: '' });
    }
    connection.bind({ portal: '', statement: setting, values: valuesOf(asker) });
    connection.execute({ portal: '' });
    plain.prepare.call(this, connection);
  }

  handleDataRow(message: unknown): void {
    if (this.#left === 0) plain.handleDataRow.call(this, message);
  }

  handleCommandComplete(message: unknown, connection: unknown): void {
    if (this.#left === 0) plain.handleCommandComplete.call(this, message, connection);
    this.#left = Math.max(0, this.#left - 1);
  }
}
