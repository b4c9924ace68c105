/** So few take no longer than what anybody else does between two looks; when nothing else is done, the next look comes at once. */
const IN_ONE_TURN = 4;
/** Beyond so many nobody waits: as if it were not there, rather than a queue without end. */
const MOST_WAITING = 5_000;

type Pass = () => void;

/**
 * Lets so many requests in between two looks at the network; the rest wait for the next, in turn by whoever sends them. A thousand that
 * come at once, each refused in a fraction of a millisecond, would be refused one after the other before anybody else is heard.
 */
export class Turnstile {
  readonly #waiting = new Map<string, Pass[]>();
  #inQueue = 0;
  #passed = 0;
  #isLooking = false;

  pass(sender: string): Promise<void> | undefined {
    this.#look();
    const isFree = this.#inQueue === 0 && this.#passed < IN_ONE_TURN;
    if (isFree || this.#inQueue >= MOST_WAITING) {
      this.#passed += 1;
      return undefined;
    }
    return new Promise((resolve) => {
      const own = this.#waiting.get(sender) ?? [];
      own.push(resolve);
      this.#waiting.set(sender, own);
      this.#inQueue += 1;
    });
  }

  #look(): void {
    if (this.#isLooking) return;
    this.#isLooking = true;
    setImmediate(() => this.#nextTurn());
  }

  #nextTurn(): void {
    this.#isLooking = false;
    this.#passed = 0;
    while (this.#passed < IN_ONE_TURN && this.#inQueue > 0) this.#letInNext();
    if (this.#passed > 0) this.#look();
  }

  #letInNext(): void {
    const [[sender, own] = []] = this.#waiting;
    if (sender === undefined || !own) return;
    this.#waiting.delete(sender);
    const first = own.shift();
    // Whoever has more comes after those who have had none.
    if (own.length > 0) this.#waiting.set(sender, own);
    this.#inQueue -= 1;
    this.#passed += 1;
    first?.();
  }
}
