import { Pool } from 'undici';
import type { Contender } from '../contenders/contender.ts';
import type { Question } from '../workloads/question.ts';

export type Heard = { readonly status: number; readonly text: string };

/** A client of one contender, with as many connections as it has questions open. */
export class Asker {
  readonly #contender: Contender;
  readonly #pool: Pool;

  constructor(contender: Contender, connections: number) {
    this.#contender = contender;
    this.#pool = new Pool(contender.url, { connections, pipelining: 1 });
  }

  async ask(question: Question, token: string): Promise<Heard> {
    const asked = this.#contender.ask(question);
    if (!asked) throw new Error(`${this.#contender.name} does not answer ${question.workload}.`);
    const { method, path, body } = asked;
    const headers = {
      authorization: `Bearer ${question.token ?? token}`,
      ...(body && { 'content-type': 'application/json' }),
    };
    const response = await this.#pool.request({ method, path, headers, ...(body && { body }) });
    return { status: response.statusCode, text: await response.body.text() };
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
