import { withinTime } from '../data-sources/time-limit.ts';
import type { ChangesOf } from './agency-changes.ts';

/** How often agencies are asked whether anything changed, while somebody listens. */
const PULSE_MS = 2_000;
const LONGEST_WAIT_MS = 1_500;
/** The more listen, the seldomer: an agency is asked forty times a second at most, however much changes. */
const REST_FOR_EACH_MS = 25;

/** That an agency has something new, or does not answer. */
export type Beat = { readonly agency: string; readonly isAway: boolean };
type Listener = (beat: Beat) => void;

/**
 * Asks each agency whether anything changed, once for all who listen, and nothing while nobody does. Only when it did is it
 * asked for each of them.
 */
export class Pulse {
  readonly #agencies: ChangesOf;
  readonly #everyMs: number;
  readonly #listeners = new Set<Listener>();
  readonly #newest = new Map<string, string | 'AWAY'>();
  #timer: NodeJS.Timeout | undefined;

  constructor(agencies: ChangesOf, everyMs = PULSE_MS) {
    this.#agencies = agencies;
    this.#everyMs = everyMs;
  }

  /** Answers how to stop listening. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#wait();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearTimeout(this.#timer);
      this.#newest.clear();
    };
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const restMs = this.#listeners.size * REST_FOR_EACH_MS;
    this.#timer = setTimeout(() => void this.#beat(), this.#everyMs + restMs);
    this.#timer.unref();
  }

  async #beat(): Promise<void> {
    await Promise.all(Object.keys(this.#agencies).map((agency) => this.#look(agency)));
    if (this.#listeners.size > 0) this.#wait();
  }

  async #look(agency: string): Promise<void> {
    const newest = await withinTime(LONGEST_WAIT_MS, async () =>
      this.#agencies[agency]?.newestChange(),
    ).catch(() => 'AWAY');
    if (newest === undefined || newest === this.#newest.get(agency)) return;
    this.#newest.set(agency, newest);
    for (const listener of this.#listeners) listener({ agency, isAway: newest === 'AWAY' });
  }
}
