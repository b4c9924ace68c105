import { endedWithin } from './ended-within.ts';

/** For the round under way at the end; what it changed is undone when its connection ends. */
const CLOSE_MS = 4_000;

/** Does something again and again, one round after the other. Closing begins no other, and waits for the one under way. */
export class Rounds {
  readonly #round: () => Promise<number>;
  #timer: NodeJS.Timeout | undefined;
  #underWay: Promise<void> | undefined;
  #isClosed = false;

  /** `round` answers in how many milliseconds the next one begins. It may not fail. */
  constructor(round: () => Promise<number>) {
    this.#round = round;
  }

  /** The next one begins then, and not when it was to begin before; nothing changes for the one under way. */
  nextIn(ms: number): void {
    clearTimeout(this.#timer);
    if (this.#isClosed || this.#underWay) return;
    this.#timer = setTimeout(() => {
      this.#underWay = this.#goOn();
    }, ms);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    if (this.#underWay) await endedWithin(CLOSE_MS, this.#underWay);
  }

  async #goOn(): Promise<void> {
    const restMs = await this.#round();
    this.#underWay = undefined;
    this.nextIn(restMs);
  }
}
