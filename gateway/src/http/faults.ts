import type { ErrorCode } from '@relais/platform/errors.ts';
import type { Log } from '@relais/platform/log.ts';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { maskError, turnedAway } from '../errors.ts';
import { factsOf } from './door.ts';

const TOO_LARGE = 413;
const NOT_FOUND = 404;
const SERVER_FAULT = 500;

const codeFor = (status: number): ErrorCode => {
  if (status === TOO_LARGE) return 'LIMIT_EXCEEDED';
  return status < SERVER_FAULT ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR';
};

const statusOf = (error: GraphQLError): number => {
  const http: unknown = error.extensions.http;
  const isStatus =
    typeof http === 'object' && http !== null && 'status' in http && typeof http.status === 'number';
  return isStatus ? Number(http.status) : SERVER_FAULT;
};

const send = (request: FastifyRequest, reply: FastifyReply, error: GraphQLError): FastifyReply =>
  reply.code(statusOf(error)).send({ errors: [maskError(error, factsOf(request))] });

/** What goes wrong outside GraphQL is answered in the same shape, and as closely masked. */
export const answerFaults = (http: FastifyInstance, log: Log): void => {
  http.setErrorHandler((error: FastifyError | GraphQLError, request, reply) => {
    if (error instanceof GraphQLError) return send(request, reply, error);
    const status = error.statusCode ?? SERVER_FAULT;
    if (status >= SERVER_FAULT) log.error({ requestId: request.id, err: error }, 'request failed');
    return send(request, reply, turnedAway(codeFor(status), error.message, status));
  });
  http.setNotFoundHandler((request, reply) =>
    send(request, reply, turnedAway('BAD_USER_INPUT', 'Nothing is found here; POST /graphql.', NOT_FOUND)),
  );
};
