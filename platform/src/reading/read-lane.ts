import pg from 'pg';
import utils from 'pg/lib/utils.js';
import type { Asker } from '../database/asking-query.ts';
import { isStalePlan } from '../database/preparing-client.ts';
import type { Asked, Elsewhere, Row } from './asked.ts';
import { LaneConnection, type LaneSettings } from './lane-connection.ts';
import { isQuestion, SlowQuestions } from './questions.rules.ts';

/** Whoever comes while the lane is held up for so long takes a connection of the pool, as do those who wait in it behind what holds it up. */
const HELD_UP_MS = 100;
const MOST_TOGETHER = 50;
/** Of what was not its own fault: a connection that was lost, a table that changed. */
const MOST_AGAIN = 1;

const GONE = /^(08|57P0)/;

/** Whether the connection is gone, and not the statement wrong. */
const isGone = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || GONE.test(error.code ?? '');

const isStale = (error: unknown): boolean => error instanceof pg.DatabaseError && isStalePlan(error.code);

const CUT_OFF = '57014';

const isCutOff = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === CUT_OFF;

const MOST_MOMENTS = 1_000;
const moments = new Map<number, Asked['values'][number]>();

/** As `pg` writes it. One request asks of the same moments again and again. */
const encode = (value: unknown): Asked['values'][number] => {
  if (!(value instanceof Date)) return utils.prepareValue(value);
  const known = moments.get(value.getTime()) ?? utils.prepareValue(value);
  if (moments.size >= MOST_MOMENTS) moments.clear();
  moments.set(value.getTime(), known);
  return known;
};

export type ReadLaneSettings = Omit<LaneSettings, 'heldUpMs'> & { readonly patience: number };

type Group = [Asked, ...Asked[]];

type Answered = { readonly asked: Asked; readonly rows: Row[]; readonly group: readonly Asked[] };

/** Those of one person together; who is to be asked alone, alone. */
const groupsOf = (queue: readonly Asked[], isSuspect: (text: string) => boolean): Group[] => {
  const groups: Group[] = [];
  const open = new Map<Asker, Group>();
  for (const asked of queue) {
    const isAlone = asked.isAlone || isSuspect(asked.text);
    const group = isAlone ? undefined : open.get(asked.asker);
    if (group && group.length < MOST_TOGETHER) {
      group.push(asked);
      continue;
    }
    const fresh: Group = [asked];
    groups.push(fresh);
    if (!isAlone) open.set(asked.asker, fresh);
  }
  return groups;
};

/**
 * All that is read outside transactions goes one way: over a single connection, on which nobody waits for another's
 * answer. What a turn of the event loop gathers is written at once, each person's statements by themselves and under
 * their own sight (`ReadGroup`). What takes long, and whoever comes while something does, is asked through the pool.
 */
export class ReadLane {
  readonly #settings: LaneSettings;
  readonly #slow: SlowQuestions;
  readonly #heldUpMs: number;
  #queue: Asked[] = [];
  #connection: LaneConnection | undefined;
  #opening: Promise<void> | undefined;
  #isClosed = false;

  constructor({ patience, ...settings }: ReadLaneSettings) {
    this.#slow = new SlowQuestions(patience);
    this.#heldUpMs = HELD_UP_MS * patience;
    this.#settings = { ...settings, heldUpMs: this.#heldUpMs };
  }

  /** Whether this is asked here: a question that is answered soon, while nothing holds up the others. */
  takes(text: string): boolean {
    if (this.#isClosed || !isQuestion(text) || this.#slow.has(text, performance.now())) return false;
    return (this.#connection?.heldForMs() ?? 0) < this.#heldUpMs;
  }

  /** `elsewhere` asks the same by another way, should others hold it up here. */
  ask(asker: Asker, text: string, values: readonly unknown[] = [], elsewhere?: Elsewhere): Promise<Row[]> {
    return new Promise((answer, refuse) => {
      const asked = { asker, text, values: values.map(encode), elsewhere, answer, refuse };
      this.#enqueue({ ...asked, isAlone: false, again: 0, isOvertaken: false });
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#opening;
    await this.#connection?.close();
  }

  #enqueue(asked: Asked): void {
    this.#queue.push(asked);
    if (this.#queue.length === 1) setImmediate(() => this.#sendOut());
  }

  #sendOut(): void {
    const connection = this.#connection;
    if (!connection) {
      this.#opening ??= this.#open();
      return;
    }
    const queue = this.#queue;
    this.#queue = [];
    connection.send(groupsOf(queue, (text) => this.#slow.isSuspect(text)));
  }

  async #open(): Promise<void> {
    try {
      if (this.#isClosed) throw new Error('The connection was ended.');
      const connection: LaneConnection = await LaneConnection.open(this.#settings, {
        answered: (asked, rows, group) => this.#answered(connection, { asked, rows, group }),
        failed: (error, failing, unasked) => this.#failed(connection, { error, failing, unasked }),
        heldUp: (behind) => this.#overtake(behind),
        lost: () => this.#lost(connection),
      });
      this.#connection = connection;
      this.#opening = undefined;
      this.#sendOut();
    } catch (error) {
      this.#opening = undefined;
      const queue = this.#queue;
      this.#queue = [];
      for (const asked of queue) asked.refuse(error);
    }
  }

  #answered(connection: LaneConnection, { asked, rows, group }: Answered): void {
    const texts = group.map(({ text }) => text);
    this.#slow.note(texts, connection.heldForMs(), performance.now());
    asked.answer(rows);
  }

  #failed(
    connection: LaneConnection,
    { error, failing, unasked }: { error: unknown; failing: Asked | undefined; unasked: readonly Asked[] },
  ): void {
    if (isGone(error)) this.#lost(connection);
    if (isStale(error)) connection.statements.forgetAll();
    if (failing) this.#failedItself(failing, error, connection);
    const isOfAll = isGone(error) || !failing;
    for (const asked of unasked) {
      if (!isOfAll) this.#askAlone(asked);
      if (isOfAll) this.#refuseOrAskAgain(asked, error, connection);
    }
  }

  #failedItself(failing: Asked, error: unknown, connection: LaneConnection): void {
    if (isCutOff(error)) this.#slow.cutOff(failing.text, performance.now());
    this.#refuseOrAskAgain(failing, error, connection);
  }

  #overtake(behind: readonly Asked[]): void {
    for (const asked of behind) {
      if (asked.isOvertaken || !asked.elsewhere) continue;
      asked.isOvertaken = true;
      asked.elsewhere().then(asked.answer, asked.refuse);
    }
  }

  /** What failed for no fault of its own is asked once more. */
  #refuseOrAskAgain(asked: Asked, error: unknown, { isSilent }: LaneConnection): void {
    if (asked.isOvertaken) return;
    const isOthersFault = isGone(error) || isStale(error);
    if (!isOthersFault || isSilent || this.#isClosed || asked.again >= MOST_AGAIN) {
      asked.refuse(error);
      return;
    }
    asked.again += 1;
    this.#askAlone(asked);
  }

  #askAlone(asked: Asked): void {
    if (asked.isOvertaken) return;
    asked.isAlone = true;
    this.#enqueue(asked);
  }

  #lost(connection: LaneConnection): void {
    if (this.#connection === connection) this.#connection = undefined;
  }
}
