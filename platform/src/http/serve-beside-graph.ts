import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sentEnding } from '../auth/end-sessions.ts';
import { AGENCY_OF_PATH, CHANGES_PATH, ENDINGS_PATH, NEWEST_CHANGE_PATH } from '../auth/inner-hop.ts';
import { whose } from '../auth/whose-sessions.ts';
import { askedSince } from '../changes/changes.ts';
import type { RunningSubgraph } from '../subgraph-runtime.ts';

const DONE = 204;
const BAD_REQUEST = 400;

/** Refuses what does not come from the gateway. */
type OnlyTheGateway = (request: FastifyRequest) => Promise<void>;

/** Where the gateway says that somebody's sessions are over; it has judged who may say so. */
const serveEndings = (http: FastifyInstance, subgraph: RunningSubgraph, preHandler: OnlyTheGateway): void => {
  http.post(ENDINGS_PATH, { preHandler }, async (request, reply) => {
    const ending = sentEnding.safeParse(request.body);
    if (!ending.success) return reply.code(BAD_REQUEST).send({ error: 'BAD_USER_INPUT' });
    await subgraph.endSessions(ending.data);
    return reply.code(DONE).send();
  });
  http.post(AGENCY_OF_PATH, { preHandler }, async (request, reply) => {
    const asked = whose.safeParse(request.body);
    if (!asked.success) return reply.code(BAD_REQUEST).send({ error: 'BAD_USER_INPUT' });
    const token = request.headers.authorization ?? '';
    return { known: await subgraph.agencyOf({ token, sub: asked.data.sub }) };
  });
};

/** What changed for somebody, and whether anything did: the gateway tells their open screens. */
const serveChanges = (http: FastifyInstance, subgraph: RunningSubgraph, preHandler: OnlyTheGateway): void => {
  http.post(CHANGES_PATH, { preHandler }, async (request, reply) => {
    const asked = askedSince.safeParse(request.body);
    if (!asked.success) return reply.code(BAD_REQUEST).send({ error: 'BAD_USER_INPUT' });
    return subgraph.changes({ token: request.headers.authorization ?? '', since: asked.data.since });
  });
  http.post(NEWEST_CHANGE_PATH, { preHandler }, async () => ({
    newest: await subgraph.newestChange(),
  }));
};

/** What the gateway asks and tells beside the graph. */
export const serveBesideGraph = (
  http: FastifyInstance,
  subgraph: RunningSubgraph,
  onlyTheGateway: OnlyTheGateway,
): void => {
  serveEndings(http, subgraph, onlyTheGateway);
  serveChanges(http, subgraph, onlyTheGateway);
};
