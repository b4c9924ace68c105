import { readFile } from 'node:fs/promises';
import type { AgencyHealth } from '@relais/gateway/data-sources/agency-health.ts';
import { inProcessDataSource } from '@relais/gateway/data-sources/in-process.ts';
import { type GatewayOptions, type RunningGateway, startGateway } from '@relais/gateway/gateway.ts';
import type { AdmittedAgencies } from '@relais/platform/auth/agencies.ts';
import type { TokenVerifier } from '@relais/platform/auth/tokens.ts';
import type { Deliver } from '@relais/platform/events/event.ts';
import { inProcessDelivery } from '@relais/platform/events/in-process-delivery.ts';
import { createLog, type LogTarget } from '@relais/platform/log.ts';
import { type RunningSubgraph, type RuntimeOptions, runSubgraph } from '@relais/platform/subgraph-runtime.ts';
import { type AgencyName, type ByAgency, everyAgency } from '../../subgraphs/agencies.ts';
import { demoAgencies } from './demo-accounts.ts';
import { SUPERGRAPH } from './supergraph.ts';

export type Agencies = ByAgency<RunningSubgraph>;

export type WholeGraphOptions = {
  readonly urls: ByAgency<string>;
  /** As the owners of the tables, who bring them up to date; without them they must be so already. */
  readonly ownerUrls?: ByAgency<string>;
  readonly verifyToken: TokenVerifier;
  /** Those of the demo when left out. */
  readonly admitted?: AdmittedAgencies;
  readonly port: number;
  readonly host: string;
  readonly logLevel?: string;
  /** Where log lines go; standard output when left out. */
  readonly logTo?: LogTarget;
  readonly clock?: () => Date;
  /** Factor on all time limits; tests on a busy machine take more than 1. */
  readonly patience?: number;
  readonly isMigrated?: boolean;
  readonly console?: GatewayOptions['console'];
  readonly graphiql?: GatewayOptions['graphiql'];
  readonly sessions?: GatewayOptions['sessions'];
  readonly beside?: GatewayOptions['beside'];
  readonly hasFastWay?: GatewayOptions['hasFastWay'];
  /** Called when the databases are migrated and before anybody can ask. */
  readonly beforeOpening?: (agencies: Agencies) => Promise<void>;
};

export type WholeGraph = {
  readonly url: string;
  readonly agencies: Agencies;
  close(): Promise<void>;
};

/** How an agency tells the others. */
type Telling = (agency: AgencyName, running: ReadonlyMap<string, RunningSubgraph>) => Deliver;

const withinTheProcess: Telling = (_agency, running) =>
  inProcessDelivery((subscriber) => running.get(subscriber));

export const runAgencies = async (
  {
    urls,
    ownerUrls,
    verifyToken,
    admitted = demoAgencies,
    logLevel,
    logTo,
    clock,
    patience,
    isMigrated = false,
  }: WholeGraphOptions,
  deliver: Telling = withinTheProcess,
): Promise<Agencies> => {
  const running = new Map<string, RunningSubgraph>();
  const options = (name: AgencyName): RuntimeOptions => ({
    databaseUrl: urls[name],
    ownerUrl: ownerUrls?.[name],
    verifyToken,
    admitted,
    deliver: deliver(name, running),
    log: createLog(name, logLevel, logTo),
    isMigrated,
    ...(clock && { clock }),
    ...(patience && { patience }),
  });
  const agencies = await everyAgency((subgraph) => runSubgraph(subgraph, options(subgraph.name)));
  for (const agency of Object.values(agencies)) running.set(agency.name, agency);
  return agencies;
};

const isAgency = (agencies: Agencies, name: string): name is AgencyName => Object.hasOwn(agencies, name);

/** As `/health/ready` of the agency would say when it is a service of its own. */
const healthOf = async (agency: RunningSubgraph): Promise<AgencyHealth> =>
  (await agency.isReady()) && agency.outages();

/** How the gateway reaches the agencies. */
type Ways = Required<
  Pick<GatewayOptions, 'dataSourceFor' | 'endings' | 'agenciesOf' | 'changesOf' | 'readiness'>
>;

const ofEach = <Value>(agencies: Agencies, value: (agency: RunningSubgraph) => Value) =>
  Object.fromEntries(Object.entries(agencies).map(([name, agency]) => [name, value(agency)]));

const waysWithin = (
  agencies: Agencies,
  { patience, hasFastWay: isCompiled }: Pick<WholeGraphOptions, 'patience' | 'hasFastWay'>,
): Ways => ({
  dataSourceFor(name) {
    if (isAgency(agencies, name)) return inProcessDataSource(agencies[name], { patience, isCompiled });
    throw new Error(`The supergraph names ${name}, which is not part of this process.`);
  },
  endings: ofEach(agencies, ({ endSessions }) => endSessions),
  agenciesOf: ofEach(agencies, ({ agencyOf }) => agencyOf),
  changesOf: ofEach(agencies, ({ changes, newestChange }) => ({ changes, newestChange })),
  readiness: ofEach(agencies, (agency) => () => healthOf(agency)),
});

export const openGatewayBy = async (
  options: Omit<WholeGraphOptions, 'urls'>,
  ways: Ways,
): Promise<RunningGateway> =>
  startGateway({
    ...ways,
    supergraphSdl: await readFile(SUPERGRAPH, 'utf8'),
    verifyToken: options.verifyToken,
    isExplorable: true,
    log: createLog('gateway', options.logLevel, options.logTo),
    port: options.port,
    host: options.host,
    ...(options.console && { console: options.console }),
    ...(options.graphiql && { graphiql: options.graphiql }),
    ...(options.sessions && { sessions: options.sessions }),
    ...(options.beside && { beside: options.beside }),
    ...(options.hasFastWay !== undefined && { hasFastWay: options.hasFastWay }),
    ...(options.patience && { patience: options.patience }),
  });

/** The gateway over agencies that run already, in this process. */
export const openGateway = (
  options: Omit<WholeGraphOptions, 'urls'>,
  agencies: Agencies,
): Promise<RunningGateway> => openGatewayBy(options, waysWithin(agencies, options));

export const closeAll = async (agencies: Agencies): Promise<void> => {
  await Promise.all(Object.values(agencies).map((agency) => agency.close()));
};

/** The three agencies and the gateway in one process, on three databases. */
export const openWholeGraph = async (options: WholeGraphOptions): Promise<WholeGraph> => {
  const agencies = await runAgencies(options);
  try {
    await options.beforeOpening?.(agencies);
    const gateway = await openGateway(options, agencies);
    const close = async () => {
      await gateway.close();
      await closeAll(agencies);
    };
    return { url: gateway.url, agencies, close };
  } catch (error) {
    await closeAll(agencies);
    throw error;
  }
};
