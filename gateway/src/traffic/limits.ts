import { questionsAtOnce } from '@relais/platform/database/pool-limits.ts';

/**
 * How much one caller, and everybody together, may have under way in this process. Waiting comes before refusing: only
 * what goes beyond these is turned away (docs/decisions/0019-fair-shares-of-a-gateway.md).
 */
export const traffic = {
  /** From the token to the last byte of the answer. */
  arrivals: { all: 500, each: 100 },
  /** People together get as many turns as an agency's connections carry; a person has two tabs open and no more at work. */
  people: { atOnce: questionsAtOnce, each: 2, longestWaitMs: 10_000 },
  /**
   * Machines never sleep: they share a lane of their own, one after the other, and it rests as long as it worked while
   * people ask, so that no desk waits for them.
   */
  machines: { atOnce: 1, each: 1, longestWaitMs: 20_000 },
  /** Tokens not seen before that are verified at once; of one address, for that is all one knows of them. */
  signIns: { atOnce: 8, each: 2, longestWaitMs: 5_000 },
  /** What one caller may ask in a minute, counted as the objects of the answers; twenty times the dearest question. */
  points: { points: 1_000_000, duration: 60 },
  /** Whoever asked that much in the minute goes on in the lane of the machines: twice the dearest question. */
  bigReaderPoints: 100_000,
  /** A question costs as much as so many objects before it is counted. */
  pointsOfRequest: 10,
  /**
   * Mean delay of so long a while: one stand-still must not turn everybody away, and work that stands still all the time
   * does not get done by taking more.
   */
  eventLoopDelayMs: 1_000,
  eventLoopWhileMs: 5_000,
} as const;
