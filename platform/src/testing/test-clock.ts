/**
 * When a test happens unless it says otherwise: no test may depend on the day it runs on. A Monday morning, three weeks
 * without a public holiday, a change of clocks or the end of a quarter.
 */
export const MONDAY = new Date('2026-03-02T10:00:00+01:00');

/** The clock of a test, which only the test moves. */
export const testClock = (start: Date = MONDAY) => {
  let now = start;
  return {
    now: (): Date => now,
    /** Moves the clock of the requests that follow. */
    setNow(instant: Date): void {
      now = instant;
    },
  };
};
