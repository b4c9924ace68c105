import type { onRequestHookHandler } from 'fastify';
import Negotiator from 'negotiator';
import { turnedAway } from './errors.ts';

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';
const NOT_ACCEPTABLE = 406;

/** As Apollo Server writes them, in the order in which it prefers them. */
const WRITTEN = [JSON_TYPE, GRAPHQL_TYPE].map((type) => `${type}; charset=utf-8`);
const ANY_TYPE = new Set<string | undefined>([undefined, '', '*/*', JSON_TYPE]);

const preferred = (accept: string, types = [JSON_TYPE, GRAPHQL_TYPE]): string | undefined =>
  new Negotiator({ headers: { accept } }).mediaType(types);

/** The type of an answer for a caller who takes such types; undefined for whoever wants another one. */
export const typeOfAnswer = (accept: string | undefined): string | undefined =>
  ANY_TYPE.has(accept) ? WRITTEN[0] : preferred(accept ?? '', WRITTEN);

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
