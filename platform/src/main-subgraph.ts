import { z } from 'zod';
import { admittedAgencies } from './auth/agencies.ts';
import { issuerIn, oidcAddresses, oidcSettings } from './auth/oidc-settings.ts';
import { createTokenVerifier } from './auth/tokens.ts';
import { addressBook, portNumber, readConfig, refuseUnfitForProduction, secrets } from './config.ts';
import {
  databaseSettings,
  ownerAddress,
  ownerSettings,
  serviceAddress,
} from './database/database-settings.ts';
import { eventKey, eventPublicKeys } from './events/event-keys.ts';
import { httpDelivery } from './events/http-delivery.ts';
import { serveSubgraph } from './http/serve-subgraph.ts';
import { createLog } from './log.ts';
import { runProcess } from './process.ts';
import type { Subgraph } from './subgraph.ts';
import { runSubgraph } from './subgraph-runtime.ts';

const settings = z.object({
  ...databaseSettings,
  MIGRATIONS_DATABASE_URL: ownerSettings.MIGRATIONS_DATABASE_URL.optional(),
  MIGRATIONS_DATABASE_PASSWORD: ownerSettings.MIGRATIONS_DATABASE_PASSWORD,
  PORT: portNumber,
  HOST: z.string().default('0.0.0.0'),
  ...oidcSettings,
  INNER_HOP_SECRET: secrets,
  EVENT_KEY: eventKey,
  EVENT_PUBLIC_KEYS: eventPublicKeys,
  EVENT_SUBSCRIBERS: addressBook,
  RELAIS_AGENCIES: admittedAgencies,
});

/** One subgraph as its own service, configured by the environment (`.env.example`). */
export const main = (subgraph: Subgraph): Promise<void> =>
  runProcess(async () => {
    const config = readConfig(settings);
    const { MIGRATIONS_DATABASE_URL: owner } = config;
    refuseUnfitForProduction({ secrets: ['INNER_HOP_SECRET', 'EVENT_KEY'], addresses: oidcAddresses });
    const verifyToken = createTokenVerifier(issuerIn(config));
    const log = createLog(subgraph.name);
    const running = await runSubgraph(subgraph, {
      databaseUrl: serviceAddress(config),
      ownerUrl: owner && ownerAddress({ ...config, MIGRATIONS_DATABASE_URL: owner }),
      verifyToken,
      hasKeys: verifyToken.hasKeys,
      admitted: config.RELAIS_AGENCIES,
      deliver: httpDelivery(config.EVENT_SUBSCRIBERS, config.EVENT_KEY),
      log,
    });
    const server = await serveSubgraph(running, {
      port: config.PORT,
      host: config.HOST,
      innerHopSecrets: config.INNER_HOP_SECRET,
      eventKeys: config.EVENT_PUBLIC_KEYS,
    });
    log.info({ url: server.url }, 'ready');
    return async () => {
      await server.close();
      await running.close();
    };
  });
