import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createTokenVerifier, TokenRefused } from './auth/tokens.ts';
import { portNumber, readConfig } from './config.ts';
import { RelaisError, UnreachableCase } from './errors.ts';
import { languageOf, say } from './messages.ts';
import { caseworker, createTestIssuer } from './testing/test-users.ts';

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

  it('opens nothing once it expired, though it was remembered', async () => {
    const issuer = await createTestIssuer();
    const token = `Bearer ${await issuer.tokenFor(caseworker(), Math.floor(Date.now() / 1000) + 3)}`;
    await issuer.verifyToken(token);
    await new Promise((resolve) => setTimeout(resolve, 3_100));
    await expect(issuer.verifyToken(token)).rejects.toThrow();
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
