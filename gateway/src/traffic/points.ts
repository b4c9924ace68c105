import { GraphQLError } from 'graphql';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { traffic } from './limits.ts';

const TOO_MANY = 429;
const { points: QUOTA, duration: WINDOW_SECONDS } = traffic.points;

const secondsLeft = ({ msBeforeNext }: RateLimiterRes): number =>
  Math.max(1, Math.ceil(msBeforeNext / 1_000));

/** What a caller may still ask, as HTTP says it (draft-ietf-httpapi-ratelimit-headers). */
const headersOf = (left: RateLimiterRes): ReadonlyMap<string, string> =>
  new Map([
    ['ratelimit-policy', `"caller";q=${QUOTA};w=${WINDOW_SECONDS}`],
    ['ratelimit', `"caller";r=${Math.max(0, left.remainingPoints)};t=${secondsLeft(left)}`],
  ]);

/**
 * What each caller has asked in the last minute, counted as the objects of the answers. It is kept in this process
 * (docs/decisions/0019-fair-shares-of-a-gateway.md).
 */
export class Points {
  readonly #limiter = new RateLimiterMemory({ points: QUOTA, duration: WINDOW_SECONDS });

  /** Takes what a question costs before it is asked; answers the headers that say what is left. */
  async spend(caller: string, objects: number): Promise<ReadonlyMap<string, string>> {
    const cost = traffic.pointsOfRequest + objects;
    try {
      return headersOf(await this.#limiter.consume(caller, cost));
    } catch (left) {
      if (!(left instanceof RateLimiterRes)) throw left;
      // What is not asked costs nothing: a smaller question may still fit.
      await this.#limiter.reward(caller, cost);
      throw this.#spent(left);
    }
  }

  /** Whether a caller reads so much that people need not wait for it: it goes on in the lane of the machines. */
  async isBigReader(caller: string): Promise<boolean> {
    const spent = await this.#limiter.get(caller);
    return (spent?.consumedPoints ?? 0) > traffic.bigReaderPoints;
  }

  #spent(left: RateLimiterRes): GraphQLError {
    const headers = new Map([...headersOf(left), ['retry-after', String(secondsLeft(left))]]);
    return new GraphQLError('points spent', {
      extensions: { code: 'TOO_MANY_REQUESTS', http: { status: TOO_MANY, headers } },
    });
  }
}
