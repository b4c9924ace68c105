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
  /** Questions of people that ask for much: one after the other, so that those of a desk are answered in between. */
  heavy: { atOnce: 1, each: 1, longestWaitMs: 20_000 },
  /** Machines never sleep: they share a lane of their own, one after the other. */
  machines: { atOnce: 1, each: 1, longestWaitMs: 20_000 },
  /** Both go on one at a time, in turn by lane. */
  aside: { atOnce: 1, each: 1, longestWaitMs: 20_000 },
  /** And rest so many times as long as they worked while people ask, so that no desk waits for them. */
  restFactor: 3,
  /** Tokens not seen before that are verified at once; of one address, for that is all one knows of them. */
  signIns: { atOnce: 8, each: 2, longestWaitMs: 5_000 },
  /** Screens that wait to be told: no part of the above. A person has a few tabs open. */
  streams: {
    arrivals: { all: 1_000, each: 8 },
    turns: { atOnce: 2, each: 1, longestWaitMs: 30_000 },
    signIns: { atOnce: 4, each: 2, longestWaitMs: 5_000 },
  },
  /** What one caller may ask in a minute. A point is an object of an answer, or as much of the processor. */
  points: { points: 1_000_000, duration: 60 },
  /** What is asked, well or badly, costs before it is looked at, and for so many bytes once more. */
  pointsOfRequest: 500,
  bytesOfPoint: 100,
  /** A text that is not known is parsed, checked and planned. */
  pointsOfNewCharacter: 2,
  /**
   * Requests of one caller that were none, in ten seconds: a person mistypes, a program that does not listen goes on. A
   * long one counts once more for so many bytes, which were read in vain.
   */
  refusals: { points: 40, duration: 10 },
  bytesOfRefusal: 32 * 1_024,
  /** A question of more objects asks for much; the documented ones stay far below (tested). */
  heavyObjects: 4_000,
  /** Whoever spent that much in the minute goes on in the lane of the machines. */
  bigReaderPoints: 200_000,
  /**
   * Mean delay of so long a while: one stand-still must not turn everybody away, and work that stands still all the time
   * does not get done by taking more.
   */
  standStill: { mostMs: 1_000, whileMs: 5_000 },
} as const;
