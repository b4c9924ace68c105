/** The limit as a process of its own. */

import { issuerIn, oidcSettings } from '@relais/platform/auth/oidc-settings.ts';
import { createTokenVerifier } from '@relais/platform/auth/tokens.ts';
import { portNumber, readConfig } from '@relais/platform/config.ts';
import { runProcess } from '@relais/platform/process.ts';
import { recordFrom } from '@relais/platform/records.ts';
import { z } from 'zod';
import { demoAgencies } from '../../../standalone/src/demo-accounts.ts';
import { agencyNames, type ByAgency } from '../../../subgraphs/agencies.ts';
import { serveLimit } from './serve-limit.ts';

const addressesOf = (text: string): ByAgency<string> => {
  const urls = z.record(z.string(), z.url()).parse(JSON.parse(text));
  return recordFrom(
    agencyNames,
    agencyNames.map((name) => urls[name] ?? ''),
  );
};

const settings = z.object({ ...oidcSettings, PORT: portNumber, DATABASE_URLS: z.string() });

void runProcess(async () => {
  const config = readConfig(settings);
  const limit = await serveLimit({
    urls: addressesOf(config.DATABASE_URLS),
    verifyToken: createTokenVerifier(issuerIn(config)),
    admitted: demoAgencies,
    port: config.PORT,
  });
  return () => limit.close();
});
