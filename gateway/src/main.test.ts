import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createTestIssuer } from '@relais/platform/testing/test-users.ts';
import { supergraphSdl } from './testing/fake-subgraphs.ts';

// A process of its own takes long to start while other tests keep the machine busy.
jest.setTimeout(60_000);

/** As it is run everywhere: compiled once, not by each of these processes. */
const RUN = fileURLToPath(new URL('../../run.mjs', import.meta.url));
const SECRET = 'x'.repeat(32);
const GOOD = '9f2c6e0d81b4a7355c0fe29d4b7a1836e5d0c94f2b8a6137d9e4f05b8c2a7163';
const taken = createServer();
let environment: Record<string, string>;

beforeAll(async () => {
  taken.listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const supergraph = join(mkdtempSync(join(tmpdir(), 'relais-gateway-')), 'supergraph.graphql');
  writeFileSync(supergraph, supergraphSdl);
  const { options } = await createTestIssuer();
  environment = {
    PORT: '0',
    HOST: '127.0.0.1',
    OIDC_ISSUER: options.issuer,
    OIDC_AUDIENCE: options.audience,
    OIDC_JWKS_URL: options.jwksUrl,
    SUBGRAPHS: ['early-childhood', 'social-protection', 'employment', 'housing']
      .map((name) => `${name}=http://127.0.0.1:1`)
      .join(','),
    INNER_HOP_SECRET_EARLY_CHILDHOOD: SECRET,
    INNER_HOP_SECRET_SOCIAL_PROTECTION: SECRET,
    INNER_HOP_SECRET_EMPLOYMENT: SECRET,
    INNER_HOP_SECRET_HOUSING: SECRET,
    SUPERGRAPH_PATH: supergraph,
  };
});
afterAll(() => {
  taken.close();
});

const start = (overrides: Record<string, string>): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [RUN, 'gateway/src/main.ts'], {
    env: { PATH: process.env.PATH, ...environment, ...overrides },
  });

const ended = async (overrides: Record<string, string>) => {
  const gateway = start(overrides);
  let said = '';
  gateway.stderr.on('data', (text) => {
    said += text;
  });
  const [code] = await once(gateway, 'exit');
  return { code, said };
};

const portTaken = (): number => {
  const address = taken.address();
  return typeof address === 'object' && address ? address.port : 0;
};

it('says in one line that its port is taken', async () => {
  const port = portTaken();
  expect(await ended({ PORT: String(port) })).toEqual({
    code: 1,
    said: `Port ${port} is in use by another program.\n`,
  });
});

it('says in one line what is missing from its environment', async () => {
  const { code, said } = await ended({ OIDC_ISSUER: '', SUBGRAPHS: 'employment' });
  expect(code).toBe(1);
  expect(said).toMatch(/^Configuration: OIDC_ISSUER: .*SUBGRAPHS: expected name=url pairs.*\n$/);
});

it('wants a secret for each subgraph that it is told of', async () => {
  const { code, said } = await ended({ INNER_HOP_SECRET_EMPLOYMENT: 'short', INNER_HOP_SECRET_HOUSING: '' });
  expect(code).toBe(1);
  expect(said).toMatch(/^Configuration: .*INNER_HOP_SECRET_EMPLOYMENT: .*INNER_HOP_SECRET_HOUSING: .*\n$/);
});

it('refuses in production what can be guessed, what is shared, and the sign-in of a demo', async () => {
  const { code, said } = await ended({
    NODE_ENV: 'production',
    INNER_HOP_SECRET_EMPLOYMENT: GOOD,
    INNER_HOP_SECRET_HOUSING: GOOD,
  });
  expect(code).toBe(1);
  expect(said).toBe(
    `Configuration: ${[
      'INNER_HOP_SECRET_EARLY_CHILDHOOD: repeats itself',
      'INNER_HOP_SECRET_SOCIAL_PROTECTION: repeats itself',
      'INNER_HOP_SECRET_HOUSING: equals another secret',
      "OIDC_ISSUER: must begin with https: and be no demo's",
      "OIDC_JWKS_URL: must begin with https: and be no demo's",
    ].join('; ')}\n`,
  );
});

const production = () => ({
  NODE_ENV: 'production',
  OIDC_ISSUER: 'https://sign-in.example.org',
  OIDC_JWKS_URL: 'https://sign-in.example.org/jwks',
  SUBGRAPHS: 'early-childhood=http://127.0.0.1:1,employment=http://127.0.0.1:1',
  INNER_HOP_SECRET_EARLY_CHILDHOOD: GOOD,
  INNER_HOP_SECRET_EMPLOYMENT: GOOD.toUpperCase(),
});

/** What a gateway of production says until it is ready, and what it shows at its front page. */
const opened = async (overrides: Record<string, string>) => {
  const gateway = start({ ...production(), ...overrides });
  const lines: { msg: string; url?: string; level: string }[] = [];
  for await (const line of createInterface({ input: gateway.stdout })) {
    lines.push(JSON.parse(line));
    if (lines.at(-1)?.url) break;
  }
  const page = await fetch(lines.at(-1)?.url ?? '');
  gateway.kill('SIGTERM');
  await once(gateway, 'exit');
  return { said: lines.map(({ msg }) => msg), page: page.status };
};

describe('in production', () => {
  it('only published operations are answered, unless the operator says otherwise, and no page explores them', async () => {
    expect(await opened({})).toEqual({
      said: ['only published operations are answered', 'ready'],
      page: 404,
    });
    expect(await opened({ OPERATIONS: 'open' })).toEqual({
      said: [expect.stringContaining('OPERATIONS=open'), 'ready'],
      page: 404,
    });
  });

  it('there is no start without the operations that are said to be published', async () => {
    const { code, said } = await ended({ ...production(), OPERATIONS_MANIFEST: '/nowhere/operations.json' });
    expect([code, said]).toEqual([1, expect.stringMatching(/^ENOENT.*operations\.json'\n$/)]);
  });

  it('no other word than these is taken for what is answered', async () => {
    const { code, said } = await ended({ ...production(), OPERATIONS: 'all' });
    expect([code, said]).toEqual([1, expect.stringMatching(/^Configuration: OPERATIONS: /)]);
  });
});

it.each(['SIGTERM', 'SIGINT'] as const)(
  'starts alone, names the agencies that are down, and stops at %s',
  async (signal) => {
    const gateway = start({});
    const [line] = await once(gateway.stdout, 'data');
    const { url } = JSON.parse(String(line));
    const ready = await fetch(`${url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      down: ['early-childhood', 'social-protection', 'employment', 'housing'],
    });

    gateway.kill(signal);
    const [code] = await once(gateway, 'exit');
    expect(code).toBe(0);
  },
);
