import type { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestListener } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Log } from '@relais/platform/log.ts';
import type { GraphQLError, OperationDefinitionNode } from 'graphql';
import { isUnexpected, maskError, type RequestFacts, turnedAway } from '../errors.ts';
import { aliasRule, supergraphSchema } from '../limits/alias-rule.ts';
import { limits } from '../limits/limits.ts';
import { type Request as CountedRequest, countObjects } from '../limits/object-count.ts';
import { aliasCountRule, depthRule } from '../limits/size-rules.ts';
import { quietLog } from '../plan/graph.ts';
import type { GatewayContext } from '../request-context.ts';

/** Which request an error belongs to: Apollo Server formats errors without saying. */
export type ErrorOwners = WeakMap<object, RequestFacts>;

export type ServerOptions = {
  readonly graph: ApolloGateway;
  readonly supergraphSdl: string;
  readonly owners: ErrorOwners;
  readonly log: Log;
  readonly plugins: ApolloServerPlugin<GatewayContext>[];
};

const BAD_REQUEST = 400;
const NOBODY: RequestFacts = { requestId: '', language: 'fr' };

const logAnswer = (
  context: GatewayContext,
  operation: string | null,
  errors: readonly GraphQLError[] = [],
): void => {
  const { log, startedAt, user } = context;
  const codes = [...new Set(errors.map(({ extensions }) => extensions.code))];
  log.info(
    { operation, role: user.role, ms: Date.now() - startedAt, ...(codes.length > 0 && { codes }) },
    'answered',
  );
};

const operationProblem = (operation: OperationDefinitionNode | undefined): string | null => {
  if (!operation) return 'Argument "operationName": the document has no such operation.';
  const names = operation.variableDefinitions?.map(({ variable }) => variable.name.value);
  // The gateway sends the records it asks an agency about under this name.
  return names?.includes('representations') ? 'Variable "$representations" is a reserved name.' : null;
};

const checkObjects = (request: CountedRequest): void => {
  const count = countObjects(request);
  if (count <= limits.objects) return;
  const message = `The answer may hold ${count} objects; at most ${limits.objects} are allowed.`;
  throw turnedAway('LIMIT_EXCEEDED', message, BAD_REQUEST);
};

const listenWith = (owners: ErrorOwners): GraphQLRequestListener<GatewayContext> => ({
  async didResolveOperation({ operation, document, schema, request }) {
    const problem = operationProblem(operation);
    if (problem) throw turnedAway('BAD_USER_INPUT', problem, BAD_REQUEST);
    if (operation) checkObjects({ operation, document, schema, variables: request.variables ?? {} });
  },
  async didEncounterErrors({ errors, contextValue }) {
    for (const error of errors) {
      owners.set(error, contextValue);
      if (isUnexpected(error))
        contextValue.log.error({ err: error.originalError ?? error }, 'request failed');
    }
  },
  async willSendResponse({ contextValue, operationName, errors }) {
    logAnswer(contextValue, operationName ?? null, errors);
  },
});

/** Apollo Server with our limits and error rules; it reports to nobody and shows no page of its own. */
export const createServer = ({
  graph,
  supergraphSdl,
  owners,
  log,
  plugins,
}: ServerOptions): ApolloServer<GatewayContext> =>
  new ApolloServer<GatewayContext>({
    gateway: graph,
    introspection: true,
    // The token travels in a header that no foreign page can set, and only JSON is taken.
    csrfPrevention: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    maxRecursiveSelections: limits.selections,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [aliasRule(supergraphSchema(supergraphSdl)), depthRule, aliasCountRule],
    formatError: (_formatted, error) => maskError(error, (isObject(error) && owners.get(error)) || NOBODY),
    logger: quietLog(log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      { requestDidStart: async () => listenWith(owners) },
      ...plugins,
    ],
  });

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
