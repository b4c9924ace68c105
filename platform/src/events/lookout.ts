/** Between two looks: while something is known to be pending, and while nothing is. */
const BUSY_MS = 1_000;
const IDLE_MS = 3_000;

/** Looks again and again, one look after the other, and seldom while there is nothing: an idle agency costs next to nothing. */
export class Lookout {
  readonly #look: () => Promise<boolean>;
  #timer: NodeJS.Timeout | undefined;
  #isBusy = true;
  #isClosed = false;

  /** `look` answers whether something is pending still. */
  constructor(look: () => Promise<boolean>) {
    this.#look = look;
  }

  begin(): void {
    this.#lookIn(BUSY_MS);
  }

  /** Something was kept for later: the next look comes soon. */
  soon(): void {
    if (this.#isBusy) return;
    this.#isBusy = true;
    clearTimeout(this.#timer);
    this.#lookIn(BUSY_MS);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #lookIn(ms: number): void {
    if (!this.#isClosed) this.#timer = setTimeout(() => void this.#lookAndRest(), ms);
  }

  /** A database that is away is told elsewhere. */
  async #lookAndRest(): Promise<void> {
    this.#isBusy = true;
    this.#isBusy = await this.#look().catch(() => true);
    this.#lookIn(this.#isBusy ? BUSY_MS : IDLE_MS);
  }
}
