/** Waited longer than anybody should; nothing was done. */
export class NoTurn extends Error {
  constructor() {
    super('No turn came in time.');
    this.name = 'NoTurn';
  }
}

export type TurnLimits = {
  /** Under way at once, of all callers together. */
  readonly atOnce: number;
  /** Under way at once, of one caller. */
  readonly each: number;
  readonly longestWaitMs: number;
};

type Waiting = { readonly start: () => void };
type Caller = { readonly waiting: Set<Waiting>; underWay: number };

/**
 * Lets work begin in fair shares: each caller has so much under way at once, the rest waits, and whoever waits comes
 * next in turn by caller, not by request. So one who asks a thousand things delays nobody but oneself.
 */
export class Turns {
  readonly #limits: TurnLimits;
  readonly #callers = new Map<string, Caller>();
  /** Those who wait and may begin, next first. */
  readonly #next = new Set<Caller>();
  #underWay = 0;

  constructor(limits: TurnLimits) {
    this.#limits = limits;
  }

  /**
   * Runs `work` when it is the caller's turn; rejects with `NoTurn` when none came, or the caller has left. The turn goes
   * to the next when the work is done, or so long after it as `restAfter` says.
   */
  async during<Result>(
    name: string,
    gone: AbortSignal,
    work: () => Promise<Result>,
    restAfter: (workMs: number) => number = () => 0,
  ): Promise<Result> {
    const caller = this.#callers.get(name) ?? { waiting: new Set(), underWay: 0 };
    this.#callers.set(name, caller);
    try {
      await this.#turnOf(caller, gone);
    } catch (error) {
      this.#forget(name, caller);
      throw error;
    }
    const begun = performance.now();
    try {
      return await work();
    } finally {
      const restMs = restAfter(performance.now() - begun);
      // A process that ends need not wait for a rest.
      if (restMs > 0) setTimeout(() => this.#end(name, caller), restMs).unref();
      if (restMs <= 0) this.#end(name, caller);
    }
  }

  #end(name: string, caller: Caller): void {
    this.#underWay -= 1;
    caller.underWay -= 1;
    this.#queueUp(caller);
    this.#forget(name, caller);
    this.#begin();
  }

  #turnOf(caller: Caller, gone: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        gone.removeEventListener('abort', giveUp);
        caller.waiting.delete(waiting);
        if (caller.waiting.size === 0) this.#next.delete(caller);
      };
      const giveUp = () => {
        stop();
        reject(new NoTurn());
      };
      const waiting: Waiting = {
        start: () => {
          stop();
          resolve();
        },
      };
      const timer = setTimeout(giveUp, this.#limits.longestWaitMs);
      if (gone.aborted) return giveUp();
      gone.addEventListener('abort', giveUp);
      caller.waiting.add(waiting);
      this.#queueUp(caller);
      this.#begin();
    });
  }

  #queueUp(caller: Caller): void {
    if (caller.waiting.size > 0 && caller.underWay < this.#limits.each) this.#next.add(caller);
  }

  #begin(): void {
    for (const caller of this.#next) {
      if (this.#underWay >= this.#limits.atOnce) return;
      this.#next.delete(caller);
      const [first] = caller.waiting;
      if (!first) continue;
      this.#underWay += 1;
      caller.underWay += 1;
      first.start();
      this.#queueUp(caller);
    }
  }

  #forget(name: string, caller: Caller): void {
    if (caller.underWay === 0 && caller.waiting.size === 0) this.#callers.delete(name);
  }
}
