import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agencies, agencyNames, subgraphs } from '../../subgraphs/agencies.ts';
import { makeSecrets } from './make-secrets.ts';
import { type ComposedService, REPOSITORY, readComposeFile } from './testing/compose-file.ts';

const { services, networks, secrets } = await readComposeFile();
const all = Object.entries(services);
const serviceOf = (name: string): ComposedService => {
  const found = services[name];
  if (!found) throw new Error(`docker-compose.yml has no ${name}.`);
  return found;
};
const namesOfAgency = (name: string) => [`${name}-database`, `${name}-migrations`, name];

it('docker-compose.yml has the services of every agency, and the gateway', () => {
  expect(Object.keys(services)).toEqual([...agencyNames.flatMap(namesOfAgency), 'gateway']);
});

describe.each(all)('the container of %s', (_, service) => {
  it('writes nothing but what is for a moment, and its data', () => {
    expect(service.read_only).toBe(true);
    expect(service.tmpfs).toContain('/tmp');
    const written = service.volumes.filter((volume) => !volume.endsWith(':ro'));
    expect(written.filter((volume) => !/^[\w-]+-data:\/var\/lib\/postgresql$/.test(volume))).toEqual([]);
  });

  it('has no power over the machine', () => {
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toContain('no-new-privileges:true');
    expect(service.user).toMatch(/^(node|postgres)$/);
    const { cap_add: added, devices, privileged, network_mode: network, pid } = service;
    expect({ added, devices, privileged, network, pid }).toEqual({
      added: [],
      devices: [],
      privileged: false,
    });
  });

  it('takes no more of the machine than it is given', () => {
    expect(service.mem_limit).toMatch(/^\d+[mg]$/);
    expect(service.pids_limit).toBeGreaterThan(0);
  });

  it('is told no secret but in files, which are there for it', () => {
    const names = Object.keys(service.environment);
    const told = names.filter((name) => /PASSWORD|SECRET|KEYS?$|KEY_/.test(name) && !name.endsWith('_FILE'));
    expect(told).toEqual([]);
    const files = Object.values(service.environment).filter((value) => value.startsWith('/run/secrets/'));
    const mounted = service.secrets.map(({ target }) => `/run/secrets/${target}`);
    expect(files.filter((file) => !mounted.includes(file))).toEqual([]);
    expect(JSON.stringify(service.environment)).not.toMatch(/postgres:\/\/[^"@]*:[^"@]*@/);
  });
});

describe('the networks', () => {
  const membersOf = (network: string): string[] =>
    all.filter(([, service]) => service.networks.includes(network)).map(([name]) => name);
  const hops = new Map<string, string[]>();
  for (const { name, publishes } of subgraphs) {
    hops.set(`${name}-data`, namesOfAgency(name));
    hops.set(`gateway-to-${name}`, [name, 'gateway']);
    hops.set(`${name}-to-sign-in`, [name]);
    for (const other of Object.keys(publishes)) {
      const pair = agencyNames.filter((each) => each === name || each === other);
      hops.set(pair.join('-to-'), [...pair]);
    }
  }
  hops.set('gateway-to-outside', ['gateway']);

  it('are one for each hop, of those alone who speak there', () => {
    const found = Object.keys(networks).map((network) => [network, membersOf(network)]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(hops));
  });

  it('lead nowhere else, but the one by which each reaches the sign-in', () => {
    const open = Object.keys(networks).filter((network) => !networks[network]?.internal);
    expect(open.toSorted()).toEqual(
      [...hops.keys()].filter((name) => /-to-(sign-in|outside)$/.test(name)).toSorted(),
    );
    expect(all.filter(([, { ports }]) => ports.length > 0).map(([name]) => name)).toEqual(['gateway']);
  });

  it('are the only way to each database, which is entered over TLS by a role of its own', () => {
    for (const { subgraph, port } of agencies) {
      const { environment } = serviceOf(subgraph.name);
      const database = subgraph.name.replaceAll('-', '_');
      const safely = '?sslmode=verify-full&sslrootcert=/run/secrets/database-ca';
      const place = `${subgraph.name}-database:5432/${database}${safely}`;
      expect(environment.DATABASE_URL).toBe(`postgres://${database}@${place}`);
      expect(environment.PORT).toBe(String(port));
      expect(environment).not.toHaveProperty('MIGRATIONS_DATABASE_URL');
      const migrations = serviceOf(`${subgraph.name}-migrations`).environment;
      expect(migrations.MIGRATIONS_DATABASE_URL).toBe(`postgres://${database}_owner@${place}`);
      expect(migrations.DATABASE_ROLE).toBe(database);
    }
  });
});

describe('the secrets', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'relais-secrets-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are made by one command, each once, in a folder that nobody else can enter', async () => {
    const made = await makeSecrets(folder, new Date());
    expect(made.toSorted()).toEqual(Object.keys(secrets).toSorted());
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    const texts = await Promise.all(made.map((name) => readFile(path.join(folder, name), 'utf8')));
    expect(new Set(texts).size).toBe(made.length);
    await expect(makeSecrets(folder, new Date())).rejects.toThrow(/holds something already/);
  });

  it('are each known to those alone who need it', () => {
    const knowing = (secret: string) =>
      all
        .filter(([, service]) => service.secrets.some(({ source }) => source === secret))
        .map(([name]) => name);
    for (const name of agencyNames) {
      expect(knowing(`${name}-superuser-password`)).toEqual([`${name}-database`]);
      expect(knowing(`${name}-owner-password`)).toEqual([`${name}-database`, `${name}-migrations`]);
      expect(knowing(`${name}-service-password`)).toEqual([`${name}-database`, name]);
      expect(knowing(`${name}-certificate-key`)).toEqual([`${name}-database`]);
      expect(knowing(`${name}-inner-hop`)).toEqual([name, 'gateway']);
      expect(knowing(`${name}-event-key`)).toEqual([name]);
    }
    expect(knowing('session-keys')).toEqual(['gateway']);
    expect(knowing('oidc-client-secret')).toEqual(['gateway']);
  });
});

it('the image runs as nobody of power', async () => {
  const lines = (await readFile(`${REPOSITORY}Dockerfile`, 'utf8')).split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  expect(last.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
});
