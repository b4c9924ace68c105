import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { createTokenVerifier, type IssuerOptions, TokenRefused } from './auth/tokens.ts';
import { type Environment, portNumber, readConfig, refuseUnfitForProduction, secrets } from './config.ts';
import { RelaisError, UnreachableCase } from './errors.ts';
import { languageOf, say } from './messages.ts';
import { caseworker, createTestIssuer, integrator, type SaidBesides } from './testing/test-users.ts';

describe('language', () => {
  it.each([
    [undefined, 'fr'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr;q=0.4, en;q=0.8', 'en'],
    ['de, en;q=0', 'fr'],
    ['de-DE,fr-CA;q=0.2', 'fr'],
  ])('of %s is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it('fills a sentence', () => {
    const catalogue = { fr: { full: 'Complet : {places} places {unknown}' }, en: { full: 'Full' } };
    expect(say(catalogue, 'fr', 'full', { places: 12 })).toBe('Complet : 12 places {unknown}');
  });
});

describe('configuration', () => {
  it('names every variable that is wrong, in one line', () => {
    const shape = z.object({ PORT: portNumber, URL: z.url() });
    expect(() => readConfig(shape, { PORT: '99999', URL: '' })).toThrow(/^Configuration: PORT: .*; URL: .*$/);
    expect(readConfig(shape, { PORT: '4000', URL: 'http://a' })).toEqual({ PORT: 4000, URL: 'http://a' });
  });
});

describe('a setting in a file', () => {
  const shape = z.object({ SECRET: secrets, OTHER: z.string().optional() });
  const [one, two] = ['Zk3vQ8mXw1Lr7TtYp5NbJc9HdGs2FuKe', 'eKuF2sGdH9cJbN5pYtT7rL1wXm8Qv3kZ'];
  const folder = mkdtempSync(join(tmpdir(), 'relais-settings-'));
  const file = join(folder, 'secret');
  beforeAll(() => writeFileSync(file, `${one},${two}\n`));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read as if it were written', () => {
    expect(readConfig(shape, { SECRET_FILE: file, OTHER_FILE: '' })).toEqual({ SECRET: [one, two] });
  });

  it('is missed when it is not there, and refused when it is said twice', () => {
    expect(() => readConfig(shape, { SECRET_FILE: join(folder, 'none') })).toThrow(
      'Configuration: SECRET_FILE: the file cannot be read',
    );
    expect(() => readConfig(shape, { SECRET: one, SECRET_FILE: file })).toThrow(
      /^Configuration: SECRET: .*both$/,
    );
  });

  it('is as good in production as what it says', () => {
    const production = { secrets: ['SECRET'], addresses: [] };
    const check = (environment: Environment) =>
      refuseUnfitForProduction(production, { NODE_ENV: 'production', ...environment });
    check({ SECRET_FILE: file });
    expect(() => check({ SECRET: `${one},${one}` })).toThrow('Configuration: SECRET: equals another secret');
    writeFileSync(file, 'x'.repeat(32));
    expect(() => check({ SECRET_FILE: file })).toThrow('Configuration: SECRET: repeats itself');
  });
});

