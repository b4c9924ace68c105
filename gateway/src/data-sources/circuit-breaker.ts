const MOST_FAILURES_IN_A_ROW = 5;
const OPEN_FOR_MS = 3_000;
/** Whose questions, and which, must take too long before it is the agency and not the question. */
const SEVERAL_PEOPLE = 3;
const SEVERAL_OPERATIONS = 2;

/**
 * How a question ended. `BROKEN`: the connection broke, or the database said itself that it cannot work. `LATE`: it
 * took too long, which may be the question's own fault.
 */
export type Outcome = 'ANSWERED' | 'BROKEN' | 'LATE';

/** Who asked what, apart from the values: what tells one person's heavy question from an agency that is slow. */
export type Asked = { readonly person: string; readonly operation: string };

export type CircuitBreaker = {
  /** Whether the subgraph may be asked now; after a pause exactly one question may try again. */
  mayAsk(): boolean;
  report(outcome: Outcome, asked: Asked): void;
};

type State = { readonly kind: 'closed' } | { readonly kind: 'open' | 'probing'; readonly until: number };

/** Failures since the last answer. */
class Failures {
  #broken = 0;
  #late = 0;
  readonly #people = new Set<string>();
  readonly #operations = new Set<string>();

  clear(): void {
    this.#broken = 0;
    this.#late = 0;
    this.#people.clear();
    this.#operations.clear();
  }

  add(outcome: Exclude<Outcome, 'ANSWERED'>, { person, operation }: Asked): void {
    if (outcome === 'BROKEN') this.#broken += 1;
    if (outcome === 'BROKEN') return;
    this.#late += 1;
    if (this.#people.size < SEVERAL_PEOPLE) this.#people.add(person);
    if (this.#operations.size < SEVERAL_OPERATIONS) this.#operations.add(operation);
  }

  /** The question that tried again was perhaps a heavy one: it neither opens nor closes, the next failure does. */
  forgiveOne(): void {
    this.#broken = Math.min(this.#broken, MOST_FAILURES_IN_A_ROW - 1);
  }

  /** One person's slow questions count for nothing, however many: anybody could take an agency from all others. */
  areTooMany(): boolean {
    const areOfSeveral = this.#people.size >= SEVERAL_PEOPLE && this.#operations.size >= SEVERAL_OPERATIONS;
    return this.#broken + (areOfSeveral ? this.#late : 0) >= MOST_FAILURES_IN_A_ROW;
  }
}

/** Stops asking a subgraph that failed several times in a row, so that nobody waits for it. */
export const createCircuitBreaker = (clock: () => number = Date.now): CircuitBreaker => {
  const failures = new Failures();
  let state: State = { kind: 'closed' };
  return {
    mayAsk() {
      if (state.kind === 'closed') return true;
      if (clock() < state.until) return false;
      // A probe that never reports back is replaced after the same pause.
      state = { kind: 'probing', until: clock() + OPEN_FOR_MS };
      return true;
    },
    report(outcome, asked) {
      if (outcome === 'ANSWERED') {
        failures.clear();
        state = { kind: 'closed' };
        return;
      }
      failures.add(outcome, asked);
      const isUndecided = state.kind === 'probing' && outcome === 'LATE';
      if (isUndecided) failures.forgiveOne();
      if (isUndecided) state = { kind: 'closed' };
      if (failures.areTooMany()) state = { kind: 'open', until: clock() + OPEN_FOR_MS };
    },
  };
};
