import {
  type Ending,
  isOfEnded,
  keyOf,
  keysOf,
  type SessionClaims,
} from '@relais/platform/auth/ended-sessions.rules.ts';
import { withinTime } from './time-limit.ts';

/** By the agency: has it take note that sessions have ended. */
export type EndingsOf = Readonly<Record<string, (ending: Ending) => Promise<void>>>;

const LONGEST_WAIT_MS = 2_000;

/**
 * Ends sessions at all agencies at once. One that does not confirm is not asked on behalf of this person until it has: it
 * is told again when something is wanted of it. Should this gateway end before, the other agencies tell it by an event.
 */
export class Endings {
  readonly #agencies: EndingsOf;
  readonly #unconfirmed = new Map<string, Map<string, Ending>>();
  readonly #ended = new Map<string, number>();

  constructor(agencies: EndingsOf = {}) {
    this.#agencies = agencies;
  }

  /** Answers the agencies that did not confirm. */
  async end(ending: Ending): Promise<string[]> {
    const key = keyOf(ending.kind, ending.name);
    this.#ended.set(key, Math.max(ending.since.getTime(), this.#ended.get(key) ?? 0));
    const names = Object.keys(this.#agencies);
    const confirmed = await Promise.all(names.map((name) => this.#tell(name, ending)));
    return names.filter((_, index) => !confirmed[index]);
  }

  /** Whether this gateway itself has ended the session that a token is of. */
  isEnded(claims: SessionClaims): boolean {
    return keysOf(claims).some((key) => isOfEnded(claims, this.#ended.get(key) ?? -1));
  }

  /** Whether the agency refuses by itself what has ended, so that it may be asked on behalf of this person. */
  async mayAsk(name: string, claims: SessionClaims): Promise<boolean> {
    const waiting = this.#unconfirmed.get(name);
    if (!waiting?.size) return true;
    const endings = keysOf(claims).flatMap((key) => waiting.get(key) ?? []);
    const confirmed = await Promise.all(endings.map((ending) => this.#tell(name, ending)));
    return confirmed.every(Boolean);
  }

  async #tell(name: string, ending: Ending): Promise<boolean> {
    const waiting = this.#unconfirmed.get(name) ?? new Map<string, Ending>();
    this.#unconfirmed.set(name, waiting);
    const key = keyOf(ending.kind, ending.name);
    try {
      await withinTime(LONGEST_WAIT_MS, async () => this.#agencies[name]?.(ending));
      if (waiting.get(key) === ending) waiting.delete(key);
      return true;
    } catch {
      waiting.set(key, ending);
      return false;
    }
  }
}
