import type { ErrorCode } from '@relais/platform/errors.ts';
import type { Log } from '@relais/platform/log.ts';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { limits } from '../limits/limits.ts';
import type { Sentence } from '../messages/sentences.ts';
import { isRecord } from '../values/path.ts';
import { factsOf } from './door.ts';
import { maskError, turnedAway } from './errors.ts';

const TOO_LARGE = 413;
const UNSUPPORTED_TYPE = 415;
const NOT_FOUND = 404;
const SERVER_FAULT = 500;

const codeFor = (status: number): ErrorCode => {
  if (status === TOO_LARGE) return 'LIMIT_EXCEEDED';
  return status < SERVER_FAULT ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR';
};

const KIB = 1_024;

/** What Fastify found, said in our words; its own would be English and speak of its options. */
const sentenceOf = ({ code, statusCode }: FastifyError): Sentence => {
  if (statusCode === TOO_LARGE)
    return { key: 'BODY_TOO_LARGE', parameters: { most: limits.bodyBytes / KIB } };
  if (statusCode === UNSUPPORTED_TYPE) return { key: 'NOT_THIS_TYPE' };
  return { key: /JSON/.test(code) ? 'NOT_JSON' : 'UNUSABLE' };
};

const statusOf = (http: unknown): number =>
  isRecord(http) && typeof http.status === 'number' ? http.status : SERVER_FAULT;

const headersOf = (http: unknown): ReadonlyMap<string, string> =>
  isRecord(http) && http.headers instanceof Map ? http.headers : new Map();

const send = (request: FastifyRequest, reply: FastifyReply, error: GraphQLError): FastifyReply => {
  const { http } = error.extensions;
  for (const [name, value] of headersOf(http)) reply.header(name, value);
  return reply.code(statusOf(http)).send({ errors: [maskError(error, factsOf(request))] });
};

/** What goes wrong outside GraphQL is answered in the same shape, and as closely masked. */
export const answerFaults = (http: FastifyInstance, log: Log): void => {
  http.setErrorHandler((error: FastifyError | GraphQLError, request, reply) => {
    if (error instanceof GraphQLError) return send(request, reply, error);
    const status = error.statusCode ?? SERVER_FAULT;
    if (status >= SERVER_FAULT) log.error({ requestId: request.id, err: error }, 'request failed');
    return send(
      request,
      reply,
      turnedAway(codeFor(status), status < SERVER_FAULT ? sentenceOf(error) : error.message, status),
    );
  });
  http.setNotFoundHandler((request, reply) =>
    send(request, reply, turnedAway('BAD_USER_INPUT', { key: 'NOT_FOUND' }, NOT_FOUND)),
  );
};
