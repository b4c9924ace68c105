import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { notLogged, outcomeNotLogged, storeAccesses } from '../access-log/accesses.ts';
import { type Denial, sayOnce } from '../graphql/denials.ts';
import { codeOf, isLate, LATE, publicDenial, publicError } from '../graphql/faults.ts';
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

/** How our gateway asks for denials that are said once; any other router gets an error for each. */
export const DENIALS = 'denials';
export const ONCE = 'once';

const tellDenials = (
  denials: readonly Denial[],
  { language, service, isOnce }: { language: Language; service: string; isOnce: boolean },
): readonly GraphQLFormattedError[] => {
  if (!isOnce) return denials.map((each) => publicDenial(each, language, service));
  return sayOnce(denials).map(({ first, said }) => {
    const { extensions, ...shown } = publicDenial(first, language, service);
    return { ...shown, extensions: { ...extensions, ...said } };
  });
};

const UNAVAILABLE = 503;

type Ended = GraphQLRequestContextWillSendResponse<SubgraphContext>;

/** What cannot be written down does not leave. */
const isLogged = async (
  { contextValue, operation, response: { body, http } }: Ended,
  service: string,
): Promise<boolean> => {
  const isChanged =
    operation?.operation === 'mutation' && body.kind === 'single' && Boolean(body.singleResult.data);
  try {
    await storeAccesses(contextValue);
    return true;
  } catch (error) {
    contextValue.log.error({ err: error }, 'access log not written');
    const told = isChanged ? outcomeNotLogged() : notLogged();
    const errors = [errorForGateway(told, contextValue.language, service)];
    http.status = UNAVAILABLE;
    if (body.kind === 'single') body.singleResult = { data: null, errors };
    return false;
  }
};

const tellErrors = (
  { request, response: { body }, errors = [], contextValue }: Ended,
  service: string,
): void => {
  if (body.kind !== 'single') return;
  logOwnFaults(errors, contextValue);
  const told = withinBudget({ data: body.singleResult.data ?? null, errors }, contextValue);
  if (contextValue.budget.isSpent) body.singleResult.data = null;
  const { language } = contextValue;
  const faults = told.errors.map((error) => errorForGateway(error, language, service));
  const isOnce = request.extensions?.[DENIALS] === ONCE;
  const denials = tellDenials(contextValue.denials.in(told.data), { language, service, isOnce });
  if (faults.length + denials.length > 0) body.singleResult.errors = [...faults, ...denials];
};

/** Only public errors leave, once it is written down who saw what; what is our own fault is logged in full. */
export const publicErrors = (service: string): ApolloServerPlugin<SubgraphContext> => ({
  async requestDidStart() {
    return {
      async willSendResponse(ended) {
        if (await isLogged(ended, service)) tellErrors(ended, service);
      },
    };
  },
});
