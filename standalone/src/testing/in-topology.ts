import { httpDataSource } from '@relais/gateway/data-sources/http.ts';
import { eventKey, eventPublicKeys, newEventKey } from '@relais/platform/events/event-keys.ts';
import { httpDelivery } from '@relais/platform/events/http-delivery.ts';
import { serveSubgraph } from '@relais/platform/http/serve-subgraph.ts';
import { agencyNames, byAgency, everyAgency } from '../../../subgraphs/agencies.ts';
import {
  type Agencies,
  closeAll,
  openGatewayBy,
  openWholeGraph,
  runAgencies,
  type WholeGraph,
  type WholeGraphOptions,
} from '../whole-graph.ts';

type Closing = { close(): Promise<void> };

const keysOfAgencies = () => {
  const pairs = byAgency(newEventKey);
  const published = agencyNames.map((name) => `${name}=${pairs[name].publicKey}`).join(',');
  return {
    signers: byAgency((name) => eventKey.parse(pairs[name].key)),
    ring: eventPublicKeys.parse(published),
  };
};

const secrets = byAgency((name) => [`the secret of ${name} and the gateway`]);

const gatewayOver = async (options: WholeGraphOptions, addresses: Readonly<Record<string, string>>) => {
  const { patience } = options;
  const sources = byAgency((name) =>
    httpDataSource({ name, url: addresses[name] ?? '', secrets: secrets[name], patience }),
  );
  const found = new Map(Object.entries(sources));
  const sourceOf = (name: string) => {
    const source = found.get(name);
    if (!source) throw new Error(`The supergraph names ${name}, which is no service here.`);
    return source;
  };
  const gateway = await openGatewayBy(options, {
    dataSourceFor: sourceOf,
    endings: byAgency((name) => sources[name].endSessions),
    agenciesOf: byAgency((name) => sources[name].agencyOf),
    changesOf: byAgency((name) => sources[name]),
    readiness: byAgency((name) => sources[name].isReady),
  });
  const close = async () => {
    await gateway.close();
    await Promise.all([...found.values()].map((source) => source.close()));
  };
  return { url: gateway.url, close };
};

/**
 * The same graph, whose agencies are asked and tell each other as services do: over HTTP, signed and sealed. They run in
 * this process all the same, so that a test reaches their databases and their clock.
 */
const openServices = async (options: WholeGraphOptions): Promise<WholeGraph> => {
  const { signers, ring } = keysOfAgencies();
  const addresses: Record<string, string> = {};
  const agencies: Agencies = await runAgencies(options, (name) => httpDelivery(addresses, signers[name]));
  const opened: Closing[] = [{ close: () => closeAll(agencies) }];
  const close = async () => {
    for (const each of opened.toReversed()) await each.close();
  };
  try {
    await everyAgency(async ({ name }) => {
      const server = await serveSubgraph(agencies[name], {
        port: 0,
        host: '127.0.0.1',
        innerHopSecrets: secrets[name],
        eventKeys: ring,
        patience: options.patience,
      });
      opened.push(server);
      addresses[name] = server.url;
    });
    await options.beforeOpening?.(agencies);
    const gateway = await gatewayOver(options, addresses);
    opened.push(gateway);
    return { url: gateway.url, agencies, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** All in one process, or with `RELAIS_TOPOLOGY=distributed` the agencies as services: each test of the whole graph holds for both. */
export const isDistributed = process.env.RELAIS_TOPOLOGY === 'distributed';

export const openInTopology: typeof openWholeGraph = isDistributed ? openServices : openWholeGraph;
