import type { ApolloServer } from '@apollo/server';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { TokenVerifier } from '@relais/platform/auth/tokens.ts';
import { serverTimes } from '@relais/platform/http/server-times.ts';
import { type UnprovenConnections, watchConnections } from '@relais/platform/http/unproven-connections.ts';
import type { Log } from '@relais/platform/log.ts';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { ChangesOf } from './changes/agency-changes.ts';
import { type ServeChangesOptions, serveChanges } from './changes/serve-changes.ts';
import { type ConsoleOptions, serveConsole } from './console/serve-console.ts';
import { Endings, type EndingsOf } from './data-sources/endings.ts';
import { OWN_PART } from './data-sources/own-graph.ts';
import type { RelaisDataSource } from './data-sources/resilient-data-source.ts';
import { type AgencyOf, ownDataSource } from './data-sources/revoke-sessions.ts';
import { type GraphiqlOptions, leadToGraphiql, serveGraphiql } from './graphiql/serve-graphiql.ts';
import { refuseOtherTypes } from './http/accepted-type.ts';
import { answeringKnown } from './http/answer-known.ts';
import { createDoor, type Door, factsOf, verifyAtDoor } from './http/door.ts';
import { endConnectionsWhenClosing } from './http/drain.ts';
import { refusingEnded, unlessEnded } from './http/ended-sessions.ts';
import { answerFaults } from './http/faults.ts';
import { type Readiness, serveHealth } from './http/health.ts';
import { onlyPublished } from './http/only-published.ts';
import { REQUEST_ID_HEADER, requestIdOf } from './http/request-id.ts';
import { createServer, type ErrorOwners } from './http/server.ts';
import { limits } from './limits/limits.ts';
import { listSizesOf } from './limits/list-sizes.ts';
import { createGraph, type Graph } from './plan/graph.ts';
import { readSupergraph } from './plan/read-supergraph.ts';
import type { PublishedOperations } from './published/published-operations.ts';
import type { GatewayContext } from './request-context.ts';
import { authorizationBy } from './session/authorization.ts';
import { revokingBy } from './session/revoke.ts';
import { leadToPublicName, serveSessions } from './session/serve-sessions.ts';
import { createSessions, type SessionOptions, type Sessions } from './session/sessions.ts';
import { bodyLength } from './traffic/body-length.ts';
import { type AuthorizationOf, userOf } from './traffic/identify.ts';
import { Points } from './traffic/points.ts';
import { orderTraffic } from './traffic/traffic.ts';
import { type TrustedProxies, trustedProxies } from './traffic/trusted-proxies.ts';

export type GatewayOptions = {
  readonly supergraphSdl: string;
  readonly dataSourceFor: (subgraph: string) => RelaisDataSource;
  readonly verifyToken: TokenVerifier;
  readonly log: Log;
  readonly port: number;
  readonly host: string;
  /** Whether callers may explore the schema: ask what it holds, and be told the name that they nearly wrote. */
  readonly isExplorable?: boolean;
  /** All that is answered; without it every operation is that the limits allow. */
  readonly published?: () => PublishedOperations;
  /** The screens, at `/`; left out, there are none. */
  readonly console?: ConsoleOptions;
  /** The editor at `/graphiql`; left out, there is none. */
  readonly graphiql?: GraphiqlOptions;
  readonly readiness: Readiness;
  /** How people sign in by browser; left out, only tokens are taken. */
  readonly sessions?: SessionOptions;
  /** What else answers on the same port. */
  readonly beside?: (http: FastifyInstance) => Promise<void>;
  /** How each agency is told that somebody's sessions have ended; none is when left out. */
  readonly endings?: EndingsOf;
  /** How each agency is asked for whom somebody works; none is when left out. */
  readonly agenciesOf?: Readonly<Record<string, AgencyOf>>;
  /** How each agency is asked what changed, for open screens; none is told of when left out. */
  readonly changesOf?: ChangesOf;
  /** How often those are asked, and streams show that they are there; tests wait less. */
  readonly changesEvery?: { readonly pulseMs: number; readonly heartbeatMs: number };
  /** Addresses and networks of the proxies in front, which say where a request comes from; none by default. */
  readonly trustedProxies?: readonly string[];
  /** Factor on the time limit of a request; tests on a busy machine use more than 1. */
  readonly patience?: number;
  /** Whether what is asked again goes straight to the agencies; it does unless this says no. */
  readonly hasFastWay?: boolean;
};

export type RunningGateway = { readonly url: string; close(): Promise<void> };

const ownToken: AuthorizationOf = async ({ headers }) => headers.authorization ?? '';

const authorizedBy = (sessions: Sessions | undefined): AuthorizationOf =>
  sessions ? authorizationBy(sessions) : ownToken;

