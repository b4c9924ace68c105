import { withOwnDenials } from '@relais/platform/graphql/denials.ts';
import { withinBudget } from '@relais/platform/graphql/object-budget.ts';
import type { RequestFacts, RunningSubgraph } from '@relais/platform/subgraph-runtime.ts';
import { execute } from 'graphql';
import type { GatewayContext } from '../request-context.ts';
import {
  type RelaisDataSource,
  type ResilienceOptions,
  resilientDataSource,
} from './resilient-data-source.ts';

/** The part of a running subgraph that answers questions. */
export type Answering = Pick<RunningSubgraph, 'name' | 'schema'> & {
  contextFor(request: RequestFacts): Promise<object>;
};

const contextOf = (subgraph: Answering, request: GatewayContext): Promise<object> => {
  const open = request.subgraphContexts.get(subgraph.name);
  if (open) return open;
  const { authorization: token, requestId, language, purpose } = request;
  const context = subgraph.contextFor({ token, requestId, language, purpose });
  request.subgraphContexts.set(subgraph.name, context);
  return context;
};

/** Asks a subgraph of the same process: no text is parsed and nothing is serialised on the way. */
export const inProcessDataSource = (
  subgraph: Answering,
  { patience }: Pick<ResilienceOptions, 'patience'> = {},
): RelaisDataSource =>
  resilientDataSource({
    name: subgraph.name,
    patience,
    async ask({ document, variables, operationName, context }) {
      const contextValue = withOwnDenials(await contextOf(subgraph, context));
      const { schema } = subgraph;
      const answer = await execute({
        schema,
        document,
        variableValues: variables,
        operationName,
        contextValue,
        options: { maxCoercionErrors: 1 },
      });
      const { data, errors } = withinBudget(answer, contextValue);
      return { data, errors, denied: contextValue.denials.in(data) };
    },
  });
