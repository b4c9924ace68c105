/** What heals by itself within seconds is nobody's concern: a busy machine, a restart, a cut connection. */
const TOLD_AFTER_MS = 5_000;

/** An outage that mostly passes by itself: it is told once, and only when it has lasted; its end only when it was told. */
export class PassingOutage {
  readonly #clock: () => number;
  #since: number | undefined;
  #isTold = false;

  constructor(clock: () => number = Date.now) {
    this.#clock = clock;
  }

  get isOn(): boolean {
    return this.#since !== undefined;
  }

  /** Notes that it is (still) there. */
  lasts(tell: () => void): void {
    this.#since ??= this.#clock();
    if (this.#isTold || this.#clock() - this.#since < TOLD_AFTER_MS) return;
    this.#isTold = true;
    tell();
  }

  /** Notes that it is over. */
  ends(tell: () => void): void {
    if (this.#isTold) tell();
    this.#since = undefined;
    this.#isTold = false;
  }
}