describe('a token', () => {
  it('is who it says, for us, and not expired', async () => {
    const issuer = await createTestIssuer();
    const user = await issuer.verifyToken(`Bearer ${await issuer.tokenFor(caseworker('anna'))}`);
    expect(user).toMatchObject({ sub: 'anna', role: 'CASEWORKER', centreIds: [] });
  });

  it.each([
    ['missing', async () => undefined],
    ['of another issuer', async () => `Bearer ${await (await createTestIssuer()).tokenFor(caseworker())}`],
    ['nonsense', async () => 'Bearer a.b.c'],
  ])('that is %s opens nothing', async (_case, token) => {
    const { verifyToken } = await createTestIssuer();
    await expect(verifyToken(await token())).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });

  it('says why it opens nothing, once its signature is known to be ours', async () => {
    const issuer = await createTestIssuer();
    const faultOf = async (token: string, verify = issuer.verifyToken) =>
      verify(`Bearer ${token}`).catch((error: unknown) =>
        error instanceof TokenRefused ? error.fault : error,
      );
    const elsewhere = createTokenVerifier({ ...issuer.options, audience: 'another-city' });
    expect(await faultOf(await issuer.tokenFor(caseworker(), 1))).toBe('EXPIRED');
    expect(await faultOf(await issuer.tokenFor(caseworker()), elsewhere)).toBe('OTHER_AUDIENCE');
    expect(await faultOf(await issuer.tokenFor({} as never))).toBe('NO_ROLE');
    expect(await faultOf(await issuer.tokenFor({ role: 'MAYOR' } as never))).toBe('NO_ROLE');
    const other = await (await createTestIssuer()).tokenFor(caseworker(), 1);
    expect(await faultOf(other)).toBeUndefined();
  });

  it('opens nothing without the word Bearer', async () => {
    const issuer = await createTestIssuer();
    await expect(issuer.verifyToken(await issuer.tokenFor(caseworker()))).rejects.toThrow();
  });

  it('cannot be judged while the keys cannot be fetched', async () => {
    const issuer = await createTestIssuer();
    const verify = createTokenVerifier({ ...issuer.options, jwksUrl: 'http://127.0.0.1:9/jwks' });
    const token = `Bearer ${await issuer.tokenFor(caseworker())}`;
    await expect(verify(token)).rejects.toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
  });

  it('opens nothing once it expired five seconds ago, though it was remembered', async () => {
    const issuer = await createTestIssuer();
    const token = `Bearer ${await issuer.tokenFor(caseworker(), Math.floor(Date.now() / 1000) - 3)}`;
    await issuer.verifyToken(token);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await expect(issuer.verifyToken(token)).rejects.toMatchObject({ fault: 'EXPIRED' });
  });

  it.each<[string, Partial<IssuerOptions>, SaidBesides & { readonly expires?: string }, string]>([
    ['an ID token', {}, { header: { typ: 'JWT' } }, 'NO_ACCESS_TOKEN'],
    [
      'an ID token that says JWT where that is taken',
      { types: ['JWT'] },
      { header: { typ: 'JWT' }, nonce: 'n' },
      'NO_ACCESS_TOKEN',
    ],
    ['a refresh token', {}, { typ: 'Refresh' }, 'NO_ACCESS_TOKEN'],
    ['a token that lives for eleven minutes', {}, { expires: '11m' }, 'LIVES_TOO_LONG'],
    ['a token of tomorrow', {}, { iat: Math.floor(Date.now() / 1000) + 60 }, 'NOT_YET'],
    ['a token that holds from tomorrow', {}, { nbf: Math.floor(Date.now() / 1000) + 60 }, 'NOT_YET'],
    ['a token of two roles', {}, { role: ['CASEWORKER', 'AUDITOR'] }, 'NO_ROLE'],
    ['a token with the role elsewhere', { roleClaim: 'realm_access.roles' }, {}, 'NO_ROLE'],
  ])('that is %s opens nothing', async (_case, options, { expires, ...more }, fault) => {
    const issuer = await createTestIssuer();
    const verify = createTokenVerifier({ ...issuer.options, ...options });
    const token = await issuer.tokenFor(caseworker(), expires, more);
    await expect(verify(`Bearer ${token}`)).rejects.toMatchObject({ fault });
  });

  it('may be of another type, say its role elsewhere and live longer where that is set, and an hour as a system', async () => {
    const issuer = await createTestIssuer();
    const verify = createTokenVerifier({
      ...issuer.options,
      ...{ types: ['at+jwt', 'JWT'], roleClaim: 'realm_access.roles', longestLifeSeconds: 43_200 },
    });
    const keycloak = {
      header: { typ: 'JWT' },
      typ: 'Bearer',
      realm_access: { roles: ['offline', 'AUDITOR'] },
    };
    const token = await issuer.tokenFor({ role: undefined } as never, '12h', keycloak);
    expect(await verify(`Bearer ${token}`)).toMatchObject({ role: 'AUDITOR' });
    const system = `Bearer ${await issuer.tokenFor(integrator())}`;
    expect(await issuer.verifyToken(system)).toMatchObject({ role: 'INTEGRATOR' });
    const longer = `Bearer ${await issuer.tokenFor(integrator(), '61m')}`;
    await expect(issuer.verifyToken(longer)).rejects.toMatchObject({ fault: 'LIVES_TOO_LONG' });
  });

  it('is verified anew after a minute', async () => {
    const issuer = await createTestIssuer();
    const token = `Bearer ${await issuer.tokenFor(caseworker('anna'))}`;
    const first = await issuer.verifyToken(token);
    expect(await issuer.verifyToken(token)).toBe(first);
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_001);
    expect(await issuer.verifyToken(token)).not.toBe(first);
    later.mockRestore();
  });
});

describe('the keys of the sign-in', () => {
  it('are had once they were fetched, also when the sign-in goes away then', async () => {
    const { options } = await createTestIssuer();
    const keys = await readFile(new URL(options.jwksUrl), 'utf8');
    let isAway = true;
    const server = createServer((_request, response) => {
      response.writeHead(isAway ? 503 : 200, { 'content-type': 'application/json' }).end(keys);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { hasKeys } = createTokenVerifier({ ...options, jwksUrl: `http://127.0.0.1:${port}/jwks` });
    expect(await hasKeys()).toBe(false);
    isAway = false;
    expect(await hasKeys()).toBe(true);
    isAway = true;
    expect(await hasKeys()).toBe(true);
    server.closeAllConnections();
    server.close();
    expect(await createTokenVerifier(options).hasKeys()).toBe(true);
  });
});

it('an unreachable case says which value came', () => {
  expect(new UnreachableCase('x' as never).message).toContain('x');
});

describe('an error of ours', () => {
  const framesOf = ({ stack = '' }: Error) => stack.split('\n').filter((line) => /^\s+at /.test(line)).length;

  it('carries no stack when it is a refusal: one question may have a thousand of them', () => {
    expect(framesOf(new RelaisError('NOT_SHARED', 'not shared'))).toBe(0);
    expect(framesOf(new RelaisError('INTERNAL_SERVER_ERROR', 'ours'))).toBeGreaterThan(0);
    expect(framesOf(new Error('of others'))).toBeGreaterThan(0);
  });
});
