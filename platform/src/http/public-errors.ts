import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { notLogged, outcomeNotLogged, storeAccesses } from '../access-log/accesses.ts';
import { type Denial, sayOnce } from '../graphql/denials.ts';
import { codeOf, DEALT_WITH, isLate, LATE, publicDenial, publicError } from '../graphql/faults.ts';
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

export const UNAVAILABLE = 503;

type Ended = GraphQLRequestContextWillSendResponse<SubgraphContext>;

/** What cannot be written down does not leave: then the error that is told instead of the answer. */
export const notWritten = async (
  context: SubgraphContext,
  isAfterChange: boolean,
  service: string,
): Promise<GraphQLFormattedError | undefined> => {
  try {
    await storeAccesses(context);
    return undefined;
  } catch (error) {
    context.log.error({ err: error }, 'access log not written');
    const told = isAfterChange ? outcomeNotLogged() : notLogged();
    const { extensions, ...shown } = errorForGateway(told, context.language, service);
    return { ...shown, extensions: { ...extensions, ...(isAfterChange && { [DEALT_WITH]: true }) } };
  }
};

export type Executed = {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLError[] | undefined;
};

/** What an answer tells of what is missing in it; what is our own fault is logged in full. */
export const toldErrors = (
  { data = null, errors = [] }: Executed,
  context: SubgraphContext,
  { service, isOnce }: { readonly service: string; readonly isOnce: boolean },
): readonly GraphQLFormattedError[] => {
  logOwnFaults(errors, context);
  const told = withinBudget({ data: data as Record<string, unknown> | null, errors }, context);
  const { language } = context;
  const faults = told.errors.map((error) => errorForGateway(error, language, service));
  return [...faults, ...tellDenials(context.denials.in(told.data), { language, service, isOnce })];
};

const tellErrors = ({ request, response: { body }, errors, contextValue }: Ended, service: string): void => {
  if (body.kind !== 'single') return;
  const isOnce = request.extensions?.[DENIALS] === ONCE;
  const told = toldErrors({ data: body.singleResult.data, errors }, contextValue, { service, isOnce });
  if (contextValue.budget.isSpent) body.singleResult.data = null;
  if (told.length > 0) body.singleResult.errors = told;
};

const isChanged = ({ operation, response: { body } }: Ended): boolean =>
  operation?.operation === 'mutation' && body.kind === 'single' && Boolean(body.singleResult.data);

/** Only public errors leave, once it is written down who saw what. */
export const publicErrors = (service: string): ApolloServerPlugin<SubgraphContext> => ({
  async requestDidStart() {
    return {
      async willSendResponse(ended) {
        const { body, http } = ended.response;
        const instead = await notWritten(ended.contextValue, isChanged(ended), service);
        if (!instead) {
          tellErrors(ended, service);
          return;
        }
        http.status = UNAVAILABLE;
        if (body.kind === 'single') body.singleResult = { data: null, errors: [instead] };
      },
    };
  },
});
