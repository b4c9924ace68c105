import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { PURPOSE } from '../access-log/purposes.ts';
import { SessionEnded } from '../auth/ended-sessions.ts';
import { type HopSecrets, isSigned, SIGNATURE_HEADER } from '../auth/inner-hop.ts';
import { questionsAtOnce } from '../database/pool-limits.ts';
import { RelaisError } from '../errors.ts';
import { relaisEvent } from '../events/event.ts';
import type { EventKeyRing } from '../events/event-keys.ts';
import { EventNotTrusted, type OpenedEvent, openEvent, SEALED } from '../events/sealed-event.ts';
import { isOutage, LATE } from '../graphql/faults.ts';
import { languageOf } from '../messages.ts';
import type { SubgraphContext } from '../subgraph.ts';
import type { RunningSubgraph } from '../subgraph-runtime.ts';
import { NoTurn, Turns } from '../traffic/turns.ts';
import { AnswerKnown } from './answer-known.ts';
import { mutationsOnce } from './mutations-once.ts';
import { errorForGateway, publicErrors } from './public-errors.ts';
import { serveBesideGraph } from './serve-beside-graph.ts';
import { serverTimes } from './server-times.ts';
import { sharedCheck } from './shared-check.ts';
import { type UnprovenConnections, watchConnections } from './unproven-connections.ts';
import { whenGone } from './when-gone.ts';

export type ServeOptions = {
  readonly port: number;
  readonly host: string;
  /** Shared with the gateway only. */
  readonly innerHopSecrets: HopSecrets;
  /** The public keys of the agencies whose events are taken. */
  readonly eventKeys: EventKeyRing;
  /** Factor on the time that a request may take to come; tests on a busy machine use more than 1. */
  readonly patience?: number | undefined;
};

const LARGEST_BODY = 1_048_576;
const BAD_REQUEST = 400;
const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
const UNAVAILABLE = 503;
/** A question's parts come at once; whoever asks more than that waits for oneself. */
const QUESTIONS_OF_ONE_CALLER = 5;
/** The gateway gives up before and closes the connection, which ends the waiting. */
const LONGEST_WAIT_MS = 5_000;
const rawBodies = new WeakMap<FastifyRequest, string>();

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

const hasSignature = (request: FastifyRequest, secrets: HopSecrets): boolean => {
  const { method, url: path, headers } = request;
  const body = rawBodies.get(request) ?? '';
  const requestId = header(request, 'x-request-id') ?? '';
  const signed = { method, path, requestId, body, token: headers.authorization };
  return isSigned(secrets, header(request, SIGNATURE_HEADER), signed, new Date());
};

/** Signatures are over the bytes received, so the text is kept beside the parsed body. */
const keepRawBodies = (http: FastifyInstance): void => {
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    rawBodies.set(request, String(body));
    try {
      done(null, JSON.parse(String(body)));
    } catch {
      done(Object.assign(new Error('The body is not JSON.'), { statusCode: 400 }));
    }
  });
};

/** All gateways meet here, so that the connections to the database are shared out fairly here too. */
const turnsAtDatabase = (): Turns =>
  new Turns({ atOnce: questionsAtOnce, each: QUESTIONS_OF_ONE_CALLER, longestWaitMs: LONGEST_WAIT_MS });

/** Within the body, which is signed. */
const withPurpose = z.object({ extensions: z.object({ [PURPOSE]: z.string() }) });

/** Questions that come together are asked for one purpose. */
const saidPurpose = (body: unknown): string | undefined =>
  withPurpose.safeParse(Array.isArray(body) ? body[0] : body).data?.extensions[PURPOSE];

const STATUSES: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: UNAUTHORIZED,
  BAD_USER_INPUT: BAD_REQUEST,
};

const statusOfCaller = (error: RelaisError): number => {
  // The gateway is trusted, the person is not any more: nothing is wrong between the two services.
  if (error instanceof SessionEnded) return FORBIDDEN;
  return STATUSES[String(error.extensions.code)] ?? UNAVAILABLE;
};

/** Before anything is asked, who asks is looked up. */
const databaseAway = (): RelaisError =>
  new RelaisError('SERVICE_UNAVAILABLE', 'The database does not answer.');

/** Who asks cannot be told: the status says so as well, where Apollo Server would take it for its own fault. */
const sayWithStatus = (error: unknown): never => {
  const said = isOutage(error) ? databaseAway() : error;
  if (!(said instanceof RelaisError)) throw said;
  const status = statusOfCaller(said);
  throw new GraphQLError(said.message, { extensions: { ...said.extensions, http: { status } } });
};

type Gateway = { readonly secrets: HopSecrets; readonly unproven: UnprovenConnections };

const onlyTheGateway =
  ({ secrets, unproven }: Gateway) =>
  async (request: FastifyRequest): Promise<void> => {
    const isFromGateway = hasSignature(request, secrets);
    if (!isFromGateway) throw new RelaisError('UNAUTHENTICATED', 'Only the gateway may ask.');
    unproven.remove(request.raw.socket);
  };

type Open = (request: FastifyRequest) => Promise<SubgraphContext>;

/** One context for a request, whoever answers it in the end; one that could not be opened is not tried again. */
const openingOnce = (open: Open): Open => {
  const opened = new WeakMap<FastifyRequest, Promise<SubgraphContext>>();
  return (request) => {
    const context = opened.get(request) ?? open(request).catch(sayWithStatus);
    opened.set(request, context);
    return context;
  };
};

