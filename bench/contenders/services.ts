import { randomBytes } from 'node:crypto';
import { newEventKey } from '@relais/platform/events/event-keys.ts';
import { recordFrom } from '@relais/platform/records.ts';
import { demoAgencies } from '../../standalone/src/demo-accounts.ts';
import { freePort } from '../../standalone/src/testing/free-port.ts';
import { type AgencyName, agencyNames, type ByAgency, byAgency } from '../../subgraphs/agencies.ts';
import { type Child, compiled, startChild } from './child.ts';
import type { City } from './city.ts';

const SECRET_BYTES = 32;

export type Services = {
  readonly agencies: ByAgency<Child>;
  readonly secret: string;
  /** `early-childhood=http://…,…`, as a gateway is told. */
  readonly addresses: string;
  stop(): Promise<void>;
};

const LONGEST_LIFE_SECONDS = 12 * 3_600;

export const signInSettings = ({ issuer: { options } }: City): NodeJS.ProcessEnv => ({
  OIDC_ISSUER: options.issuer,
  OIDC_AUDIENCE: options.audience,
  OIDC_JWKS_URL: options.jwksUrl,
  OIDC_LONGEST_LIFE_SECONDS: String(LONGEST_LIFE_SECONDS),
});

/** The three agencies as services of their own, on the databases of the city. */
export const startServices = async (city: City): Promise<Services> => {
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  const keys = byAgency(newEventKey);
  const found = await Promise.all(agencyNames.map(() => freePort()));
  const ports = recordFrom(agencyNames, found);
  const addresses = agencyNames.map((name) => `${name}=http://127.0.0.1:${ports[name]}`).join(',');
  const shared = {
    ...signInSettings(city),
    HOST: '127.0.0.1',
    INNER_HOP_SECRET: secret,
    RELAIS_AGENCIES: [...demoAgencies].map((pair) => pair.join('=')).join(','),
    EVENT_PUBLIC_KEYS: agencyNames.map((name) => `${name}=${keys[name].publicKey}`).join(','),
    EVENT_SUBSCRIBERS: addresses,
  };
  const start = (name: AgencyName): Promise<Child> =>
    startChild({
      run: compiled(`subgraphs/${name}/src/main.ts`),
      env: { ...shared, DATABASE_URL: city.urls[name], EVENT_KEY: keys[name].key, PORT: String(ports[name]) },
      port: ports[name],
      readyPath: '/health/ready',
    });
  const agencies = recordFrom(agencyNames, await Promise.all(agencyNames.map(start)));
  return {
    agencies,
    secret,
    addresses,
    async stop() {
      await Promise.all(Object.values(agencies).map((child) => child.stop()));
    },
  };
};

/** The gateway of the product, as a service of its own. */
export const startGateway = async (city: City, services: Services): Promise<Child> => {
  const port = await freePort();
  const secrets = agencyNames.map((name) => [
    `INNER_HOP_SECRET_${name.toUpperCase().replaceAll('-', '_')}`,
    services.secret,
  ]);
  return startChild({
    run: compiled('gateway/src/main.ts'),
    env: {
      ...signInSettings(city),
      ...Object.fromEntries(secrets),
      SUBGRAPHS: services.addresses,
      OPERATIONS: 'open',
      HOST: '127.0.0.1',
      PORT: String(port),
    },
    port,
    readyPath: '/health/ready',
  });
};
