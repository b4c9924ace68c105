import { readFile } from 'node:fs/promises';
import { createTokenVerifier } from '@relais/platform/auth/tokens.ts';
import { portNumber, readConfig } from '@relais/platform/config.ts';
import { createLog } from '@relais/platform/log.ts';
import { runProcess } from '@relais/platform/process.ts';
import { z } from 'zod';
import { type HttpDataSource, httpDataSource } from './data-sources/http.ts';
import { startGateway } from './gateway.ts';

const SHORTEST_SECRET = 32;
const secret = z.string().min(SHORTEST_SECRET);
const COMPOSED = new URL('../../schema/supergraph.graphql', import.meta.url).pathname;

const settings = z.object({
  PORT: portNumber,
  HOST: z.string().default('0.0.0.0'),
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: z.string(),
  OIDC_JWKS_URL: z.url(),
  SUBGRAPH_EARLY_CHILDHOOD_URL: z.url(),
  SUBGRAPH_SOCIAL_PROTECTION_URL: z.url(),
  SUBGRAPH_EMPLOYMENT_URL: z.url(),
  INNER_HOP_SECRET_EARLY_CHILDHOOD: secret,
  INNER_HOP_SECRET_SOCIAL_PROTECTION: secret,
  INNER_HOP_SECRET_EMPLOYMENT: secret,
  SUPERGRAPH_PATH: z.string().default(COMPOSED),
});

type Settings = z.output<typeof settings>;

const subgraphsOf = (config: Settings): ReadonlyMap<string, HttpDataSource> =>
  new Map(
    [
      {
        name: 'early-childhood',
        url: config.SUBGRAPH_EARLY_CHILDHOOD_URL,
        secret: config.INNER_HOP_SECRET_EARLY_CHILDHOOD,
      },
      {
        name: 'social-protection',
        url: config.SUBGRAPH_SOCIAL_PROTECTION_URL,
        secret: config.INNER_HOP_SECRET_SOCIAL_PROTECTION,
      },
      { name: 'employment', url: config.SUBGRAPH_EMPLOYMENT_URL, secret: config.INNER_HOP_SECRET_EMPLOYMENT },
    ].map((subgraph) => [subgraph.name, httpDataSource(subgraph)]),
  );

const sourceIn = (subgraphs: ReadonlyMap<string, HttpDataSource>) => (name: string) => {
  const source = subgraphs.get(name);
  if (!source) throw new Error(`The supergraph names the subgraph "${name}", which has no address here.`);
  return source;
};

await runProcess(async () => {
  const config = readConfig(settings);
  const log = createLog('gateway');
  const subgraphs = subgraphsOf(config);
  const gateway = await startGateway({
    supergraphSdl: await readFile(config.SUPERGRAPH_PATH, 'utf8'),
    dataSourceFor: sourceIn(subgraphs),
    verifyToken: createTokenVerifier({
      issuer: config.OIDC_ISSUER,
      audience: config.OIDC_AUDIENCE,
      jwksUrl: config.OIDC_JWKS_URL,
    }),
    log,
    port: config.PORT,
    host: config.HOST,
    graphiql: { examples: [], demoUsers: [] },
    readiness: Object.fromEntries([...subgraphs].map(([name, source]) => [name, () => source.isReady()])),
  });
  log.info({ url: gateway.url }, 'ready');
  return async () => {
    await gateway.close();
    await Promise.all([...subgraphs.values()].map((source) => source.close()));
  };
});
