import { TokenRefused } from '@relais/platform/auth/tokens.ts';
import type { ChangesFound } from '@relais/platform/changes/changes.ts';
import { codeOf } from '@relais/platform/graphql/faults.ts';
import { GraphQLError } from 'graphql';
import { eventIdOf, type Position } from './position.ts';
import type { Beat } from './pulse.ts';

/** What a stream is told by. */
export type Telling = {
  readonly agencies: readonly string[];
  /** From where it goes on; `STALE` where that is not known any more. */
  readonly from: Position | 'STALE' | null;
  /** What changed at an agency, in its turn. */
  readonly ask: (agency: string, since: string | null) => Promise<ChangesFound>;
  readonly write: (text: string) => void;
  readonly end: () => void;
};

type Said = { readonly event: string; readonly data: object };

const isTurnedAway = (error: unknown): boolean =>
  error instanceof TokenRefused || (error instanceof GraphQLError && codeOf(error) === 'UNAUTHENTICATED');

/** The stream of one screen: asks an agency at a time once, goes on from where it was, and says which agency is away. */
export class ChangeStream {
  readonly #telling: Telling;
  readonly #positions = new Map<string, string>();
  readonly #away = new Set<string>();
  /** Of each agency that is being asked, whether it is to be asked again after that. */
  readonly #asking = new Map<string, boolean>();
  #hasEnded = false;

  constructor(telling: Telling) {
    this.#telling = telling;
  }

  /** Says where it begins, and what changed since it broke off. */
  async open(): Promise<void> {
    const { from, agencies } = this.#telling;
    const known = from === null || from === 'STALE' ? {} : from.agencies;
    for (const [agency, position] of Object.entries(known)) this.#positions.set(agency, position);
    if (from === 'STALE') this.#say({ event: 'reset', data: {} });
    await Promise.all(agencies.map((agency) => this.#askOnce(agency)));
    // Also without a change: whoever breaks off goes on from here.
    this.#say({ event: 'open', data: { away: [...this.#away] } });
  }

  hear({ agency, isAway }: Beat): void {
    if (isAway) this.#wentAway(agency);
    if (!isAway) void this.#askOnce(agency);
  }

  /** Asks those anew that did not answer. */
  retry(): void {
    for (const agency of this.#away) void this.#askOnce(agency);
  }

  end(): void {
    this.#hasEnded = true;
  }

  /** Whose session has ended hears no more. */
  #leave(): void {
    this.end();
    this.#telling.end();
  }

  #say({ event, data }: Said): void {
    if (this.#hasEnded) return;
    const id = eventIdOf({ at: Date.now(), agencies: Object.fromEntries(this.#positions) });
    this.#telling.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  #wentAway(agency: string): void {
    if (this.#away.has(agency)) return;
    this.#away.add(agency);
    this.#say({ event: 'away', data: { away: [...this.#away] } });
  }

  async #askOnce(agency: string): Promise<void> {
    if (this.#asking.has(agency)) {
      this.#asking.set(agency, true);
      return;
    }
    this.#asking.set(agency, false);
    await this.#ask(agency);
    const isWanted = this.#asking.get(agency);
    this.#asking.delete(agency);
    if (isWanted && !this.#hasEnded) await this.#askOnce(agency);
  }

  async #ask(agency: string): Promise<void> {
    try {
      this.#tell(agency, await this.#telling.ask(agency, this.#positions.get(agency) ?? null));
    } catch (error) {
      if (isTurnedAway(error)) this.#leave();
      this.#wentAway(agency);
    }
  }

  #tell(agency: string, { position, isReset, changes }: ChangesFound): void {
    const isBack = this.#away.delete(agency);
    const events: Said[] = [
      ...(isBack ? [{ event: 'back', data: { away: [...this.#away] } }] : []),
      ...(isReset ? [{ event: 'reset', data: { agency } }] : []),
      ...changes.map((change) => ({ event: 'changed', data: { agency, ...change } })),
    ];
    const last = events.pop();
    for (const each of events) this.#say(each);
    // Whoever breaks off before the last of them is told them again.
    this.#positions.set(agency, position);
    if (last) this.#say(last);
  }
}
