import type { GraphQLDataSource } from '@apollo/gateway';
import { codeOf } from '@relais/platform/graphql/faults.ts';
import { GraphQLError } from 'graphql';
import { limits, timeLimits } from '../limits/limits.ts';
import type { Sentence } from '../messages/sentences.ts';
import type { GatewayContext } from '../request-context.ts';
import { type Answer, type MappedAnswer, mapAnswer, noAnswer, outcomeOf, refusedAnswer } from './answers.ts';
import { type Asked, type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts';
import { isMutation, type Question, representationsOf } from './question.ts';
import { TimeLimitError, withinTime } from './time-limit.ts';

/** Puts a question to a subgraph; may fail, hang or be told to stop. */
export type Ask = (question: Question, signal: AbortSignal) => Promise<Answer>;

export type RelaisDataSource = GraphQLDataSource<GatewayContext>;

export type GuardOptions = {
  readonly name: string;
  readonly ask: Ask;
  readonly breaker?: CircuitBreaker;
  /** Factor on the time limits; tests on a busy machine use more than 1. */
  readonly patience?: number | undefined;
};

type ProcessOptions = Parameters<RelaisDataSource['process']>[0];

const questionOf = (options: ProcessOptions): Question => {
  if (!('incomingRequestContext' in options) || !options.document) {
    throw new Error('A data source is only asked with the parsed document of a query plan');
  }
  const { query = '', variables = {}, operationName } = options.request;
  return { document: options.document, query, variables, operationName, context: options.context };
};

const logUnexpected = (question: Question, subgraph: string, errors: readonly GraphQLError[]): void => {
  for (const error of errors) {
    if (codeOf(error) !== 'INTERNAL_SERVER_ERROR') continue;
    const { path } = error;
    question.context.log.error({ subgraph, path, err: error.originalError ?? error }, 'subgraph error');
  }
};

const tooMany = (found: number): Sentence => ({
  key: 'TOO_MANY_RECORDS',
  parameters: { found, most: limits.representations },
});

const askedBy = ({ query, context }: Question): Asked => ({ person: context.user.sub, operation: query });

/**
 * A data source that always answers in time and never throws: time limit, circuit breaker and error mapping around
 * one way of asking.
 */
export const guardedDataSource = ({
  name,
  ask,
  breaker = createCircuitBreaker(),
  patience = 1,
}: GuardOptions): RelaisDataSource => {
  const hear = (question: Question, answer: Answer): MappedAnswer => {
    breaker.report(outcomeOf(question, answer), askedBy(question));
    logUnexpected(question, name, answer.errors ?? []);
    return mapAnswer(question, name, answer);
  };

  const missed = (question: Question, error: unknown): MappedAnswer => {
    if (error instanceof GraphQLError) return hear(question, { errors: [error] });
    breaker.report(error instanceof TimeLimitError ? 'LATE' : 'BROKEN', askedBy(question));
    question.context.silentSubgraphs.add(name);
    question.context.log.warn({ subgraph: name, err: error }, 'subgraph did not answer');
    return noAnswer(question, name);
  };

  const mayAsk = ({ context }: Question): boolean => !context.silentSubgraphs.has(name) && breaker.mayAsk();

  return {
    async process(options) {
      const question = questionOf(options);
      const count = representationsOf(question).length;
      if (count > limits.representations) return refusedAnswer(question, name, tooMany(count));
      if (!mayAsk(question)) return noAnswer(question, name);

      const limitMs = isMutation(question) ? timeLimits.mutationMs : timeLimits.queryMs;
      return withinTime(limitMs * patience, (signal) => ask(question, signal)).then(
        (answer) => hear(question, answer),
        (error: unknown) => missed(question, error),
      );
    },
  };
};
