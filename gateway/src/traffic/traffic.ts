import underPressure from '@fastify/under-pressure';
import type { TokenVerifier } from '@relais/platform/auth/tokens.ts';
import type { User } from '@relais/platform/auth/user.ts';
import type { UnprovenConnections } from '@relais/platform/http/unproven-connections.ts';
import { whenGone } from '@relais/platform/http/when-gone.ts';
import { NoTurn, Turns } from '@relais/platform/traffic/turns.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { GraphQLError } from 'graphql';
import { turnedAway } from '../errors.ts';
import { Arrivals } from './arrivals.ts';
import { identify, userOf } from './identify.ts';
import { traffic } from './limits.ts';
import type { Points } from './points.ts';

const TOO_MANY = 429;
const OVERLOADED = 503;
const RETRY_AFTER_SECONDS = '1';
/** Somebody who asked so lately will ask again. */
const PEOPLE_ARE_HERE_MS = 2_000;

const overloaded = (reply: Pick<FastifyReply, 'header'>): GraphQLError => {
  reply.header('retry-after', RETRY_AFTER_SECONDS);
  return turnedAway('SERVICE_UNAVAILABLE', 'overloaded', OVERLOADED);
};

const tooMany = (reply: Pick<FastifyReply, 'header'>): GraphQLError => {
  reply.header('retry-after', RETRY_AFTER_SECONDS);
  return turnedAway('TOO_MANY_REQUESTS', 'too many requests at once', TOO_MANY);
};

const isMachine = ({ role }: User): boolean => role === 'INTEGRATOR';

const countArrivals = (): onRequestAsyncHookHandler => {
  const arrivals = new Arrivals(traffic.arrivals);
  return async (request, reply) => {
    const surplus = arrivals.arrive(userOf(request).sub, reply);
    if (surplus === 'CALLER') throw tooMany(reply);
    if (surplus === 'EVERYBODY') throw overloaded(reply);
  };
};

type Raw = Pick<FastifyRequest, 'raw'>;

/** Runs the work for a request when it is its caller's turn. */
export type InTurn = <Result>(
  request: Raw,
  reply: Pick<FastifyReply, 'raw' | 'header'>,
  work: () => Promise<Result>,
) => Promise<Result>;

/** People and machines have lanes of their own. */
const takeTurns = (points: Points, patience: number): InTurn => {
  const laneOf = (limits: typeof traffic.people | typeof traffic.machines) =>
    new Turns({ ...limits, longestWaitMs: limits.longestWaitMs * patience });
  const people = laneOf(traffic.people);
  const machines = laneOf(traffic.machines);
  let lastPerson = 0;
  const restAfter = (workMs: number) => (Date.now() - lastPerson < PEOPLE_ARE_HERE_MS ? workMs : 0);
  const goesWithMachines = async (user: User) => isMachine(user) || (await points.isBigReader(user.sub));
  return async (request, reply, work) => {
    const user = userOf(request);
    const isSlow = await goesWithMachines(user);
    if (!isSlow) lastPerson = Date.now();
    try {
      if (isSlow) return await machines.during(user.sub, whenGone(reply), work, restAfter);
      return await people.during(user.sub, whenGone(reply), work);
    } catch (error) {
      if (error instanceof NoTurn) throw overloaded(reply);
      throw error;
    }
  };
};

export type TrafficOptions = {
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
export const orderTraffic = async (
  http: FastifyInstance,
  { verify, unproven, points, patience }: TrafficOptions,
): Promise<InTurn> => {
  const turns = new Turns(traffic.signIns);
  http.addHook('onRequest', identify({ verify, unproven, turns }));
  http.addHook('onRequest', countArrivals());
  await http.register(underPressure, {
    maxEventLoopDelay: traffic.eventLoopDelayMs * patience,
    sampleInterval: traffic.eventLoopWhileMs,
    pressureHandler: (_request, reply) => Promise.reject(overloaded(reply)),
  });
  return takeTurns(points, patience);
};
