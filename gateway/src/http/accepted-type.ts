import type { onRequestHookHandler } from 'fastify';
import Negotiator from 'negotiator';
import { turnedAway } from './errors.ts';

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';
const NOT_ACCEPTABLE = 406;

const preferred = (accept: string): string | undefined =>
  new Negotiator({ headers: { accept } }).mediaType([JSON_TYPE, GRAPHQL_TYPE]);

/** Turns away who reads no JSON, before anything is done that could not be told. */
export const refuseOtherTypes: onRequestHookHandler = (request, _reply, done) => {
  const { accept } = request.headers;
  if (!accept || preferred(accept)) return done();
  done(turnedAway('BAD_USER_INPUT', { key: 'NOT_ACCEPTABLE' }, NOT_ACCEPTABLE));
};

/**
 * Whether the caller named plain JSON and prefers it: such clients take every status but 200 for a broken connection,
 * so an error about the operation is told with 200 (GraphQL over HTTP, `application/json`).
 */
export const prefersPlainJson = (accept: string | undefined): boolean =>
  accept?.includes(JSON_TYPE) === true && preferred(accept) === JSON_TYPE;
