import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { TokenVerifier } from '@relais/platform/auth/tokens.ts';
import type { Log } from '@relais/platform/log.ts';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { RelaisDataSource } from './data-sources/guarded.ts';
import { type GraphiqlOptions, serveGraphiql } from './graphiql/serve-graphiql.ts';
import { createDoor, factsOf } from './http/door.ts';
import { endConnectionsWhenClosing } from './http/drain.ts';
import { answerFaults } from './http/faults.ts';
import { type Readiness, serveHealth } from './http/health.ts';
import { REQUEST_ID_HEADER, requestIdOf } from './http/request-id.ts';
import { createServer, type ErrorOwners } from './http/server.ts';
import { shedLoad } from './http/shed-load.ts';
import { limits, timeLimits } from './limits/limits.ts';
import { createGraph } from './plan/graph.ts';
import type { GatewayContext } from './request-context.ts';

export type GatewayOptions = {
  readonly supergraphSdl: string;
  readonly dataSourceFor: (subgraph: string) => RelaisDataSource;
  readonly verifyToken: TokenVerifier;
  readonly log: Log;
  readonly port: number;
  readonly host: string;
  /** The page at `/`; left out, there is none. */
  readonly graphiql?: GraphiqlOptions;
  readonly readiness: Readiness;
  /** Factor on the time limit of a request; tests on a busy machine use more than 1. */
  readonly patience?: number;
};

export type RunningGateway = { readonly url: string; close(): Promise<void> };

const openHttp = ({ log, readiness, graphiql }: GatewayOptions): FastifyInstance => {
  const http = Fastify({
    bodyLimit: limits.bodyBytes,
    genReqId: requestIdOf,
    forceCloseConnections: 'idle',
    requestTimeout: timeLimits.requestMs,
  });
  http.removeContentTypeParser('text/plain');
  http.addHook('onRequest', async (request, reply) => {
    reply.header(REQUEST_ID_HEADER, request.id);
  });
  endConnectionsWhenClosing(http);
  answerFaults(http, log);
  serveHealth(http, readiness);
  if (graphiql) serveGraphiql(http, graphiql);
  return http;
};

/** The door, which remembers whose error it is when it turns a request away. */
const contextWith = ({ verifyToken, log }: GatewayOptions, owners: ErrorOwners) => {
  const enter = createDoor(verifyToken, log);
  return async (request: FastifyRequest): Promise<GatewayContext> => {
    try {
      return await enter(request);
    } catch (error) {
      if (error instanceof Error) owners.set(error, factsOf(request));
      throw error;
    }
  };
};

/** Opens the one graph over the three agencies on a port. */
export const startGateway = async (options: GatewayOptions): Promise<RunningGateway> => {
  const owners: ErrorOwners = new WeakMap();
  const http = openHttp(options);
  const graph = createGraph(options);
  const server = createServer({ ...options, graph, owners, plugins: [fastifyApolloDrainPlugin(http)] });
  await server.start();
  await http.register(async (scope) => {
    scope.addHook('onRequest', shedLoad(limits.requestsAtOnce));
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    await scope.register(fastifyApollo(server), { method: ['POST'], context: contextWith(options, owners) });
  });
  try {
    const url = await http.listen({ port: options.port, host: options.host });
    return { url, close: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
};
