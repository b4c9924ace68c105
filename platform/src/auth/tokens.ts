import { readFileSync } from 'node:fs';
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { RelaisError } from '../errors.ts';
import {
  CLOCK_TOLERANCE_SECONDS,
  isAccessToken,
  isMade,
  isShortLived,
  LONGEST_LIFE_SECONDS,
  roleIn,
} from './token.rules.ts';
import { type Claims, roles, userClaims } from './user.ts';

export type TokenVerifier = (bearer: string | undefined) => Promise<Claims>;

/** One that can say whether it has keys to verify with, which it fetches where it has none yet. */
export type KeyedVerifier = TokenVerifier & { hasKeys(): Promise<boolean> };

export type IssuerOptions = {
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer publishes its keys: `https:`, or `file:` on one machine. */
  readonly jwksUrl: string;
  /** The types of token that are taken, by their headers: `at+jwt` (RFC 9068) unless told. */
  readonly types?: readonly string[] | undefined;
  /** Where a token names the role: a claim, or a path to it; `role` unless told. */
  readonly roleClaim?: string | undefined;
  /** How long a token of a person may live at most: ten minutes unless told. */
  readonly longestLifeSeconds?: number | undefined;
};

const MOST_CACHED = 10_000;
/** So that an issuer's key that was taken back, or a clock that was wrong, is not believed for long. */
const CACHED_MS = 60_000;

const keysOf = (jwksUrl: string) => {
  const url = new URL(jwksUrl);
  if (url.protocol === 'file:') {
    const find = createLocalJWKSet(JSON.parse(readFileSync(url, 'utf8')));
    return { find, has: async () => true };
  }
  // The issuer may be outside: unlike calls between agencies, this one heeds the environment's proxy.
  const find = createRemoteJWKSet(url);
  const fetched = () =>
    find.reload().then(
      () => true,
      () => false,
    );
  return { find, has: async () => find.jwks() !== undefined || fetched() };
};

/** Why a token is refused that our issuer did sign; of any other nothing is told. */
export type TokenFault =
  | 'EXPIRED'
  | 'NOT_YET'
  | 'OTHER_AUDIENCE'
  | 'NO_ROLE'
  | 'NO_ACCESS_TOKEN'
  | 'LIVES_TOO_LONG';

/** A request without a token we take; `given` tells it from one without any. */
export class TokenRefused extends RelaisError {
  readonly given: boolean;
  readonly fault: TokenFault | undefined;

  constructor(given: boolean, fault?: TokenFault) {
    super('UNAUTHENTICATED', 'Sign in: the request carries no valid bearer token.');
    this.name = 'TokenRefused';
    this.given = given;
    this.fault = fault;
  }
}

const FAULTS_OF_CLAIMS: ReadonlyMap<string, TokenFault> = new Map([
  ['aud', 'OTHER_AUDIENCE'],
  ['nbf', 'NOT_YET'],
]);

/** These checks come after that of the signature. */
const faultOf = (error: unknown): TokenFault | undefined => {
  if (error instanceof TokenRefused) return error.fault;
  if (error instanceof errors.JWTExpired) return 'EXPIRED';
  if (error instanceof errors.JWTClaimValidationFailed) return FAULTS_OF_CLAIMS.get(error.claim);
  return error instanceof z.ZodError && error.issues.some(({ path }) => path[0] === 'role')
    ? 'NO_ROLE'
    : undefined;
};

const issuerAway = (): RelaisError =>
  new RelaisError('SERVICE_UNAVAILABLE', 'The keys of the sign-in service cannot be fetched.');

/** A bad token is the caller's; keys that cannot be fetched (no answer, not 200, not JSON) are not. */
const isAboutToken = (error: unknown): boolean => {
  if (error instanceof z.ZodError || error instanceof TokenRefused) return true;
  if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout) return false;
  return error.code !== errors.JOSEError.code;
};

type Verified = Awaited<ReturnType<typeof jwtVerify>>;

/** What a token that our issuer signed for us says, once it is one to ask with. */
const claimsIn = (
  { payload, protectedHeader }: Verified,
  { types = ['at+jwt'], roleClaim = 'role', longestLifeSeconds = LONGEST_LIFE_SECONDS.people }: IssuerOptions,
): Claims => {
  if (!isAccessToken(protectedHeader.typ, payload, types)) throw new TokenRefused(true, 'NO_ACCESS_TOKEN');
  const claims = userClaims.parse({ ...payload, role: roleIn(payload, roleClaim, roles) });
  const isSystem = claims.role === 'INTEGRATOR';
  const longest = isSystem ? Math.max(longestLifeSeconds, LONGEST_LIFE_SECONDS.systems) : longestLifeSeconds;
  if (!isMade(payload, Date.now() / 1_000)) throw new TokenRefused(true, 'NOT_YET');
  if (!isShortLived(payload, longest)) throw new TokenRefused(true, 'LIVES_TOO_LONG');
  return claims;
};

/**
 * Verifies signature, issuer, audience, algorithm, type, expiry and length of life; a verified token is remembered for a
 * minute, and no longer than it lives.
 */
export const createTokenVerifier = (options: IssuerOptions): KeyedVerifier => {
  const keys = keysOf(options.jwksUrl);
  const remembered = new Map<string, { user: Claims; until: number }>();

  const verify = async (token: string): Promise<Claims> => {
    const verified = await jwtVerify(token, keys.find, {
      issuer: options.issuer,
      audience: options.audience,
      algorithms: ['ES256', 'EdDSA'],
      requiredClaims: ['sub', 'exp', 'iat'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    });
    const user = claimsIn(verified, options);
    if (remembered.size >= MOST_CACHED) remembered.clear();
    const expiresAt = Number(verified.payload.exp) * 1_000;
    remembered.set(token, { user, until: Math.min(expiresAt, Date.now() + CACHED_MS) });
    return user;
  };

  const verifyBearer: TokenVerifier = async (bearer) => {
    const token = /^Bearer (\S+)$/i.exec(bearer ?? '')?.[1];
    if (!token) throw new TokenRefused(false);
    const known = remembered.get(token);
    if (known && known.until > Date.now()) return known.user;
    remembered.delete(token);
    return verify(token).catch((error: unknown) => {
      throw isAboutToken(error) ? new TokenRefused(true, faultOf(error)) : issuerAway();
    });
  };
  return Object.assign(verifyBearer, { hasKeys: keys.has });
};
