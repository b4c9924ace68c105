import type { ApolloGateway } from '@apollo/gateway';
import {
  ApolloServer,
  type ApolloServerPlugin,
  type GraphQLRequestContextWillSendResponse,
  type GraphQLRequestListener,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Log } from '@relais/platform/log.ts';
import type { GraphQLSchema } from 'graphql';
import { aliasRule } from '../limits/alias-rule.ts';
import { conditionRule } from '../limits/condition-rule.ts';
import { limits } from '../limits/limits.ts';
import type { ListSizes } from '../limits/list-sizes.ts';
import { type Request as CountedRequest, countObjects } from '../limits/object-count.ts';
import { aliasCountRule, depthRule } from '../limits/size-rules.ts';
import { SayingError } from '../messages/saying-error.ts';
import { quietLog } from '../plan/graph.ts';
import type { GatewayContext } from '../request-context.ts';
import { bodyLength } from '../traffic/body-length.ts';
import { traffic } from '../traffic/limits.ts';
import type { Points } from '../traffic/points.ts';
import { literalRule } from '../values/literal-rule.ts';
import { operationProblem } from '../values/operation-problem.ts';
import { type Asked, variableProblem } from '../values/variable-problem.ts';
import { prefersPlainJson } from './accepted-type.ts';
import { logAnswer, logUnexpected, refusedAsTooLong } from './answered.ts';
import { maskError, type RequestFacts, turnedAway } from './errors.ts';

/** Which request an error belongs to: Apollo Server formats errors without saying. */
export type ErrorOwners = WeakMap<object, RequestFacts>;

export type ServerOptions = {
  readonly graph: ApolloGateway;
  /** All that was composed, also what callers cannot see. */
  readonly supergraph: GraphQLSchema;
  readonly listSizes: ListSizes;
  readonly owners: ErrorOwners;
  readonly points: Points;
  readonly log: Log;
  readonly plugins: ApolloServerPlugin<GatewayContext>[];
  /** Whether callers may explore the schema: ask what it holds, and be told the name that they nearly wrote. */
  readonly isExplorable: boolean;
  /** Whether only published operations come as far as here. */
  readonly isSafelisted: boolean;
};

type Response = GraphQLRequestContextWillSendResponse<GatewayContext>['response'];

const OK = 200;
const BAD_REQUEST = 400;
const NOBODY: RequestFacts = { requestId: '', language: 'fr' };

/** Answers how many objects the answer may hold. */
const checkObjects = (request: CountedRequest): number => {
  const found = countObjects(request);
  if (found <= limits.objects) return found;
  const parameters = { found, most: limits.objects };
  throw turnedAway('LIMIT_EXCEEDED', { key: 'TOO_MANY_OBJECTS', parameters }, BAD_REQUEST);
};

/** Read once, here: the federation runtime would tell every wrong value of a request, one by one. */
const checkVariables = (request: Asked): void => {
  const problem = variableProblem(request);
  if (!problem) return;
  throw new SayingError('BAD_USER_INPUT', problem, { status: BAD_REQUEST, argument: problem.where });
};

/** Errors about the request itself; those that explain a null in the answer are never cut. */
const MOST_REQUEST_ERRORS = 20;

const isAboutRequest = ({ body }: Response): boolean =>
  body.kind === 'single' && body.singleResult.data === undefined && Boolean(body.singleResult.errors);

const refuseLongAnswer = ({ body }: Response, facts: RequestFacts): void => {
  const refused = body.kind === 'single' ? refusedAsTooLong(body.singleResult.data, facts) : undefined;
  if (refused && body.kind === 'single') body.singleResult = refused;
};

/** A request that could not even be asked. */
const isRefused = (response: Response): boolean =>
  isAboutRequest(response) && response.http.status === BAD_REQUEST;

type Listening = {
  readonly owners: ErrorOwners;
  readonly points: Points;
  readonly listSizes: ListSizes;
};

const listenWith = ({ owners, points, listSizes }: Listening): GraphQLRequestListener<GatewayContext> => ({
  // Only a text that is not known, or was refused before, is parsed.
  async parsingDidStart({ source, contextValue }) {
    await points.readAnew(contextValue.user.sub, source);
  },
  async didResolveOperation({ operation, document, schema, request, response, contextValue }) {
    if (!operation) throw turnedAway('BAD_USER_INPUT', { key: 'UNKNOWN_OPERATION' }, BAD_REQUEST);
    const problem = operationProblem(operation);
    if (problem) throw turnedAway('BAD_USER_INPUT', problem, BAD_REQUEST);
    const asked = { operation, document, schema, listSizes, variables: request.variables ?? {} };
    checkVariables(asked);
    const objects = checkObjects(asked);
    const standing = await points.spend(contextValue.user.sub, objects);
    for (const [name, value] of standing) response.http.headers.set(name, value);
    if (objects > traffic.heavyObjects) await contextValue.goHeavy();
  },
  async didEncounterErrors({ errors, contextValue }) {
    for (const error of errors) {
      owners.set(error, contextValue);
      logUnexpected(contextValue, error);
    }
  },
  async willSendResponse({ contextValue, operationName, errors, request, response }) {
    refuseLongAnswer(response, contextValue);
    if (isRefused(response)) {
      await points.refuse(contextValue.user.sub, bodyLength(request.http?.headers.get('content-length')));
      if (prefersPlainJson(request.http?.headers.get('accept'))) response.http.status = OK;
    }
    logAnswer(contextValue, operationName ?? null, errors);
  },
});

/** Apollo Server with our limits and error rules; it reports to nobody and shows no page of its own. */
export const createServer = ({
  graph,
  supergraph,
  listSizes,
  owners,
  points,
  log,
  plugins,
  isExplorable,
  isSafelisted,
}: ServerOptions): ApolloServer<GatewayContext> =>
  new ApolloServer<GatewayContext>({
    gateway: graph,
    introspection: isExplorable,
    hideSchemaDetailsFromClientErrors: !isExplorable,
    // The token travels in a header that no foreign page can set, and only JSON is taken.
    csrfPrevention: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    maxRecursiveSelections: limits.selections,
    parseOptions: { maxTokens: isSafelisted ? limits.publishedTokens : limits.tokens },
    validationRules: [aliasRule(supergraph), depthRule, aliasCountRule, conditionRule, literalRule],
    // One more says that there are more.
    validationOptions: { maxErrors: MOST_REQUEST_ERRORS - 1 },
    formatError: (_formatted, error) => maskError(error, (isObject(error) && owners.get(error)) || NOBODY),
    logger: quietLog(log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      { requestDidStart: async () => listenWith({ owners, points, listSizes }) },
      ...plugins,
    ],
  });

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
