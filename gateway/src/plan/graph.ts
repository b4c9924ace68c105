import { ApolloGateway, type GatewayConfig } from '@apollo/gateway';
import { RelaisError } from '@relais/platform/errors.ts';
import type { Log } from '@relais/platform/log.ts';
import { GraphQLError } from 'graphql';
import type { RelaisDataSource } from '../data-sources/resilient-data-source.ts';
import { TimeLimitError, withinTime } from '../data-sources/time-limit.ts';
import { timeLimits } from '../limits/limits.ts';
import type { Causes } from '../missing/causes.ts';
import { markConsequences } from './consequences.ts';
import type { QueryPlan } from './fetches.ts';
import { loggedExecutor, unavailable } from './logged-executor.ts';
import { tellMissing } from './tell-missing.ts';

type Executor = ApolloGateway['executor'];
type Request = Parameters<Executor>[0];
type Result = Awaited<ReturnType<Executor>>;

export type GraphOptions = {
  readonly supergraphSdl: string;
  readonly dataSourceFor: (subgraph: string) => RelaisDataSource;
  readonly log: Log;
  /** Factor on the time limit; tests on a busy machine use more than 1. */
  readonly patience?: number;
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

const causesOf = ({ context }: Request): Causes => context.causes;

/** The composed graph: plans a query, asks the subgraphs, and leaves no unknown value without an error. */
export const createGraph = ({
  supergraphSdl,
  dataSourceFor,
  log,
  patience = 1,
}: GraphOptions): ApolloGateway => {
  // The gateway sends usage data to its maker unless this is set before it is made.
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  const plans = new WeakMap<object, QueryPlan>();

  const gateway = new ApolloGateway({
    supergraphSdl,
    // Checked when it was composed; checking again would cost a start half a second.
    validateSupergraph: false,
    buildService: ({ name }) => dataSourceFor(name),
    queryPlannerConfig: { exposeDocumentNodeInFetchNode: true },
    experimental_didResolveQueryPlan: ({ requestContext, queryPlan }) =>
      void plans.set(requestContext, queryPlan),
    __exposeQueryPlanExperimental: false,
    logger: quietLog(log),
  });

  const executeLogged = loggedExecutor(gateway.executor, { log, patience });
  gateway.executor = async (request: Request) => {
    // Counted from here: what asks for much has waited for its turn until now.
    const limitMs = timeLimits.requestMs * patience;
    try {
      const result = await withinTime(limitMs, () => executeLogged(request));
      return complete(result, causesOf(request), plans.get(request));
    } catch (error) {
      if (error instanceof TimeLimitError)
        return unavailable(new RelaisError('SERVICE_UNAVAILABLE', 'too late'));
      throw error;
    }
  };
  return gateway;
};