const serveGraph = async (
  http: FastifyInstance,
  subgraph: RunningSubgraph,
  { secrets, unproven }: Gateway,
): Promise<void> => {
  const known = new AnswerKnown(subgraph);
  const server = new ApolloServer<SubgraphContext>({
    schema: subgraph.schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: false,
    // The gateway has read the variables; another router may not have.
    executionOptions: { maxCoercionErrors: 1 },
    plugins: [
      publicErrors(subgraph.name),
      known.learning,
      mutationsOnce(subgraph.db),
      ApolloServerPluginInlineTraceDisabled(),
    ],
  });
  await server.start();
  http.addHook('onClose', () => server.stop());
  const open = openingOnce((request) =>
    subgraph.contextFor({
      token: request.headers.authorization,
      requestId: header(request, 'x-request-id') ?? request.id,
      language: languageOf(request.headers['accept-language']),
      purpose: saidPurpose(request.body),
    }),
  );
  const answer = fastifyApolloHandler(server, { context: open });
  const turns = turnsAtDatabase();
  const preHandler = onlyTheGateway({ secrets, unproven });
  serveBesideGraph(http, subgraph, preHandler);
  http.post<{ Reply: string }>('/graphql', { preHandler }, function (request, reply) {
    const caller = request.headers.authorization ?? '';
    return turns.during(
      caller,
      whenGone(reply),
      async () =>
        (await known.answer(request, reply, () => open(request))) ?? answer.call(this, request, reply),
    );
  });
};

const serveEvents = (
  http: FastifyInstance,
  subgraph: RunningSubgraph,
  { keys, unproven }: { keys: EventKeyRing; unproven: UnprovenConnections },
): void => {
  const open = ({ body }: FastifyRequest): Promise<OpenedEvent> =>
    openEvent(String(body), { keys, audience: subgraph.name, now: new Date() });
  http.addContentTypeParser(SEALED, { parseAs: 'string' }, (_request, body, done) => done(null, body));
  http.post('/events', async (request, reply) => {
    const { agency, event: opened } = await open(request);
    unproven.remove(request.raw.socket);
    const event = relaisEvent.safeParse(opened);
    if (!event.success) return reply.code(400).send({ error: 'BAD_USER_INPUT' });
    const mayTell = event.data.source === agency && subgraph.hears(agency, event.data.type);
    if (!mayTell) return reply.code(403).send({ error: 'FORBIDDEN' });
    try {
      await subgraph.receive(event.data);
    } catch (error) {
      // Tells the sender that we are away, not that this event is wrong.
      if (isOutage(error)) return reply.code(503).send({ error: 'SERVICE_UNAVAILABLE' });
      throw error;
    }
    return reply.code(204).send();
  });
};

/** A subscriber that does not take its events and jobs that go on failing are named; the service works, so it stays ready. */
const serveHealth = (http: FastifyInstance, subgraph: RunningSubgraph): void => {
  http.get('/health/live', async () => ({ status: 'live', service: subgraph.name }));
  const check = sharedCheck(async () => (await subgraph.isReady()) && subgraph.outages().catch(() => ({})));
  http.get('/health/ready', async (_request, reply) => {
    const outages = await check();
    if (!outages) return reply.code(503).send({ status: 'database or sign-in down', service: subgraph.name });
    return { status: 'ready', service: subgraph.name, ...outages };
  });
};

const busy = (): RelaisError =>
  new RelaisError('SERVICE_UNAVAILABLE', 'No turn came in time.', { [LATE]: true });

const statusOf = (error: unknown): number => {
  if (error instanceof NoTurn) return UNAVAILABLE;
  if (error instanceof RelaisError || error instanceof EventNotTrusted) return UNAUTHORIZED;
  return (error as { statusCode?: number }).statusCode ?? 500;
};

/** A body that is none, too long or of another kind: nothing of ours failed, and anybody may send it. */
const unreadable = (error: unknown): RelaisError | null => {
  const { statusCode = 500 } = error as { statusCode?: number };
  const isOfCaller = statusCode >= BAD_REQUEST && statusCode < 500;
  return isOfCaller ? new RelaisError('BAD_USER_INPUT', 'The request cannot be read.') : null;
};

const raisedBy = (error: unknown): unknown => {
  if (error instanceof NoTurn) return busy();
  if (error instanceof EventNotTrusted) return new RelaisError('UNAUTHENTICATED', error.message);
  return unreadable(error) ?? error;
};

const answerFaults = (http: FastifyInstance, { name, log }: RunningSubgraph): void => {
  http.setErrorHandler((error, request, reply) => {
    const raised = raisedBy(error);
    const isOurs = raised instanceof RelaisError;
    if (!isOurs) log.error({ err: error, requestId: request.id }, 'request failed');
    const known = isOurs ? raised : new GraphQLError('failed', { originalError: error as Error });
    return reply.code(statusOf(error)).send({ errors: [errorForGateway(known, 'en', name)] });
  });
};

/** Opens a subgraph to its gateway (signed requests only) and to the other agencies' events. */
export const serveSubgraph = async (
  subgraph: RunningSubgraph,
  options: ServeOptions,
): Promise<{ url: string; close(): Promise<void> }> => {
  const http = Fastify({
    ...serverTimes(options.patience),
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: true,
  });
  const unproven = watchConnections(http);
  keepRawBodies(http);
  answerFaults(http, subgraph);
  await serveGraph(http, subgraph, { secrets: options.innerHopSecrets, unproven });
  serveEvents(http, subgraph, { keys: options.eventKeys, unproven });
  serveHealth(http, subgraph);
  const url = await http.listen({ port: options.port, host: options.host });
  return { url, close: () => http.close() };
};
