import { ApolloGateway, type GatewayConfig, type GraphQLDataSource } from '@apollo/gateway';
import { RelaisError } from '@relais/platform/errors.ts';
import type { Log } from '@relais/platform/log.ts';
import { GraphQLError } from 'graphql';
import type { RelaisDataSource } from '../data-sources/resilient-data-source.ts';
import type { SubgraphRequest } from '../data-sources/subgraph-request.ts';
import { TimeLimitError, withinTime } from '../data-sources/time-limit.ts';
import { timeLimits } from '../limits/limits.ts';
import type { ListSizes } from '../limits/list-sizes.ts';
import type { Causes } from '../missing/causes.ts';
import type { GatewayContext } from '../request-context.ts';
import { trustComposition } from './composed-before.ts';
import { markConsequences } from './consequences.ts';
import { executeKnown, FastWay, type KnownRequest } from './fast-way.ts';
import type { QueryPlan } from './fetches.ts';
import { type Executor, type Logged, loggedExecutor, type Result, unavailable } from './logged-executor.ts';
import type { ReadSupergraph } from './read-supergraph.ts';
import { tellMissing } from './tell-missing.ts';

type Request = Parameters<ApolloGateway['executor']>[0];

export type GraphOptions = {
  readonly supergraphSdl: string;
  /** The same, read. */
  readonly read: ReadSupergraph;
  readonly dataSourceFor: (subgraph: string) => RelaisDataSource;
  readonly listSizes: ListSizes;
  readonly log: Log;
  /** Factor on the time limit; tests on a busy machine use more than 1. */
  readonly patience?: number;
  /** Whether what is asked again goes straight to the agencies; it does unless this says no. */
  readonly hasFastWay?: boolean;
};

type Service = GraphQLDataSource<GatewayContext>;

const subgraphRequestOf = (options: Parameters<Service['process']>[0]): SubgraphRequest => {
  if (!('incomingRequestContext' in options) || !options.document)
    throw new Error('A data source is only asked with the parsed document of a query plan');
  const { query = '', variables = {}, operationName } = options.request;
  const isOfRoot = !options.pathInIncomingRequest?.length;
  return { document: options.document, query, variables, operationName, isOfRoot, context: options.context };
};

/** A data source as the federation runtime asks it. */
const serviceOf = (source: RelaisDataSource): Service => ({
  process: async (options) => source.answer(subgraphRequestOf(options)),
});

export type Graph = {
  readonly gateway: ApolloGateway;
  /** Undefined when there is none. */
  readonly fastWay: FastWay | undefined;
  /** Carries out what the fast way knows; in time, logged and complete as all else. */
  readonly executeKnown: (request: KnownRequest) => Promise<Result>;
};

const LONGEST_GIST = 120;

/** What comes after a colon or in quotes is of the request, or of an error. */
const gistOf = (said: unknown): string => /^[^:"`'\n]*/.exec(String(said))?.[0].slice(0, LONGEST_GIST) ?? '';

type Saying = (said: unknown) => void;

/** The federation runtime reports its start as "info"; ours is one line of our own. */
export const quietLog = (log: Log): NonNullable<GatewayConfig['logger']> => {
  const as =
    (level: 'trace' | 'debug' | 'warn' | 'error'): Saying =>
    (said) =>
      said instanceof Error ? log[level]({ err: said }, 'runtime') : log[level](gistOf(said));
  return { debug: as('trace'), info: as('debug'), warn: as('warn'), error: as('error') };
};

/** A value that broke the schema's promise made its parent null; without an error that would mean "none". */
const brokenPromises = ({ extensions }: Result): readonly GraphQLError[] => {
  const broken: unknown = extensions?.valueCompletion;
  return Array.isArray(broken) ? broken : [];
};

/** One agency answers nothing of what asks for too much; the rest alone would show nulls where there is something. */
const overLimit = (causes: Causes): Result | undefined => {
  const cause = causes.all.find(({ error }) => error.extensions?.code === 'LIMIT_EXCEEDED');
  if (!cause) return undefined;
  const { message, extensions } = cause.error;
  return { data: null, errors: [new GraphQLError(message, { extensions: { ...extensions } })] };
};

const complete = (result: Result, causes: Causes, plan: QueryPlan | undefined): Result => {
  const { data, errors: failed = [] } = result;
  const broken = brokenPromises(result);
  if (causes.all.length + failed.length + broken.length === 0) return result;
  const refused = overLimit(causes);
  if (refused) return refused;
  if (plan) markConsequences(plan, causes.whole);
  const errors = tellMissing({ data, broken, failed }, causes);
  return { ...(data !== undefined && { data }), ...(errors.length > 0 && { errors }) };
};

/** In time, written down who saw it, and with no unknown value without an error; whichever way it is carried out. */
const completing = <Asked extends Logged>(
  execute: Executor<Asked>,
  planOf: (request: Asked) => QueryPlan | undefined,
  { log, patience = 1 }: Pick<GraphOptions, 'log' | 'patience'>,
): Executor<Asked> => {
  const executeLogged = loggedExecutor(execute, { log, patience });
  // Counted from here: what asks for much has waited for its turn until now.
  const limitMs = timeLimits.requestMs * patience;
  return async (request) => {
    try {
      const result = await withinTime(limitMs, () => executeLogged(request));
      return complete(result, request.context.causes, planOf(request));
    } catch (error) {
      if (error instanceof TimeLimitError)
        return unavailable(new RelaisError('SERVICE_UNAVAILABLE', 'too late'));
      throw error;
    }
  };
};

/** The composed graph: plans a query, asks the subgraphs, and leaves no unknown value without an error. */
export const createGraph = (options: GraphOptions): Graph => {
  const { supergraphSdl, read, dataSourceFor, log, listSizes, hasFastWay = true } = options;
  // The gateway sends usage data to its maker unless this is set before it is made.
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  const plans = new WeakMap<object, QueryPlan>();
  const sources = new Map<string, RelaisDataSource>();

  const gateway = new ApolloGateway({
    supergraphSdl,
    // Checked when it was composed; checking again would cost a start half a second.
    validateSupergraph: false,
    buildService({ name }) {
      const source = dataSourceFor(name);
      sources.set(name, source);
      return serviceOf(source);
    },
    experimental_didResolveQueryPlan: ({ requestContext, queryPlan }) =>
      void plans.set(requestContext, queryPlan),
    __exposeQueryPlanExperimental: false,
    logger: quietLog(log),
  });
  trustComposition(gateway, read);

  const fastWay = hasFastWay ? new FastWay({ gateway, sources, listSizes }) : undefined;
  const execute = completing(gateway.executor, (request: Request) => plans.get(request), options);
  gateway.executor = async (request) => {
    const result = await execute(request);
    const { schema, document, operation, source: text } = request;
    const plan = plans.get(request);
    if (plan)
      fastWay?.learn(
        { text, operationName: request.request.operationName },
        { schema, document, operation, plan },
      );
    return result;
  };
  return {
    gateway,
    fastWay,
    executeKnown: completing(executeKnown, ({ known }) => known.plan, options),
  };
};
