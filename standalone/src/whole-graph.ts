import { readFile } from 'node:fs/promises';
import { subgraph as earlyChildhood } from '@relais/early-childhood/subgraph.ts';
import { subgraph as employment } from '@relais/employment/subgraph.ts';
import { inProcessDataSource } from '@relais/gateway/data-sources/in-process.ts';
import { type GatewayOptions, type RunningGateway, startGateway } from '@relais/gateway/gateway.ts';
import type { TokenVerifier } from '@relais/platform/auth/tokens.ts';
import type { SubgraphName } from '@relais/platform/graphql/subgraph.ts';
import { createLog, type Log } from '@relais/platform/log.ts';
import { type RunningSubgraph, type RuntimeOptions, runSubgraph } from '@relais/platform/subgraph-runtime.ts';
import { subgraph as socialProtection } from '@relais/social-protection/subgraph.ts';

export type WholeGraphOptions = {
  readonly urls: Readonly<Record<SubgraphName, string>>;
  readonly verifyToken: TokenVerifier;
  readonly port: number;
  readonly host: string;
  readonly logLevel?: string;
  readonly clock?: () => Date;
  /** Factor on the databases' time limits. */
  readonly patience?: number;
  readonly graphiql?: GatewayOptions['graphiql'];
  /** Called when the databases are migrated and before anybody can ask. */
  readonly beforeOpening?: (agencies: ReadonlyMap<string, RunningSubgraph>) => Promise<void>;
};

export type WholeGraph = {
  readonly url: string;
  readonly agencies: ReadonlyMap<string, RunningSubgraph>;
  close(): Promise<void>;
};

const SUPERGRAPH = new URL('../../schema/supergraph.graphql', import.meta.url);

/** In one process an event is a call. An agency that is not up yet gets it later: delivery tries again. */
const deliverTo =
  (agencies: ReadonlyMap<string, RunningSubgraph>): RuntimeOptions['deliver'] =>
  async (subscriber, event) => {
    const agency = agencies.get(subscriber);
    if (!agency) throw new Error(`${subscriber} is not running.`);
    await agency.receive(event);
  };

const runAgencies = async (
  { urls, verifyToken, logLevel, clock, patience }: WholeGraphOptions,
  agencies: Map<string, RunningSubgraph>,
): Promise<void> => {
  const options = (name: SubgraphName): RuntimeOptions => ({
    databaseUrl: urls[name],
    verifyToken,
    deliver: deliverTo(agencies),
    log: createLog(name, logLevel),
    ...(clock && { clock }),
    ...(patience && { patience }),
  });
  const running = await Promise.all([
    runSubgraph(earlyChildhood, options('early-childhood')),
    runSubgraph(socialProtection, options('social-protection')),
    runSubgraph(employment, options('employment')),
  ]);
  for (const agency of running) agencies.set(agency.name, agency);
};

const openGateway = async (
  options: WholeGraphOptions,
  agencies: ReadonlyMap<string, RunningSubgraph>,
  log: Log,
): Promise<RunningGateway> => {
  const agencyNamed = (name: string): RunningSubgraph => {
    const agency = agencies.get(name);
    if (!agency) throw new Error(`The supergraph names ${name}, which is not part of this process.`);
    return agency;
  };
  return startGateway({
    supergraphSdl: await readFile(SUPERGRAPH, 'utf8'),
    dataSourceFor: (name) => inProcessDataSource(agencyNamed(name)),
    verifyToken: options.verifyToken,
    log,
    port: options.port,
    host: options.host,
    readiness: Object.fromEntries([...agencies].map(([name, agency]) => [name, () => agency.isReady()])),
    ...(options.graphiql && { graphiql: options.graphiql }),
  });
};

/** The three agencies and the gateway in one process, on three databases. */
export const openWholeGraph = async (options: WholeGraphOptions): Promise<WholeGraph> => {
  const agencies = new Map<string, RunningSubgraph>();
  const closeAgencies = async () => {
    await Promise.all([...agencies.values()].map((agency) => agency.close()));
  };
  try {
    await runAgencies(options, agencies);
    await options.beforeOpening?.(agencies);
    const gateway = await openGateway(options, agencies, createLog('gateway', options.logLevel));
    const close = async () => {
      await gateway.close();
      await closeAgencies();
    };
    return { url: gateway.url, agencies, close };
  } catch (error) {
    await closeAgencies();
    throw error;
  }
};
