const MOST_FAILURES_IN_A_ROW = 5;
const OPEN_FOR_MS = 3_000;

type State =
  | { readonly kind: 'closed'; readonly failures: number }
  | { readonly kind: 'open'; readonly until: number }
  | { readonly kind: 'probing'; readonly until: number };

export type CircuitBreaker = {
  /** Whether the subgraph may be asked now; after a pause exactly one question may try again. */
  mayAsk(): boolean;
  report(answered: boolean): void;
};

/** Stops asking a subgraph that failed several times in a row, so that nobody waits for it. */
export const createCircuitBreaker = (clock: () => number = Date.now): CircuitBreaker => {
  let state: State = { kind: 'closed', failures: 0 };
  return {
    mayAsk() {
      if (state.kind === 'closed') return true;
      if (clock() < state.until) return false;
      // A probe that never reports back is replaced after the same pause.
      state = { kind: 'probing', until: clock() + OPEN_FOR_MS };
      return true;
    },
    report(answered) {
      if (answered) {
        state = { kind: 'closed', failures: 0 };
        return;
      }
      const failures = state.kind === 'closed' ? state.failures + 1 : MOST_FAILURES_IN_A_ROW;
      const isBroken = failures >= MOST_FAILURES_IN_A_ROW;
      state = isBroken ? { kind: 'open', until: clock() + OPEN_FOR_MS } : { kind: 'closed', failures };
    },
  };
};
