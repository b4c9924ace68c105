import type { ErrorCode } from '@relais/platform/errors.ts';
import { codeOf, isLate, publicError } from '@relais/platform/graphql/faults.ts';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { inWords, type Sentence } from '../messages/sentences.ts';
import { type Path, valueAt } from '../values/path.ts';
import type { Outcome } from './circuit-breaker.ts';
import { ENTITIES, pathsOf, pathsOfEntity, type SubgraphRequest } from './subgraph-request.ts';

/** What a subgraph said, before its errors are made fit for the gateway. */
export type SubgraphResponse = {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly GraphQLError[] | undefined;
};

/** What the gateway's executor takes: errors carry a code, a path and nothing of the inside. */
export type GatewayResponse = {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
};

const errorAt = (code: ErrorCode, path: Path): GraphQLError =>
  new GraphQLError(code, { path, extensions: { code } });

const errorAtPath = (
  { message, extensions }: GraphQLError,
  path: Path | undefined,
  code: ErrorCode,
): GraphQLError => new GraphQLError(message, { path: path ?? null, extensions: { ...extensions, code } });

/** Which of the fields asked for an error is about; an error about a record or the whole names none of them. */
const fieldOf = (path: Path = []): string => path.slice(0, path[0] === ENTITIES ? 3 : 1).join('.');

const isAboutWholeRecord = ({ path }: GraphQLError): boolean =>
  !path || (path[0] === ENTITIES && path.length < 3);

/** Fields that came back without a value, and not because they are empty. */
const unknownPaths = (request: SubgraphRequest, { data }: SubgraphResponse): readonly Path[] => {
  if (!data) return pathsOf(request);
  const entities = data[ENTITIES];
  if (!Array.isArray(entities) || !entities.includes(null)) return [];
  return entities.flatMap((entity, index) => (entity === null ? pathsOfEntity(request, index) : []));
};

/**
 * The errors of an answer, one for each unknown field. A record that another agency has and this one does not know
 * is null without an error: its fields are unknown, which is not "none".
 */
const completeErrors = (request: SubgraphRequest, response: SubgraphResponse): readonly GraphQLError[] => {
  const errors = response.errors ?? [];
  const named = new Set(errors.map(({ path }) => fieldOf(path)));
  const missing = unknownPaths(request, response).filter((path) => !named.has(fieldOf(path)));
  if (missing.length === 0) return errors;

  const causes = new Map(errors.map((error) => [error.path?.[1], error]));
  const causeOf = (path: Path) => causes.get(path[1]) ?? (response.data ? undefined : errors[0]);
  const told = missing.map((path) => {
    const cause = causeOf(path);
    return cause ? errorAtPath(cause, path, codeOf(cause)) : errorAt('SERVICE_UNAVAILABLE', path);
  });
  return [...errors.filter((error) => !isAboutWholeRecord(error)), ...told];
};

const ABOUT_THE_QUESTION = new Set<ErrorCode>(['BAD_USER_INPUT', 'LIMIT_EXCEEDED']);

/** A value of the caller's that fits nowhere, or a question that asks for too much, is told once, not once per record. */
const mistakesOf = (
  request: SubgraphRequest,
  { data, errors = [] }: SubgraphResponse,
): readonly GraphQLError[] => {
  const mistakes = data
    ? []
    : errors.filter((error) => !error.path?.length && ABOUT_THE_QUESTION.has(codeOf(error)));
  return mistakes.map((error) => errorAtPath(error, pathsOf(request)[0], codeOf(error)));
};

/**
 * How an answer counts: with nothing in it, because the agency's database is away or something took too long, it is
 * none. What took too long in part of it counts for nothing at all.
 */
export const outcomeOf = (request: SubgraphRequest, { data, errors = [] }: SubgraphResponse): Outcome => {
  const outages = errors.filter((error) => codeOf(error) === 'SERVICE_UNAVAILABLE');
  const isEmpty = () => pathsOf(request).every((path) => (valueAt(data, path) ?? null) === null);
  if (outages.length === 0 || !isEmpty()) return 'ANSWERED';
  return outages.every(isLate) ? 'LATE' : 'BROKEN';
};

const publicErrors = (request: SubgraphRequest, service: string, errors: readonly GraphQLError[]) =>
  errors.map((error) => publicError(error, request.context.language, service));

/** A subgraph's own answer, with an error for every field that it left unknown. */
export const mapResponse = (
  request: SubgraphRequest,
  service: string,
  response: SubgraphResponse,
): GatewayResponse => {
  const mistakes = mistakesOf(request, response);
  const errors = mistakes.length > 0 ? mistakes : completeErrors(request, response);
  const data = response.data ?? null;
  return errors.length === 0 ? { data } : { data, errors: publicErrors(request, service, errors) };
};

/** The answer for a subgraph that gave none. */
export const responseOfSilence = (request: SubgraphRequest, service: string): GatewayResponse => {
  const errors = pathsOf(request).map((path) => errorAt('SERVICE_UNAVAILABLE', path));
  return { data: null, errors: publicErrors(request, service, errors) };
};

/** The question itself goes over a limit; said once, however many records it names. */
export const refusedResponse = (
  request: SubgraphRequest,
  service: string,
  sentence: Sentence,
): GatewayResponse => {
  const path = pathsOfEntity(request, 0)[0];
  const error = new GraphQLError(inWords(sentence, request.context.language), {
    path: path ?? null,
    extensions: { code: 'LIMIT_EXCEEDED' },
  });
  return { data: null, errors: publicErrors(request, service, [error]) };
};
