import { withoutStack } from '@relais/platform/errors.ts';
import { GraphQLError } from 'graphql';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { traffic } from './limits.ts';

const TOO_MANY = 429;

const secondsLeft = ({ msBeforeNext }: RateLimiterRes): number =>
  Math.max(1, Math.ceil(msBeforeNext / 1_000));

type Standing = ReadonlyMap<string, string>;

const spent = (standing: Standing, until: RateLimiterRes): GraphQLError => {
  const headers = new Map([...standing, ['retry-after', String(secondsLeft(until))]]);
  const extensions = { code: 'TOO_MANY_REQUESTS', http: { status: TOO_MANY, headers } };
  return withoutStack(() => new GraphQLError('points spent', { extensions }));
};

const times = ({ points, duration }: { points: number; duration: number }, factor: number) =>
  new RateLimiterMemory({ points: points * factor, duration });

/**
 * What each caller has asked in the last minute, well or badly. It is kept in this process
 * (docs/decisions/0019-fair-shares-of-a-gateway.md).
 */
export class Points {
  readonly #limiter: RateLimiterMemory;
  readonly #refusals: RateLimiterMemory;

  /** `patience`: a test or a measurement asks more in a minute than anybody does. */
  constructor(patience = 1) {
    this.#limiter = times(traffic.points, patience);
    this.#refusals = times(traffic.refusals, patience);
  }

  /** Takes what reading a request costs; who has nothing left is told so before it is read. */
  async enter(caller: string, bytes: number): Promise<Standing> {
    const left = await this.#limiter.get(caller);
    if (left && left.remainingPoints <= 0) throw spent(this.#headersOf(left), left);
    const refusals = await this.#refusals.get(caller);
    if (left && refusals && refusals.remainingPoints <= 0) throw spent(this.#headersOf(left), refusals);
    return this.#take(caller, traffic.pointsOfRequest + Math.ceil(bytes / traffic.bytesOfPoint));
  }

  /** Takes what checking and planning a text costs that is not known yet, whatever comes of it. */
  async readAnew(caller: string, text: string): Promise<void> {
    await this.#take(caller, text.length * traffic.pointsOfNewCharacter);
  }

  /** Counts a request that could not even be asked: wrong in form, against the schema, beyond a limit. */
  async refuse(caller: string, bytes: number): Promise<void> {
    await this.#refusals.penalty(caller, 1 + Math.floor(bytes / traffic.bytesOfRefusal));
  }

  /** Takes what a question costs before it is asked; answers the headers that say what is left. */
  async spend(caller: string, objects: number): Promise<Standing> {
    const left = await this.#limiter.get(caller);
    // What is not asked costs nothing more: a smaller question may still fit.
    if (left && left.remainingPoints < objects) throw spent(this.#headersOf(left), left);
    return this.#take(caller, objects);
  }

  /** Whether a caller reads so much that people need not wait for it: it goes on in the lane of the machines. */
  async isBigReader(caller: string): Promise<boolean> {
    const all = await this.#limiter.get(caller);
    return (all?.consumedPoints ?? 0) > traffic.bigReaderPoints;
  }

  async #take(caller: string, points: number): Promise<Standing> {
    return this.#headersOf(await this.#limiter.penalty(caller, points));
  }

  /** What a caller may still ask, as HTTP says it (draft-ietf-httpapi-ratelimit-headers). */
  #headersOf(left: RateLimiterRes): Standing {
    const { points, duration } = this.#limiter;
    return new Map([
      ['ratelimit-policy', `"caller";q=${points};w=${duration}`],
      ['ratelimit', `"caller";r=${Math.max(0, left.remainingPoints)};t=${secondsLeft(left)}`],
    ]);
  }
}
