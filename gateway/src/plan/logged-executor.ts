import type { ApolloGateway } from '@apollo/gateway';
import { notLogged, outcomeNotLogged, storeAccesses } from '@relais/platform/access-log/accesses.ts';
import type { RelaisError } from '@relais/platform/errors.ts';
import type { Log } from '@relais/platform/log.ts';
import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import { withinTime } from '../data-sources/time-limit.ts';
import { timeLimits } from '../limits/limits.ts';
import type { GatewayContext } from '../request-context.ts';

export type Result = Awaited<ReturnType<ApolloGateway['executor']>>;
/** What is known of a request that is carried out, whichever way it goes. */
export type Logged = {
  readonly context: Parameters<ApolloGateway['executor']>[0]['context'];
  readonly operation: Pick<OperationDefinitionNode, 'operation'>;
};
export type Executor<Request extends Logged> = (request: Request) => Promise<Result>;
type LoggingOptions = {
  readonly log: Log;
  /** Factor on the time limit; tests on a busy machine use more than 1. */
  readonly patience?: number;
};
type Touched = Pick<GatewayContext, 'causes' | 'subgraphContexts' | 'silentSubgraphs'>;

const touchedBy = ({ context: { causes, subgraphContexts, silentSubgraphs } }: Logged): Touched => ({
  causes,
  subgraphContexts,
  silentSubgraphs,
});

/** An answer that gives nothing, not even what some agencies had. */
export const unavailable = ({ message, extensions }: RelaisError): Result => ({
  data: null,
  errors: [new GraphQLError(message, { extensions: { ...extensions, http: { status: 503 } } })],
});

/** One that is not open once everything is answered, or could not be opened, answered nothing. */
const openedBy = (opening: Promise<object>): Promise<object | null> =>
  Promise.race([opening, null]).catch(() => null);

/** The agencies of this process that could not write down who saw what. */
const notLoggedBy = async (
  { subgraphContexts }: Touched,
  { log, patience = 1 }: LoggingOptions,
): Promise<readonly string[]> => {
  const stored = [...subgraphContexts].map(async ([name, opening]) => {
    const context = await openedBy(opening);
    try {
      if (context) await withinTime(timeLimits.queryMs * patience, () => storeAccesses(context));
      return [];
    } catch (error) {
      log.error({ subgraph: name, err: error }, 'access log not written');
      return [name];
    }
  });
  return (await Promise.all(stored)).flat();
};

/**
 * Has each agency of this process write down who saw what, all at once, before anything of it is answered. One that cannot
 * gives nothing: the question is asked once more without it, of what the others have at hand. A change is not made twice.
 */
export const loggedExecutor = <Request extends Logged>(
  execute: Executor<Request>,
  options: LoggingOptions,
): Executor<Request> => {
  const executeLogged: Executor<Request> = async (request) => {
    const result = await execute(request);
    const touched = touchedBy(request);
    const missing = await notLoggedBy(touched, options);
    if (missing.length === 0) return result;
    if (request.operation.operation === 'mutation')
      return unavailable(result.data ? outcomeNotLogged() : notLogged());
    for (const name of missing) {
      touched.silentSubgraphs.add(name);
      touched.subgraphContexts.delete(name);
    }
    touched.causes.forget();
    return executeLogged(request);
  };
  return executeLogged;
};
