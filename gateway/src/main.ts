import { readFile } from 'node:fs/promises';
import { issuerIn, oidcAddresses, oidcSettings } from '@relais/platform/auth/oidc-settings.ts';
import { createTokenVerifier } from '@relais/platform/auth/tokens.ts';
import {
  addressBook,
  portNumber,
  readConfig,
  refuseUnfitForProduction,
  secrets,
} from '@relais/platform/config.ts';
import { createLog } from '@relais/platform/log.ts';
import { runProcess } from '@relais/platform/process.ts';
import { z } from 'zod';
import { type HttpDataSource, httpDataSource } from './data-sources/http.ts';
import { startGateway } from './gateway.ts';
import { CLIENT_SECRET, PUBLIC_URL, sessionSettings } from './session/settings.ts';

const COMPOSED = new URL('../../schema/supergraph.graphql', import.meta.url).pathname;

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
  const gateway = await startGateway({
    supergraphSdl: await readFile(config.SUPERGRAPH_PATH, 'utf8'),
    dataSourceFor: sourceIn(subgraphs),
    verifyToken,
    log,
    port: config.PORT,
    host: config.HOST,
    trustedProxies: config.TRUSTED_PROXIES,
    graphiql: { examples: [] },
    ...(sessions && { sessions }),
    endings: Object.fromEntries([...subgraphs].map(([name, source]) => [name, source.endSessions])),
    readiness: {
      'keys of the sign-in': verifyToken.hasKeys,
      ...Object.fromEntries([...subgraphs].map(([name, source]) => [name, () => source.isReady()])),
    },
  });
  log.info({ url: gateway.url }, 'ready');
  return async () => {
    await gateway.close();
    await Promise.all([...subgraphs.values()].map((source) => source.close()));
  };
});
