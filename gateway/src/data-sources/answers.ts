import type { ErrorCode } from '@relais/platform/errors.ts';
import { codeOf, isLate, publicError } from '@relais/platform/graphql/faults.ts';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { inWords, type Sentence } from '../messages/sentences.ts';
import { type Path, valueAt } from '../plan/path.ts';
import type { Outcome } from './circuit-breaker.ts';
import { ENTITIES, pathsOf, pathsOfEntity, type Question } from './question.ts';

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

const movedTo = (
  { message, extensions }: GraphQLError,
  path: Path | undefined,
  code: ErrorCode,
): GraphQLError => new GraphQLError(message, { path: path ?? null, extensions: { ...extensions, code } });

/** Which of the fields asked for an error is about; an error about a record or the whole names none of them. */
const fieldOf = (path: Path = []): string => path.slice(0, path[0] === ENTITIES ? 3 : 1).join('.');

const isAboutMore = ({ path }: GraphQLError): boolean => !path || (path[0] === ENTITIES && path.length < 3);

/** Fields that came back without a value, and not because they are empty. */
const unknownPaths = (question: Question, { data }: Answer): readonly Path[] => {
  if (!data) return pathsOf(question);
  const entities = data[ENTITIES];
  if (!Array.isArray(entities) || !entities.includes(null)) return [];
  return entities.flatMap((entity, index) => (entity === null ? pathsOfEntity(question, index) : []));
};

/**
 * The errors of an answer, one for each unknown field. A record that another agency has and this one does not know
 * is null without an error: its fields are unknown, which is not "none".
 */
const completeErrors = (question: Question, answer: Answer): readonly GraphQLError[] => {
  const errors = answer.errors ?? [];
  const named = new Set(errors.map(({ path }) => fieldOf(path)));
  const missing = unknownPaths(question, answer).filter((path) => !named.has(fieldOf(path)));
  if (missing.length === 0) return errors;

  const causes = new Map(errors.map((error) => [error.path?.[1], error]));
  const causeOf = (path: Path) => causes.get(path[1]) ?? (answer.data ? undefined : errors[0]);
  const told = missing.map((path) => {
    const cause = causeOf(path);
    return cause ? movedTo(cause, path, codeOf(cause)) : errorAt('SERVICE_UNAVAILABLE', path);
  });
  return [...errors.filter((error) => !isAboutMore(error)), ...told];
};

const ABOUT_THE_QUESTION = new Set<ErrorCode>(['BAD_USER_INPUT', 'LIMIT_EXCEEDED']);

/** A value of the caller's that fits nowhere, or a question that asks for too much, is told once, not once per record. */
const mistakesOf = (question: Question, { data, errors = [] }: Answer): readonly GraphQLError[] => {
  const mistakes = data
    ? []
    : errors.filter((error) => !error.path?.length && ABOUT_THE_QUESTION.has(codeOf(error)));
  return mistakes.map((error) => movedTo(error, pathsOf(question)[0], codeOf(error)));
};

/**
 * How an answer counts: with nothing in it, because the agency's database is away or something took too long, it is
 * none. What took too long in part of it counts for nothing at all.
 */
export const outcomeOf = (question: Question, { data, errors = [] }: Answer): Outcome => {
  const outages = errors.filter((error) => codeOf(error) === 'SERVICE_UNAVAILABLE');
  const isEmpty = () => pathsOf(question).every((path) => (valueAt(data, path) ?? null) === null);
  if (outages.length === 0 || !isEmpty()) return 'ANSWERED';
  return outages.every(isLate) ? 'LATE' : 'BROKEN';
};

const publicErrors = (question: Question, service: string, errors: readonly GraphQLError[]) =>
  errors.map((error) => publicError(error, question.context.language, service));

/** A subgraph's own answer, with an error for every field that it left unknown. */
export const mapAnswer = (question: Question, service: string, answer: Answer): MappedAnswer => {
  const mistakes = mistakesOf(question, answer);
  const errors = mistakes.length > 0 ? mistakes : completeErrors(question, answer);
  const data = answer.data ?? null;
  return errors.length === 0 ? { data } : { data, errors: publicErrors(question, service, errors) };
};

/** The answer for a subgraph that gave none. */
export const noAnswer = (question: Question, service: string): MappedAnswer => {
  const errors = pathsOf(question).map((path) => errorAt('SERVICE_UNAVAILABLE', path));
  return { data: null, errors: publicErrors(question, service, errors) };
};

/** The question itself goes over a limit; said once, however many records it names. */
export const refusedAnswer = (question: Question, service: string, sentence: Sentence): MappedAnswer => {
  const path = pathsOfEntity(question, 0)[0];
  const error = new GraphQLError(inWords(sentence, question.context.language), {
    path: path ?? null,
    extensions: { code: 'LIMIT_EXCEEDED' },
  });
  return { data: null, errors: publicErrors(question, service, [error]) };
};
