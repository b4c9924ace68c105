import { randomBytes } from 'node:crypto';
import { newEventKey } from '@relais/platform/events/event-keys.ts';
import { createTestIssuer, type TestIssuer } from '@relais/platform/testing/test-users.ts';
import { agencyNames, type ByAgency, byAgency } from '../../../subgraphs/agencies.ts';
import { demoAgencies } from '../../src/demo-accounts.ts';

/** Who takes part in a proof signs in once. */
const LONGEST_PROOF_SECONDS = 12 * 3_600;

const secret = (): string => randomBytes(32).toString('hex');

export type SharedSettings = {
  readonly issuer: TestIssuer;
  /** With which requests to a service are signed, as its gateway does. */
  readonly innerHopSecret: string;
  /** The part of a service's environment that all have in common. */
  readonly environment: NodeJS.ProcessEnv;
  /** With which each agency signs its events. */
  readonly eventKeys: ByAgency<string>;
};

/** Secrets and sign-in for services that are started to be killed. */
export const makeSharedSettings = async (): Promise<SharedSettings> => {
  const issuer = await createTestIssuer();
  const innerHopSecret = secret();
  const eventKeys = byAgency(newEventKey);
  const environment = {
    RELAIS_AGENCIES: [...demoAgencies].map((pair) => pair.join('=')).join(','),
    OIDC_ISSUER: issuer.options.issuer,
    OIDC_AUDIENCE: issuer.options.audience,
    OIDC_JWKS_URL: issuer.options.jwksUrl,
    OIDC_LONGEST_LIFE_SECONDS: String(LONGEST_PROOF_SECONDS),
    INNER_HOP_SECRET: innerHopSecret,
    EVENT_PUBLIC_KEYS: agencyNames.map((name) => `${name}=${eventKeys[name].publicKey}`).join(','),
    LOG_LEVEL: 'silent',
  };
  return { issuer, innerHopSecret, environment, eventKeys: byAgency((name) => eventKeys[name].key) };
};
