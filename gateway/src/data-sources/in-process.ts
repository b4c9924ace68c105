import { carryOut } from '@relais/platform/executing/carry-out.ts';
import { withinBudget } from '@relais/platform/graphql/object-budget.ts';
import type { RequestFacts, RunningSubgraph } from '@relais/platform/subgraph-runtime.ts';
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

export type InProcessOptions = Pick<ResilienceOptions, 'patience'> & {
  /** Whether questions that were asked before are carried out as they were compiled; they are when left out. */
  readonly isCompiled?: boolean | undefined;
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
  { patience, isCompiled }: InProcessOptions = {},
): RelaisDataSource =>
  resilientDataSource({
    name: subgraph.name,
    patience,
    async ask({ document, variables, operationName, context }) {
      const question = { schema: subgraph.schema, document, variables, operationName };
      const answer = await carryOut(question, await contextOf(subgraph, context), { isCompiled });
      const { data, errors } = withinBudget(answer.result, answer.context);
      return { data, errors, denied: answer.context.denials.in(data) };
    },
  });
