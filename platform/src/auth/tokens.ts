import { readFileSync } from 'node:fs';
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { RelaisError } from '../errors.ts';
import { type Claims, userClaims } from './user.ts';

export type TokenVerifier = (bearer: string | undefined) => Promise<Claims>;

export type IssuerOptions = {
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer publishes its keys: `https:`, or `file:` on one machine. */
  readonly jwksUrl: string;
};

const MOST_CACHED = 10_000;

const keysOf = (jwksUrl: string) => {
  const url = new URL(jwksUrl);
  // The issuer may be outside: unlike calls between agencies, this one heeds the environment's proxy.
  if (url.protocol !== 'file:') return createRemoteJWKSet(url);
  return createLocalJWKSet(JSON.parse(readFileSync(url, 'utf8')));
};

/** Why a token is refused that our issuer did sign; of any other nothing is told. */
export type TokenFault = 'EXPIRED' | 'OTHER_AUDIENCE' | 'NO_ROLE';

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

/** These checks come after that of the signature. */
const faultOf = (error: unknown): TokenFault | undefined => {
  if (error instanceof errors.JWTExpired) return 'EXPIRED';
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') return 'OTHER_AUDIENCE';
  return error instanceof z.ZodError && error.issues.some(({ path }) => path[0] === 'role')
    ? 'NO_ROLE'
    : undefined;
};

const issuerAway = (): RelaisError =>
  new RelaisError('SERVICE_UNAVAILABLE', 'The keys of the sign-in service cannot be fetched.');

/** A bad token is the caller's; keys that cannot be fetched (no answer, not 200, not JSON) are not. */
const isAboutToken = (error: unknown): boolean => {
  if (error instanceof z.ZodError) return true;
  if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout) return false;
  return error.code !== errors.JOSEError.code;
};

/** Verifies signature, issuer, audience, algorithm and expiry; a verified token is remembered until it expires. */
export const createTokenVerifier = ({ issuer, audience, jwksUrl }: IssuerOptions): TokenVerifier => {
  const keys = keysOf(jwksUrl);
  const verified = new Map<string, { user: Claims; expiresAt: number }>();

  const verify = async (token: string): Promise<Claims> => {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ['ES256', 'EdDSA'],
      requiredClaims: ['sub', 'exp'],
    });
    const user = userClaims.parse(payload);
    if (verified.size >= MOST_CACHED) verified.clear();
    verified.set(token, { user, expiresAt: Number(payload.exp) * 1000 });
    return user;
  };

  return async (bearer) => {
    const token = /^Bearer (\S+)$/i.exec(bearer ?? '')?.[1];
    if (!token) throw new TokenRefused(false);
    const known = verified.get(token);
    if (known && known.expiresAt > Date.now()) return known.user;
    verified.delete(token);
    return verify(token).catch((error: unknown) => {
      throw isAboutToken(error) ? new TokenRefused(true, faultOf(error)) : issuerAway();
    });
  };
};
