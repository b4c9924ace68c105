import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { instant, rowOf, rowsOf } from '../database/rows.ts';
import { endedWithin } from '../ended-within.ts';
import { RelaisError } from '../errors.ts';
import type { MaybePromise } from '../maybe-promise.ts';
import { ENDED_CHANNEL, sentEnding } from './end-sessions.ts';
import { type Ending, isOfEnded, keyOf, keysOf, type SessionClaims } from './ended-sessions.rules.ts';

const AGAIN_MS = 1_000;
/** A connection may be gone without a word: after so long it is asked whether it still hears, beside whoever asks something. */
const HEARS_FOR_MS = 2_000;
/** After so long they wait for its answer; nobody waits longer than this for one that is gone. */
const HEARD_FOR_MS = 4_000;
const PATIENCE_MS = 300;
const SILENT_SERVER_MS = 5_000;
const END_MS = 500;

const EndedRow = rowOf({ key: [`kind || ':' || name`, z.string()], since: ['since', instant] });

const ALL_ENDED = `select ${EndedRow.columns} from ended_sessions`;
const ENDED_OF = `select ${EndedRow.columns} from ended_sessions where kind || ':' || name = any($1)`;
/** No token and no session of a sign-in service is that old. */
const FORGET = "delete from ended_sessions where since < now() - interval '400 days'";

/** The session was ended, here or elsewhere; another token of the same person opens what it opened. */
export class SessionEnded extends RelaisError {
  constructor() {
    super('UNAUTHENTICATED', 'The session was ended: sign in again.', {
      sentences: {
        fr: 'Votre session est terminée : connectez-vous à nouveau.',
        en: 'Your session has ended: sign in again.',
      },
    });
    this.name = 'SessionEnded';
  }
}

/**
 * Whose sessions were ended, in the memory of each process: asking costs no statement, although every request asks. The
 * database tells all processes of an agency at the commit; one that cannot hear it asks the database each time.
 */
export class EndedSessions {
  readonly #db: Pick<Database, 'query'>;
  readonly #databaseUrl: string;
  readonly #since = new Map<string, number>();
  #client: pg.Client | undefined;
  #isHearing = false;
  /** Until when nothing was missed, by the clock of the process. */
  #heardAt = 0;
  #proving: Promise<void> | undefined;
  #isClosed = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(db: Pick<Database, 'query'>, databaseUrl: string) {
    this.#db = db;
    this.#databaseUrl = databaseUrl;
  }

  /** Begins to listen; where it cannot, it goes on trying. */
  async open(): Promise<void> {
    await this.#db.query(FORGET).catch(() => undefined);
    await this.#listen();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    if (this.#client) await endedWithin(END_MS, this.#client.end());
  }

  /** What was committed just now by this process itself. */
  add({ kind, name, since }: Ending): void {
    this.#note(keyOf(kind, name), since.getTime());
  }

  async refuseEnded(claims: SessionClaims): Promise<void> {
    const keys = keysOf(claims);
    const hears = this.#hears();
    if (hears !== true && !(await hears)) await this.#read(ENDED_OF, [keys]);
    if (keys.some((key) => isOfEnded(claims, this.#since.get(key) ?? -1))) throw new SessionEnded();
  }

  /** Whether nothing was missed. Nobody looks while nobody asks: an idle agency costs next to nothing. */
  #hears(): MaybePromise<boolean> {
    const client = this.#client;
    if (!this.#isHearing || !client) return false;
    const silentMs = performance.now() - this.#heardAt;
    if (silentMs < HEARS_FOR_MS) return true;
    this.#proving ??= this.#makeSure(client).finally(() => {
      this.#proving = undefined;
    });
    if (silentMs < HEARD_FOR_MS) return true;
    const proved = this.#proving.then(() => this.#isHearing);
    return Promise.race([proved, wait(PATIENCE_MS, false, { ref: false })]);
  }

  #note(key: string, since: number): void {
    this.#since.set(key, Math.max(since, this.#since.get(key) ?? 0));
  }

  async #read(query: string, parameters: unknown[] = []): Promise<void> {
    for (const { key, since } of await rowsOf(this.#db, EndedRow, query, parameters))
      this.#note(key, since.getTime());
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#databaseUrl,
      application_name: 'relais sessions',
      query_timeout: SILENT_SERVER_MS,
      connectionTimeoutMillis: SILENT_SERVER_MS,
      keepAlive: true,
    });
    client.on('error', () => this.#wentDeaf(client));
    client.on('end', () => this.#wentDeaf(client));
    client.on('notification', ({ payload = '' }) => this.add(sentEnding.parse(JSON.parse(payload))));
    this.#client = client;
    try {
      await client.connect();
      await client.query(`listen ${ENDED_CHANNEL}`);
      this.#heardAt = performance.now();
      // What was ended before it listened; what is ended meanwhile it hears of.
      await this.#read(ALL_ENDED);
      this.#isHearing = true;
    } catch {
      this.#wentDeaf(client);
    }
  }

  /** What it was to hear by now comes before the answer. */
  async #makeSure(client: pg.Client): Promise<void> {
    const askedAt = performance.now();
    try {
      await client.query('select 1');
      this.#heardAt = askedAt;
    } catch {
      this.#wentDeaf(client);
    }
  }

  #wentDeaf(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#isHearing = false;
    this.#client = undefined;
    client.end().catch(() => undefined);
    this.#after(AGAIN_MS, () => this.#listen());
  }

  #after(ms: number, work: () => Promise<void>): void {
    clearTimeout(this.#timer);
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => void work(), ms);
    this.#timer.unref();
  }
}
