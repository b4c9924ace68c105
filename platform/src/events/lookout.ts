import { Rounds } from '../rounds.ts';

/** Between two looks: while something is known to be pending, and while nothing is. */
const BUSY_MS = 1_000;
const IDLE_MS = 3_000;

/** Looks again and again, one look after the other, and seldom while there is nothing: an idle agency costs next to nothing. */
export class Lookout {
  readonly #looks: Rounds;
  #isBusy = true;

  /** `look` answers whether something is pending still. A database that is away is told elsewhere. */
  constructor(look: () => Promise<boolean>) {
    this.#looks = new Rounds(async () => {
      this.#isBusy = true;
      this.#isBusy = await look().catch(() => true);
      return this.#isBusy ? BUSY_MS : IDLE_MS;
    });
  }

  begin(): void {
    this.#looks.nextIn(BUSY_MS);
  }

  /** Something was kept for later: the next look comes soon. */
  soon(): void {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#looks.nextIn(BUSY_MS);
  }

  close(): Promise<void> {
    return this.#looks.close();
  }
}
