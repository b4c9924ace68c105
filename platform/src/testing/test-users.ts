import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { AdmittedAgencies } from '../auth/agencies.ts';
import { LONGEST_LIFE_SECONDS } from '../auth/token.rules.ts';
import { createTokenVerifier, type IssuerOptions } from '../auth/tokens.ts';
import type { Role } from '../auth/user.ts';
import { agencyOf } from './agency-of.ts';

export type TestUser = {
  readonly role: Role;
  readonly sub?: string;
  readonly name?: string;
  /** One that is admitted, unless told. */
  readonly agency?: string;
  readonly admin?: boolean;
  readonly centreIds?: readonly string[];
  readonly scope?: string;
  /** When they proved who they are; tokens say nothing of it unless told. */
  readonly auth_time?: number;
};

/** The agencies of the tests, which a city has admitted; `elsewhere` in a token is one it has not. */
export const testAgencies: AdmittedAgencies = new Map([
  ['ville-de-nantes', 'CARE'],
  ['departement-44', 'BENEFITS'],
  ['caf-44', 'BENEFITS'],
  ['france-travail', 'JOB_SEARCH'],
]);

const as =
  (role: Role, known?: string) =>
  (sub: string = known ?? randomUUID()): TestUser => ({ role, sub });

/** Whoever is not named otherwise follows the families that builders make. */
export const THE_CASEWORKER = 'the-caseworker';
export const THE_ADVISOR = 'the-advisor';

export const caseworker = as('CASEWORKER', THE_CASEWORKER);
export const advisor = as('EMPLOYMENT_ADVISOR', THE_ADVISOR);
export const coordinator = as('CARE_COORDINATOR');
export const centreStaff = as('CENTRE_STAFF');
export const integrator = as('INTEGRATOR');
export const auditor = as('AUDITOR');

/** As long as services take it at most. */
const lifeOf = (role: Role): number =>
  role === 'INTEGRATOR' ? LONGEST_LIFE_SECONDS.systems : LONGEST_LIFE_SECONDS.people;

/** Of a token, what another issuer may say otherwise. */
export type SaidBesides = {
  readonly header?: { readonly typ?: string };
  readonly iat?: number;
  readonly [claim: string]: unknown;
};

/** An issuer of the tests' own: real keys, real signatures, real expiry. */
export const createTestIssuer = async (given: Partial<IssuerOptions> = {}) => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const file = join(mkdtempSync(join(tmpdir(), 'relais-issuer-')), 'jwks.json');
  writeFileSync(
    file,
    JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256' }] }),
  );
  const options: IssuerOptions = {
    issuer: 'https://issuer.test/',
    audience: 'relais',
    jwksUrl: pathToFileURL(file).href,
    ...given,
  };

  const signed = (
    { sub = randomUUID(), ...claims }: TestUser,
    expires: string | number | undefined,
    { header = {}, iat = Math.floor(Date.now() / 1_000), ...more }: SaidBesides = {},
  ): Promise<string> =>
    new SignJWT({ agency: agencyOf[claims.role], ...claims, ...more })
      .setProtectedHeader({ alg: 'ES256', kid: 'test', typ: 'at+jwt', ...header })
      .setSubject(sub)
      .setIssuer(options.issuer)
      .setAudience(options.audience)
      .setIssuedAt(iat)
      .setExpirationTime(expires ?? iat + lifeOf(claims.role))
      .sign(privateKey);

  const ofThisSecond = new Map<string, Promise<string>>();
  let second = 0;

  /** Who asks often shows the same token within a second, as anybody shows one for minutes; signing takes longer than asking. */
  const tokenFor = (user: TestUser, expires?: string | number, besides?: SaidBesides): Promise<string> => {
    if (expires !== undefined || besides || user.sub === undefined) return signed(user, expires, besides);
    const now = Math.floor(Date.now() / 1_000);
    if (now !== second) ofThisSecond.clear();
    second = now;
    const key = JSON.stringify(user);
    const token = ofThisSecond.get(key) ?? signed(user, undefined);
    ofThisSecond.set(key, token);
    return token;
  };

  return { options, tokenFor, verifyToken: createTokenVerifier(options) };
};

export type TestIssuer = Awaited<ReturnType<typeof createTestIssuer>>;
