import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import { codeOf, publicError } from '../graphql/faults.ts';
import { withinBudget } from '../graphql/object-budget.ts';
import type { SubgraphContext } from '../graphql/subgraph.ts';

const logOwnFaults = (errors: readonly GraphQLError[], { log }: SubgraphContext): void => {
  for (const error of errors) {
    if (codeOf(error) === 'INTERNAL_SERVER_ERROR') log.error({ err: error.originalError }, 'resolver failed');
  }
};

/** Only public errors leave; what is our own fault is logged in full. */
export const publicErrors = (service: string): ApolloServerPlugin<SubgraphContext> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body }, errors, contextValue }) {
        if (body.kind !== 'single' || !errors) return;
        logOwnFaults(errors, contextValue);
        const told = withinBudget({ data: body.singleResult.data ?? null, errors }, contextValue);
        if (contextValue.budget.isSpent) body.singleResult.data = null;
        body.singleResult.errors = told.errors.map((error) =>
          publicError(error, contextValue.language, service),
        );
      },
    };
  },
});
