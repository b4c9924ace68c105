import type { TokenVerifier } from '@relais/platform/auth/tokens.ts';
import { type ErrorCode, withoutStack } from '@relais/platform/errors.ts';
import type { UnprovenConnections } from '@relais/platform/http/unproven-connections.ts';
import { whenGone } from '@relais/platform/http/when-gone.ts';
import { NoTurn, Turns } from '@relais/platform/traffic/turns.ts';
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  onErrorAsyncHookHandler,
  onRequestAsyncHookHandler,
} from 'fastify';
import { GraphQLError } from 'graphql';
import { Arrivals } from './arrivals.ts';
import { bodyLength } from './body-length.ts';
import { type GoHeavy, type Lane, withDetour } from './detour.ts';
import { type AuthorizationOf, identify, userOf } from './identify.ts';
import { traffic } from './limits.ts';
import type { Points } from './points.ts';
import { refuseAtStandStill } from './stand-still.ts';

const TOO_MANY = 429;
const SERVER_FAULT = 500;
const OVERLOADED = 503;
const RETRY_AFTER_SECONDS = '1';
/** Somebody who asked so lately will ask again. */
const PEOPLE_ARE_HERE_MS = 2_000;

const comeAgain = (code: ErrorCode, said: string, status: number): GraphQLError =>
  withoutStack(
    () =>
      new GraphQLError(said, {
        extensions: { code, http: { status, headers: new Map([['retry-after', RETRY_AFTER_SECONDS]]) } },
      }),
  );
const overloaded = () => comeAgain('SERVICE_UNAVAILABLE', 'overloaded', OVERLOADED);
const tooMany = () => comeAgain('TOO_MANY_REQUESTS', 'too many requests at once', TOO_MANY);

type AnyLimits = (typeof traffic)['people' | 'heavy' | 'machines' | 'aside' | 'signIns'];
type InFairShares = Pick<Turns, 'during'>;

/** Whoever gets no turn, of whatever kind, is told to come again. */
const turnsOf = (limits: AnyLimits, patience: number): InFairShares => {
  const turns = new Turns({ ...limits, longestWaitMs: limits.longestWaitMs * patience });
  return {
    during: (...asked) =>
      turns.during(...asked).catch((error: unknown) => {
        throw error instanceof NoTurn ? overloaded() : error;
      }),
  };
};

const countArrivals = (): onRequestAsyncHookHandler => {
  const arrivals = new Arrivals(traffic.arrivals);
  return async (request, reply) => {
    const surplus = arrivals.arrive(userOf(request).sub, reply);
    if (surplus === 'CALLER') throw tooMany();
    if (surplus === 'EVERYBODY') throw overloaded();
  };
};

/** Reading costs too, also what is wrong: whoever has spent everything is told so before anything is read. */
const takePoints =
  (points: Points): onRequestAsyncHookHandler =>
  async (request, reply) => {
    const standing = await points.enter(userOf(request).sub, bodyLength(request.headers['content-length']));
    for (const [name, value] of standing) reply.header(name, value);
  };

/** What Fastify itself refuses: a body that is too long, or no JSON. */
const countRefusals =
  (points: Points): onErrorAsyncHookHandler =>
  async (request, _reply, { statusCode }) => {
    if (statusCode && statusCode < SERVER_FAULT)
      await points.refuse(userOf(request).sub, bodyLength(request.headers['content-length']));
  };

type Raw = Pick<FastifyRequest, 'raw'>;
type Answering = Pick<FastifyReply, 'raw' | 'header'>;

/** Runs the work for a request when it is its caller's turn. */
export type InTurn = <Result>(request: Raw, reply: Answering, work: () => Promise<Result>) => Promise<Result>;

const detours = new WeakMap<FastifyRequest['raw'], GoHeavy>();
const goesOn: GoHeavy = async () => undefined;

/** What a request awaits that asks for much, once that is known. */
export const goHeavyOf = ({ raw }: Raw): GoHeavy => detours.get(raw) ?? goesOn;

/**
 * People, what they ask that is heavy, and machines have lanes of their own. The last two go on in the same place, by
 * turns: two of them at once would take twice the share of the time that is left to them.
 */
const takeTurns = (points: Points, patience: number): InTurn => {
  const people = turnsOf(traffic.people, patience);
  const heavy = turnsOf(traffic.heavy, patience);
  const machines = turnsOf(traffic.machines, patience);
  const aside = turnsOf(traffic.aside, patience);
  let lastAtDesk = 0;
  const restAfter = (workMs: number) =>
    Date.now() - lastAtDesk < PEOPLE_ARE_HERE_MS ? workMs * traffic.restFactor : 0;

  return async (request, reply, work) => {
    const { sub, role } = userOf(request);
    const gone = whenGone(reply);
    const lane = (turns: InFairShares): Lane => {
      return (each) => turns.during(sub, gone, each);
    };
    const laneAside = (name: 'HEAVY' | 'MACHINES', turns: InFairShares): Lane => {
      return (each) => lane(turns)(() => aside.during(name, gone, each, restAfter));
    };
    if (role === 'INTEGRATOR' || (await points.isBigReader(sub)))
      return laneAside('MACHINES', machines)(work);
    const { result, isHeavy } = await withDetour(lane(people), laneAside('HEAVY', heavy), (goHeavy) => {
      detours.set(request.raw, goHeavy);
      return work();
    });
    if (!isHeavy) lastAtDesk = Date.now();
    return result;
  };
};

export type TrafficOptions = {
  readonly authorizationOf: AuthorizationOf;
  readonly verify: TokenVerifier;
  readonly unproven: UnprovenConnections;
  readonly points: Points;
  /** Factor on the limits of time; tests on a busy machine use more than 1. */
  readonly patience: number;
};

/**
 * Orders what comes in: first who it is, then whether there is room, then whose turn it is. Answers what lets a handler wait for
 * its turn.
 */
export const orderTraffic = (
  http: FastifyInstance,
  { authorizationOf, verify, unproven, points, patience }: TrafficOptions,
): InTurn => {
  const turns = turnsOf(traffic.signIns, patience);
  http.addHook('onRequest', identify({ authorizationOf, verify, unproven, turns }));
  http.addHook('onRequest', countArrivals());
  http.addHook('onRequest', takePoints(points));
  http.addHook('onError', countRefusals(points));
  const { mostMs, whileMs } = traffic.standStill;
  refuseAtStandStill(http, { mostMs: mostMs * patience, whileMs }, overloaded);
  return takeTurns(points, patience);
};