const openHttp = (
  { log, readiness, graphiql, sessions, patience }: GatewayOptions,
  isProxy: TrustedProxies,
): FastifyInstance => {
  const http = Fastify({
    ...serverTimes(patience),
    bodyLimit: limits.bodyBytes,
    genReqId: requestIdOf,
    forceCloseConnections: 'idle',
    trustProxy: isProxy,
  });
  http.removeContentTypeParser('text/plain');
  http.addHook('onRequest', async (request, reply) => {
    reply.headers({
      [REQUEST_ID_HEADER]: request.id,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });
  endConnectionsWhenClosing(http);
  answerFaults(http, log);
  if (sessions) leadToPublicName(http, sessions.publicUrl);
  serveHealth(http, readiness);
  if (graphiql) serveGraphiql(http, graphiql, { signsIn: sessions !== undefined });
  return http;
};

/** The door, which remembers whose error it is when it turns a request away. */
const contextWith = (enter: Door, owners: ErrorOwners, points: Points) => {
  return async (request: FastifyRequest): Promise<GatewayContext> => {
    try {
      return await enter(request);
    } catch (error) {
      await points.refuse(userOf(request).sub, bodyLength(request.headers['content-length']));
      if (error instanceof Error) owners.set(error, factsOf(request));
      throw error;
    }
  };
};

const serveGraph = async (
  http: FastifyInstance,
  server: ApolloServer<GatewayContext>,
  {
    options,
    graph,
    sessions,
    owners,
    unproven,
    points,
  }: {
    options: GatewayOptions;
    graph: Graph;
    sessions: Sessions | undefined;
    owners: ErrorOwners;
    unproven: UnprovenConnections;
    points: Points;
  },
): Promise<void> => {
  const { verifyToken, published, log, patience = 1 } = options;
  const inTurn = orderTraffic(http, {
    authorizationOf: authorizedBy(sessions),
    verify: verifyAtDoor(verifyToken),
    unproven,
    points,
    patience,
  });
  http.addHook('onRequest', refuseOtherTypes);
  http.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  const enter = createDoor(log);
  const answerKnown = answeringKnown({ graph, points, enter });
  const answer = fastifyApolloHandler(server, { context: contextWith(enter, owners, points) });
  const first = published ? { preHandler: onlyPublished({ current: published, points, log }) } : {};
  http.post<{ Reply: string }>('/graphql', first, function (request, reply) {
    return inTurn(
      request,
      reply,
      async () => (await answerKnown(request, reply)) ?? answer.call(this, request, reply),
    );
  });
};

type StreamsBy = Pick<ServeChangesOptions, 'endings' | 'unproven'> & {
  readonly sessions: Sessions | undefined;
};

const streamsWith = (
  { changesOf = {}, changesEvery, verifyToken, patience = 1 }: GatewayOptions,
  { sessions, ...by }: StreamsBy,
): ServeChangesOptions => ({
  ...{ ...by, changesOf, verifyToken, patience, authorizationOf: authorizedBy(sessions) },
  ...changesEvery,
});

/** Opens the one graph over the three agencies on a port. */
export const startGateway = async (given: GatewayOptions): Promise<RunningGateway> => {
  const endings = new Endings(given.endings);
  const options = { ...given, verifyToken: refusingEnded(given.verifyToken, endings) };
  const owners: ErrorOwners = new WeakMap();
  const isProxy = trustedProxies(options.trustedProxies);
  const http = openHttp(options, isProxy);
  const unproven = watchConnections(http, isProxy);
  const own = ownDataSource({ endings, agencies: given.agenciesOf ?? {} });
  const dataSourceFor = (name: string) =>
    name === OWN_PART ? own : unlessEnded(name, options.dataSourceFor(name), endings);
  const read = readSupergraph(options.supergraphSdl);
  const supergraph = read.composed;
  const listSizes = listSizesOf(supergraph);
  const graph = createGraph({ ...options, read, listSizes, dataSourceFor });
  const points = new Points(options.patience);
  const server = createServer({
    ...options,
    graph: graph.gateway,
    supergraph,
    listSizes,
    owners,
    points,
    isExplorable: options.isExplorable ?? false,
    isSafelisted: options.published !== undefined,
    plugins: [fastifyApolloDrainPlugin(http)],
  });
  await server.start();
  const sessions =
    options.sessions && createSessions({ revoke: revokingBy(endings), ...options.sessions }, options);
  if (options.console) await serveConsole(http, options.console, options.graphiql !== undefined);
  if (options.graphiql && !options.console) leadToGraphiql(http);
  if (options.beside) await http.register(options.beside);
  if (sessions) await http.register((scope) => serveSessions(scope, sessions));
  await http.register((scope) => serveChanges(scope, streamsWith(options, { sessions, endings, unproven })));
  await http.register((scope) =>
    serveGraph(scope, server, { options, graph, sessions, owners, unproven, points }),
  );
  try {
    const url = await http.listen({ port: options.port, host: options.host });
    return { url, close: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
};
