import { createHmac } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { IssuerOptions } from '@relais/platform/auth/tokens.ts';
import { ConfigError } from '@relais/platform/config.ts';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { z } from 'zod';
import { type KeptRecord, keptRecord } from './data-folder.ts';
import type { DemoAccount } from './demo-accounts.ts';

const AUDIENCE = 'relais';
const LIFETIME_SECONDS = 12 * 3_600;
const ALGORITHM = 'ES256';

type Claiming = Omit<DemoAccount, 'may' | 'title'>;

export type DevIssuer = {
  /** What a service needs to verify the tokens. */
  readonly options: IssuerOptions;
  /** Signs; the issuer that people sign in at has the same. */
  readonly key: JWK;
  tokenFor(account: Claiming): Promise<string>;
  /** With which a system asks for tokens itself. */
  secretOf(system: Pick<DemoAccount, 'sub'>): string;
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

/** Where the demo answers, by its one public name: `127.0.0.1` would be another place for cookies. */
export const publicUrl = (port: number): string => `http://localhost:${port}`;

const issuerAt = (port: number): string => `${publicUrl(port)}/sign-in`;
const DEFAULT_PORT = 4000;

/** The name of the issuer is its address, which whoever prints a token while it runs elsewhere must know. */
const nameOf = async (dataDir: string, port: number | undefined): Promise<string> => {
  const file = path.join(dataDir, 'issuer-name.json');
  if (port === undefined) {
    const kept = z.url().safeParse(
      await readFile(file, 'utf8')
        .then(JSON.parse)
        .catch(() => undefined),
    );
    return kept.data ?? issuerAt(DEFAULT_PORT);
  }
  const half = `${file}.${process.pid}`;
  await writeFile(half, JSON.stringify(issuerAt(port)));
  await rename(half, file);
  return issuerAt(port);
};

/** What a token says of an account. */
export const claimsOf = ({ name, role, agency, admin = false, centreIds = [], scope = '' }: Claiming) => ({
  name,
  role,
  agency,
  admin,
  centreIds,
  scope,
});

/** Issues tokens for the demo accounts, with a key of this installation's own; `port` is that of a Relais that starts. */
export const openDevIssuer = async (
  dataDir: string,
  {
    port,
    environment = process.env,
  }: { readonly port?: number; readonly environment?: NodeJS.ProcessEnv } = {},
): Promise<DevIssuer> => {
  refuseProduction(environment);
  const key: JWK = await keptRecord(dataDir, keptKey);
  const issuer = await nameOf(dataDir, port);
  const jwksFile = path.join(dataDir, 'issuer-jwks.json');
  await writeFile(jwksFile, JSON.stringify({ keys: [publicPartOf(key)] }));
  const privateKey = await importJWK(key, ALGORITHM);

  return {
    options: {
      issuer,
      audience: AUDIENCE,
      jwksUrl: pathToFileURL(jwksFile).href,
      longestLifeSeconds: LIFETIME_SECONDS,
    },
    key,
    tokenFor: (account) => {
      const now = Math.floor(Date.now() / 1_000);
      return new SignJWT(claimsOf(account))
        .setProtectedHeader({ alg: ALGORITHM, kid: 'demo', typ: 'at+jwt' })
        .setSubject(account.sub)
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setIssuedAt(now)
        .setExpirationTime(now + LIFETIME_SECONDS)
        .sign(privateKey);
    },
    secretOf: ({ sub }) => createHmac('sha256', String(key.d)).update(sub).digest('base64url'),
  };
};
