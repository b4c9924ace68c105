import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { issuerIn, oidcAddresses, oidcSettings } from '@relais/platform/auth/oidc-settings.ts';
import { createTokenVerifier } from '@relais/platform/auth/tokens.ts';
import {
  addressBook,
  isProduction,
  portNumber,
  readConfig,
  refuseUnfitForProduction,
  secrets,
} from '@relais/platform/config.ts';
import { createLog, type Log } from '@relais/platform/log.ts';
import { runProcess } from '@relais/platform/process.ts';
import { z } from 'zod';
import { type HttpDataSource, httpDataSource } from './data-sources/http.ts';
import { startGateway } from './gateway.ts';
import { type KeptOperations, keepPublished } from './published/keep-published.ts';
import { CLIENT_SECRET, PUBLIC_URL, sessionSettings } from './session/settings.ts';

const COMPOSED = new URL('../../schema/supergraph.graphql', import.meta.url).pathname;
/** Where it was built: its screens need the sign-in by browser. */
const CONSOLE = new URL('../../console/dist', import.meta.url).pathname;
const PUBLISHED = new URL('../../schema/operations.json', import.meta.url).pathname;

/** `10.0.0.0/8,192.0.2.1` */
const addresses = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((each) => each.trim()))
  .transform((each) => each.filter(Boolean));

const settings = z.object({
  PORT: portNumber,
  HOST: z.string().default('0.0.0.0'),
  ...oidcSettings,
  SUBGRAPHS: addressBook,
  TRUSTED_PROXIES: addresses,
  SUPERGRAPH_PATH: z.string().default(COMPOSED),
  // Closed where real families are on file, unless the operator says otherwise.
  OPERATIONS: z.enum(['open', 'safelist']).default(isProduction() ? 'safelist' : 'open'),
  // Off, all is answered the long way: for whoever wants to know whether a fault is of the fast way.
  FAST_WAY: z.enum(['on', 'off']).default('on'),
  OPERATIONS_MANIFEST: z.string().default(PUBLISHED),
});

const secretVariable = (subgraph: string): string =>
  `INNER_HOP_SECRET_${subgraph.toUpperCase().replaceAll('-', '_')}`;

/** Whatever subgraphs the environment lists, each with a secret of its own: a city may add one of its own. */
const subgraphsAt = (addresses: Readonly<Record<string, string>>): ReadonlyMap<string, HttpDataSource> => {
  const names = Object.keys(addresses);
  const shared = readConfig(
    z.object(Object.fromEntries(names.map((name) => [secretVariable(name), secrets]))),
  );
  return new Map(
    Object.entries(addresses).map(([name, url]) => [
      name,
      httpDataSource({ name, url, secrets: shared[secretVariable(name)] ?? [] }),
    ]),
  );
};

const sourceIn = (subgraphs: ReadonlyMap<string, HttpDataSource>) => (name: string) => {
  const source = subgraphs.get(name);
  if (!source) throw new Error(`The supergraph names the subgraph "${name}", which has no address here.`);
  return source;
};

/** The safelist, where there is one. */
const publishedBy = (config: z.output<typeof settings>, log: Log): KeptOperations | undefined => {
  if (config.OPERATIONS === 'open') {
    if (isProduction())
      log.warn('OPERATIONS=open: whoever may sign in may ask anything that the limits allow');
    return undefined;
  }
  const published = keepPublished(config.OPERATIONS_MANIFEST, log);
  log.info({ operations: published.current().size }, 'only published operations are answered');
  return published;
};

void runProcess(async () => {
  const config = readConfig(settings);
  const hopSecrets = Object.keys(config.SUBGRAPHS).map(secretVariable);
  const sessions = sessionSettings();
  refuseUnfitForProduction({
    secrets: [...hopSecrets, ...(sessions ? [CLIENT_SECRET] : [])],
    addresses: [...oidcAddresses, ...(sessions ? [PUBLIC_URL] : [])],
  });
  const verifyToken = createTokenVerifier(issuerIn(config));
  const log = createLog('gateway');
  const subgraphs = subgraphsAt(config.SUBGRAPHS);
  const published = publishedBy(config, log);
  const gateway = await startGateway({
    supergraphSdl: await readFile(config.SUPERGRAPH_PATH, 'utf8'),
    dataSourceFor: sourceIn(subgraphs),
    verifyToken,
    log,
    port: config.PORT,
    host: config.HOST,
    trustedProxies: config.TRUSTED_PROXIES,
    hasFastWay: config.FAST_WAY === 'on',
    ...(published && { published: published.current }),
    ...(sessions && existsSync(CONSOLE) && { console: { folder: CONSOLE } }),
    ...(!isProduction() && { graphiql: { examples: [] }, isExplorable: true }),
    ...(sessions && { sessions }),
    endings: Object.fromEntries([...subgraphs].map(([name, source]) => [name, source.endSessions])),
    agenciesOf: Object.fromEntries([...subgraphs].map(([name, source]) => [name, source.agencyOf])),
    changesOf: Object.fromEntries(subgraphs),
    readiness: {
      'keys of the sign-in': verifyToken.hasKeys,
      ...Object.fromEntries([...subgraphs].map(([name, source]) => [name, () => source.isReady()])),
    },
  });
  log.info({ url: gateway.url }, 'ready');
  return async () => {
    published?.close();
    await gateway.close();
    await Promise.all([...subgraphs.values()].map((source) => source.close()));
  };
});
