import { type Asker, AskingQuery, SET_ASKER, valuesOf } from '@relais/platform/database/asking-query.ts';
import pg from 'pg';

export type Row = Readonly<Record<string, unknown>>;
export type Statement = { readonly name: string; readonly text: string };

const NOBODY: Asker = { role: '', sub: '', today: '', now: '', agency: '', centres: '{}' };
const SETTING = 'asked_for';

/** One connection on which the next statement does not wait for the answer of the one before; each is prepared once. */
export class Lane {
  readonly #client: pg.Client;
  readonly #prepared = new Map<string, Promise<unknown>>();

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async open(url: string): Promise<Lane> {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'limit',
      options: '-c jit=off',
      pipeline: true,
    } as pg.ClientConfig);
    await client.connect();
    await client.query({ name: SETTING, text: SET_ASKER, values: valuesOf(NOBODY) });
    return new Lane(client);
  }

  /** In one message with who asks, whom the walls of the database know then to the end of the statement. */
  async ask(asker: Asker, statement: Statement, values: readonly unknown[]): Promise<readonly Row[]> {
    const isPrepared = this.#prepared.get(statement.name);
    if (isPrepared) {
      await isPrepared;
      return this.#send(asker, statement, values);
    }
    const first = this.#send(asker, statement, values);
    this.#prepared.set(statement.name, first);
    return first;
  }

  close(): Promise<void> {
    return this.#client.end();
  }

  #send(asker: Asker, statement: Statement, values: readonly unknown[]): Promise<readonly Row[]> {
    return new Promise((resolve, reject) => {
      const query = new AskingQuery({ ...statement, values }, { setting: SETTING, asker });
      const callback = (error: unknown, result: pg.QueryResult) =>
        error ? reject(error) : resolve(result.rows);
      this.#client.query(Object.assign(query, { callback }));
    });
  }
}
