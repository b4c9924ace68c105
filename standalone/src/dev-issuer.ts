import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { IssuerOptions } from '@relais/platform/auth/tokens.ts';
import { ConfigError } from '@relais/platform/config.ts';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { z } from 'zod';
import { type KeptRecord, keptRecord } from './data-folder.ts';
import type { DemoAccount } from './demo-accounts.ts';

const ISSUER = 'https://demo-issuer.relais.invalid';
const AUDIENCE = 'relais';
const LIFETIME_SECONDS = 12 * 3_600;
const ALGORITHM = 'ES256';

export type DevIssuer = {
  /** What a service needs to verify the tokens. */
  readonly options: IssuerOptions;
  tokenFor(account: Omit<DemoAccount, 'may'>): Promise<string>;
};

const signingKey = z.looseObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

const newKey = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: ALGORITHM, kid: 'demo' };
};

const keptKey: KeptRecord<z.ZodType<z.output<typeof signingKey>, unknown>> = {
  file: 'issuer-key.json',
  shape: signingKey,
  make: newKey,
  remedy: 'Stop Relais and remove the file: the next start makes a new key, and tokens printed before end.',
};

const publicPartOf = ({ d: _secret, ...publicPart }: JWK): JWK => publicPart;

/** Anyone who starts the demo is anyone they like in it: never where real families are on file. */
export const refuseProduction = (environment = process.env): void => {
  if (environment.NODE_ENV !== 'production') return;
  throw new ConfigError(['the demo sign-in does not run with NODE_ENV=production']);
};

/** Issues tokens for the demo accounts, with a key of this installation's own. */
export const openDevIssuer = async (dataDir: string, environment = process.env): Promise<DevIssuer> => {
  refuseProduction(environment);
  const key: JWK = await keptRecord(dataDir, keptKey);
  const jwksFile = path.join(dataDir, 'issuer-jwks.json');
  await writeFile(jwksFile, JSON.stringify({ keys: [publicPartOf(key)] }));
  const privateKey = await importJWK(key, ALGORITHM);

  return {
    options: {
      issuer: ISSUER,
      audience: AUDIENCE,
      jwksUrl: pathToFileURL(jwksFile).href,
      longestLifeSeconds: LIFETIME_SECONDS,
    },
    tokenFor: ({ sub, name, role, agency, admin = false, centreIds = [], scope = '' }) =>
      new SignJWT({ name, role, agency, admin, centreIds, scope })
        .setProtectedHeader({ alg: ALGORITHM, kid: 'demo', typ: 'at+jwt' })
        .setSubject(sub)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(`${LIFETIME_SECONDS}s`)
        .sign(privateKey),
  };
};
