import { type Environment, readConfig } from '@relais/platform/config.ts';
import { z } from 'zod';
import { sealingKeys } from './sealing.ts';
import type { SessionOptions } from './sessions.ts';

const SHORTEST_SECRET = 16;
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Tokens and cookies travel there: in the clear only within one machine. */
const isSafe = (text: string): boolean => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
};
const safeUrl = z.url().refine(isSafe, 'expected https:, or http: on this machine');

const publicUrl = safeUrl
  .refine((text) => new URL(text).pathname === '/' && !new URL(text).search, 'expected no path')
  .transform((text) => new URL(text).origin);

/** What production looks at more closely of it. */
export const CLIENT_SECRET = 'OIDC_CLIENT_SECRET';
export const PUBLIC_URL = 'PUBLIC_URL';

const settings = z.object({
  OIDC_ISSUER: safeUrl,
  OIDC_CLIENT_ID: z.string(),
  [CLIENT_SECRET]: z.string().min(SHORTEST_SECRET),
  SESSION_KEYS: sealingKeys,
  [PUBLIC_URL]: publicUrl,
});

const ASKS_FOR_SIGN_IN = ['OIDC_CLIENT_ID', CLIENT_SECRET, 'SESSION_KEYS', PUBLIC_URL];

/** How people sign in by browser; without any of its settings the gateway takes tokens only. */
export const sessionSettings = (environment: Environment = process.env): SessionOptions | undefined => {
  if (!ASKS_FOR_SIGN_IN.some((name) => environment[name] || environment[`${name}_FILE`])) return undefined;
  const config = readConfig(settings, environment);
  const { OIDC_ISSUER: url, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config;
  return { issuer: { url, clientId, clientSecret }, keys: config.SESSION_KEYS, publicUrl: config.PUBLIC_URL };
};
