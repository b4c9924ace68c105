import pg from 'pg';
import type { Asked, Row } from './asked.ts';
import { PreparedStatements } from './prepared-statements.ts';
import { type GroupHearer, ReadGroup } from './read-group.ts';

/** How the one connection is opened. */
export type LaneSettings = {
  readonly url: string;
  readonly applicationName: string;
  readonly connectWithinMs: number;
  readonly statementMs: number;
  readonly lockMs: number;
  /** A server that says nothing for so long is taken for gone. */
  readonly silentMs: number;
  /** Whoever waits behind others who get no answer for so long need not wait for them. */
  readonly heldUpMs: number;
};

type Stream = { cork(): void; uncork(): void; destroy(error?: Error): void };
type Internals = { readonly connection: { readonly stream: Stream } };

const streamOf = (client: pg.Client): Stream => (client as unknown as Internals).connection.stream;

type ConnectionHearer = Pick<GroupHearer, 'failed'> & {
  /** One was answered, and what went together with it. */
  answered(asked: Asked, rows: Row[], group: readonly Asked[]): void;
  /** These wait behind others who have been getting no answer for too long. */
  heldUp(behind: readonly Asked[]): void;
  lost(): void;
};

const configOf = (settings: LaneSettings): pg.ClientConfig & { readonly pipeline: true } => ({
  connectionString: settings.url,
  application_name: `${settings.applicationName} reading`,
  connectionTimeoutMillis: settings.connectWithinMs,
  statement_timeout: settings.statementMs,
  lock_timeout: settings.lockMs,
  keepAlive: true,
  // Whoever took a change for a question is refused by the database itself.
  options: '-c jit=off -c default_transaction_read_only=on',
  pipeline: true,
});

/** A connection on which questions follow each other without waiting for answers, each person's by themselves. */
export class LaneConnection {
  readonly #client: pg.Client;
  readonly #hearer: ConnectionHearer;
  readonly #silence: NodeJS.Timeout;
  readonly #heldUpMs: number;
  readonly #held: NodeJS.Timeout | undefined;
  /** What was sent and not answered to its end, in the order in which it is answered. */
  readonly #groups: (readonly Asked[])[] = [];
  readonly statements = new PreparedStatements();
  #waiting = 0;
  #progress = performance.now();
  #isSilent = false;

  private constructor(client: pg.Client, { silentMs, heldUpMs }: LaneSettings, hearer: ConnectionHearer) {
    this.#client = client;
    this.#hearer = hearer;
    this.#silence = setTimeout(() => this.#giveUp(), silentMs).unref();
    this.#heldUpMs = heldUpMs;
    // An answer may be there already that a busy process has not read yet.
    const look = () => {
      const before = this.#progress;
      setImmediate(() => before === this.#progress && this.#overtake());
    };
    this.#held = Number.isFinite(heldUpMs) ? setTimeout(look, heldUpMs).unref() : undefined;
    client.on('end', () => this.#end());
  }

  static async open(settings: LaneSettings, hearer: ConnectionHearer): Promise<LaneConnection> {
    const client = new pg.Client(configOf(settings));
    client.on('error', () => undefined);
    await client.connect();
    return new LaneConnection(client, settings, hearer);
  }

  /** For how long nothing has been answered that is waited for. */
  heldForMs(): number {
    return this.#waiting === 0 ? 0 : performance.now() - this.#progress;
  }

  /** Whether it was given up because the server answered nothing at all. */
  get isSilent(): boolean {
    return this.#isSilent;
  }

  /** Sends the statements of each person in one write. */
  send(groups: readonly (readonly [Asked, ...Asked[]])[]): void {
    if (this.#waiting === 0) this.#proceed();
    const stream = streamOf(this.#client);
    stream.cork();
    for (const asked of groups) {
      this.#waiting += asked.length;
      this.#groups.push(asked);
      this.#client.query(new ReadGroup(asked, this.statements, this.#counting(asked)) as never);
    }
    stream.uncork();
    if (this.heldForMs() >= this.#heldUpMs) this.#overtake();
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  #counting(asked: readonly Asked[]): GroupHearer {
    let left = asked.length;
    return {
      answered: (each, rows) => {
        this.#hearer.answered(each, rows, asked);
        left -= 1;
        this.#waiting -= 1;
        if (left === 0) this.#done(asked);
        this.#proceed();
      },
      failed: (...how) => {
        this.#waiting -= left;
        this.#done(asked);
        this.#hearer.failed(...how);
        this.#proceed();
      },
    };
  }

  #done(asked: readonly Asked[]): void {
    if (this.#groups[0] === asked) this.#groups.shift();
  }

  #proceed(): void {
    this.#progress = performance.now();
    this.#silence.refresh();
    this.#held?.refresh();
  }

  /** The first wait for what is their own; those behind them do not. */
  #overtake(): void {
    const behind = this.#groups.slice(1).flat();
    if (behind.length > 0) this.#hearer.heldUp(behind);
  }

  #giveUp(): void {
    if (this.#waiting === 0) return;
    this.#isSilent = true;
    streamOf(this.#client).destroy(new Error('Query read timeout'));
  }

  #end(): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#held);
    this.#hearer.lost();
  }
}
