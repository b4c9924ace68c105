import { codeOf } from '@relais/platform/graphql/faults.ts';
import { GraphQLError } from 'graphql';
import { limits, timeLimits } from '../limits/limits.ts';
import type { Sentence } from '../messages/sentences.ts';
import { type Asked, type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts';
import { isMutation, representationsOf, type SubgraphRequest } from './subgraph-request.ts';
import {
  type GatewayResponse,
  mapResponse,
  outcomeOf,
  refusedResponse,
  responseOfSilence,
  type SubgraphResponse,
} from './subgraph-response.ts';
import { type Stopping, TimeLimitError, withinTime } from './time-limit.ts';

/** Puts a question to a subgraph; may fail, hang or be told to stop. */
export type Ask = (request: SubgraphRequest, stopping: Stopping) => Promise<SubgraphResponse>;

/** Answers what a plan wants of one subgraph. */
export type RelaisDataSource = { answer(request: SubgraphRequest): Promise<GatewayResponse> };

export type ResilienceOptions = {
  readonly name: string;
  readonly ask: Ask;
  readonly breaker?: CircuitBreaker;
  /** Factor on the time limits; tests on a busy machine use more than 1. */
  readonly patience?: number | undefined;
};

const logUnexpected = (request: SubgraphRequest, subgraph: string, errors: readonly GraphQLError[]): void => {
  for (const error of errors) {
    if (codeOf(error) !== 'INTERNAL_SERVER_ERROR') continue;
    const { path } = error;
    request.context.log.error({ subgraph, path, err: error.originalError ?? error }, 'subgraph error');
  }
};

const tooMany = (found: number): Sentence => ({
  key: 'TOO_MANY_RECORDS',
  parameters: { found, most: limits.representations },
});

const askedBy = ({ query, context }: SubgraphRequest): Asked => ({
  person: context.user.sub,
  operation: query,
});

/**
 * A data source that always answers in time and never throws: time limit, circuit breaker and error mapping around
 * one way of asking.
 */
export const resilientDataSource = ({
  name,
  ask,
  breaker = createCircuitBreaker(),
  patience = 1,
}: ResilienceOptions): RelaisDataSource => {
  const hear = (request: SubgraphRequest, response: SubgraphResponse): GatewayResponse => {
    breaker.report(outcomeOf(request, response), askedBy(request));
    logUnexpected(request, name, response.errors ?? []);
    return mapResponse(request, name, response);
  };

  const missed = (request: SubgraphRequest, error: unknown): GatewayResponse => {
    if (error instanceof GraphQLError) return hear(request, { errors: [error] });
    breaker.report(error instanceof TimeLimitError ? 'LATE' : 'BROKEN', askedBy(request));
    request.context.silentSubgraphs.add(name);
    request.context.log.warn({ subgraph: name, err: error }, 'subgraph did not answer');
    return responseOfSilence(request, name);
  };

  const mayAsk = ({ context }: SubgraphRequest): boolean =>
    !context.silentSubgraphs.has(name) && breaker.mayAsk();

  return {
    async answer(request) {
      const count = representationsOf(request).length;
      if (count > limits.representations) return refusedResponse(request, name, tooMany(count));
      if (!mayAsk(request)) return responseOfSilence(request, name);

      const limitMs = isMutation(request) ? timeLimits.mutationMs : timeLimits.queryMs;
      return withinTime(limitMs * patience, (stopping) => ask(request, stopping)).then(
        (response) => hear(request, response),
        (error: unknown) => missed(request, error),
      );
    },
  };
};
