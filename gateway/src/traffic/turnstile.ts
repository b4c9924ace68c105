/** As many as may come all at once without anybody feeling it. */
const IN_ONE_TURN = 16;

type Pass = () => void;

/**
 * Lets so many requests in between two looks at the network; the rest wait for the next, in turn by whoever sends them. A thousand that
 * come at once, each refused in a fraction of a millisecond, would be refused one after the other before anybody else is heard.
 */
export class Turnstile {
  readonly #waiting = new Map<string, Pass[]>();
  #passed = 0;
  #isLooking = false;

  /** `sender`: whatever tells one from the other before it is known who they are. */
  pass(sender: string): Promise<void> | undefined {
    this.#look();
    if (this.#waiting.size === 0 && this.#passed < IN_ONE_TURN) {
      this.#passed += 1;
      return undefined;
    }
    return new Promise((resolve) => {
      const own = this.#waiting.get(sender) ?? [];
      own.push(resolve);
      this.#waiting.set(sender, own);
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
    while (this.#passed < IN_ONE_TURN && this.#waiting.size > 0) this.#letInOneOfEach();
    if (this.#passed > 0) this.#look();
  }

  #letInOneOfEach(): void {
    for (const [sender, own] of [...this.#waiting].slice(0, IN_ONE_TURN - this.#passed)) {
      this.#waiting.delete(sender);
      const first = own.shift();
      // Whoever has more comes after those who have had none.
      if (own.length > 0) this.#waiting.set(sender, own);
      this.#passed += 1;
      first?.();
    }
  }
}
