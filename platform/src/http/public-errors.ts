import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { codeOf, isLate, LATE, publicError } from '../graphql/faults.ts';
import { withinBudget } from '../graphql/object-budget.ts';
import type { Language } from '../messages.ts';
import type { SubgraphContext } from '../subgraph.ts';

const logOwnFaults = (errors: readonly GraphQLError[], { log }: SubgraphContext): void => {
  for (const error of errors) {
    if (codeOf(error) === 'INTERNAL_SERVER_ERROR') log.error({ err: error.originalError }, 'resolver failed');
  }
};

/** As it leaves for the gateway, which must tell an agency that is away from a question that took too long. */
export const errorForGateway = (
  error: GraphQLError,
  language: Language,
  service: string,
): GraphQLFormattedError => {
  const shown = publicError(error, language, service);
  if (codeOf(error) !== 'SERVICE_UNAVAILABLE' || !isLate(error)) return shown;
  return { ...shown, extensions: { ...shown.extensions, [LATE]: true } };
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
          errorForGateway(error, contextValue.language, service),
        );
      },
    };
  },
});
