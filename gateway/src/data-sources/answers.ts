import type { ErrorCode } from '@relais/platform/errors.ts';
import { codeOf, publicError } from '@relais/platform/graphql/faults.ts';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Path, valueAt } from '../plan/path.ts';
import { pathsOf, pathsOfEntity, type Question } from './question.ts';

/** What a subgraph said, before its errors are made fit for the gateway. */
export type Answer = {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly GraphQLError[] | undefined;
};

/** What the gateway's executor takes: errors carry a code, a path and nothing of the inside. */
export type MappedAnswer = {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
};

const errorAt = (code: ErrorCode, path: Path): GraphQLError =>
  new GraphQLError(code, { path, extensions: { code } });

/** An error without a path spoke for the whole question: each field left without a value is named. */
const located = (error: GraphQLError, paths: readonly Path[]): readonly GraphQLError[] => {
  if (error.path) return [error];
  const code = codeOf(error);
  // One mistake of the caller is told once, not once per record.
  const named = code === 'BAD_USER_INPUT' ? paths.slice(0, 1) : paths;
  if (named.length === 0) return [error];
  const { message, extensions } = error;
  return named.map((path) => new GraphQLError(message, { path, extensions: { ...extensions, code } }));
};

/** An entity that another agency has and this one does not know: its fields are unknown, which is not "none". */
const unknownEntities = (question: Question, { data, errors = [] }: Answer): readonly GraphQLError[] => {
  const entities = data?._entities;
  if (!Array.isArray(entities) || !entities.includes(null)) return [];
  const explained = new Set(errors.map(({ path }) => path?.[1]));
  return entities.flatMap((entity, index) =>
    entity !== null || explained.has(index)
      ? []
      : pathsOfEntity(question, index).map((path) => errorAt('SERVICE_UNAVAILABLE', path)),
  );
};

/** Whether nothing came because the agency could not: its database is away, for instance. */
export const isAway = (question: Question, { data, errors = [] }: Answer): boolean =>
  errors.some((error) => codeOf(error) === 'SERVICE_UNAVAILABLE') &&
  pathsOf(question).every((path) => (valueAt(data, path) ?? null) === null);

const publicErrors = (question: Question, service: string, errors: readonly GraphQLError[]) =>
  errors.map((error) => publicError(error, question.context.language, service));

/** A subgraph's own answer, with an error for every field that it left unknown. */
export const mapAnswer = (question: Question, service: string, answer: Answer): MappedAnswer => {
  const said = answer.data
    ? (answer.errors ?? [])
    : (answer.errors ?? []).flatMap((e) => located(e, pathsOf(question)));
  const errors = [...said, ...unknownEntities(question, answer)];
  const data = answer.data ?? null;
  return errors.length === 0 ? { data } : { data, errors: publicErrors(question, service, errors) };
};

/** The answer for a subgraph that gave none. */
export const noAnswer = (
  question: Question,
  service: string,
  code: ErrorCode = 'SERVICE_UNAVAILABLE',
): MappedAnswer => {
  const errors = pathsOf(question).map((path) => errorAt(code, path));
  return { data: null, errors: publicErrors(question, service, errors) };
};

/** The question itself goes over a limit; said once, however many records it names. */
export const refusedAnswer = (question: Question, service: string, message: string): MappedAnswer => {
  const path = pathsOfEntity(question, 0)[0];
  const error = new GraphQLError(message, { path: path ?? null, extensions: { code: 'LIMIT_EXCEEDED' } });
  return { data: null, errors: publicErrors(question, service, [error]) };
};
