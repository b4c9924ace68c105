import { z } from 'zod';
import { LONGEST_LIFE_SECONDS } from './token.rules.ts';
import type { IssuerOptions } from './tokens.ts';

const isFitLife = (seconds: number): boolean =>
  process.env.NODE_ENV !== 'production' || seconds <= LONGEST_LIFE_SECONDS.people;

const listed = z
  .string()
  .default('at+jwt')
  .transform((text) => text.split(',').map((each) => each.trim()));

/** The sign-in, as every service is told of it. */
export const oidcSettings = {
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: z.string(),
  OIDC_JWKS_URL: z.url(),
  OIDC_TOKEN_TYPES: listed,
  OIDC_ROLE_CLAIM: z.string().default('role'),
  /** Longer than ten minutes only for proofs and demos. */
  OIDC_LONGEST_LIFE_SECONDS: z.coerce
    .number()
    .int()
    .positive()
    .default(LONGEST_LIFE_SECONDS.people)
    .refine(isFitLife, 'in production 600 at most'),
} as const;

const settings = z.object(oidcSettings);

export const issuerIn = (config: z.output<typeof settings>): IssuerOptions => ({
  issuer: config.OIDC_ISSUER,
  audience: config.OIDC_AUDIENCE,
  jwksUrl: config.OIDC_JWKS_URL,
  types: config.OIDC_TOKEN_TYPES,
  roleClaim: config.OIDC_ROLE_CLAIM,
  longestLifeSeconds: config.OIDC_LONGEST_LIFE_SECONDS,
});

/** What production looks at more closely of it. */
export const oidcAddresses = ['OIDC_ISSUER', 'OIDC_JWKS_URL'] as const;
