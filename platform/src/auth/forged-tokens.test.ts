import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { z } from 'zod';
import { caseworker, createTestIssuer, type TestIssuer } from '../testing/test-users.ts';

const written = (what: object): string => Buffer.from(JSON.stringify(what)).toString('base64url');

let issuer: TestIssuer;
let good: string;
/** What everybody can read of the issuer's key. */
let publicKey: JWK;
/** Of whoever forges. */
let own: Awaited<ReturnType<typeof generateKeyPair>>;
beforeAll(async () => {
  issuer = await createTestIssuer();
  good = await issuer.tokenFor(caseworker('anna'));
  const { keys } = z
    .object({ keys: z.array(z.looseObject({})) })
    .parse(JSON.parse(readFileSync(new URL(issuer.options.jwksUrl), 'utf8')));
  publicKey = keys[0] as JWK;
  own = await generateKeyPair('ES256', { extractable: true });
});

const claims = () => JSON.parse(Buffer.from(good.split('.')[1] ?? '', 'base64url').toString());
const header = { alg: 'ES256', kid: 'test', typ: 'at+jwt' };
const signature = () => good.split('.')[2] ?? '';
const signedByOwn = (more: object) =>
  new SignJWT(claims()).setProtectedHeader({ ...header, ...more }).sign(own.privateKey);
const byPublicKey = (text: string): string => {
  const unsigned = `${written({ ...header, alg: 'HS256' })}.${written(claims())}`;
  return `${unsigned}.${createHmac('sha256', text).update(unsigned).digest('base64url')}`;
};

describe('a token that somebody makes of what they know', () => {
  it('is made of one that is good', async () => {
    expect(await issuer.verifyToken(`Bearer ${good}`)).toMatchObject({ sub: 'anna' });
  });

  it.each<[string, () => string | Promise<string>]>([
    ['without a signature', () => `${written({ ...header, alg: 'none' })}.${written(claims())}.`],
    ['signed by the public key as a secret', () => byPublicKey(JSON.stringify(publicKey))],
    ['signed by its point as a secret', () => byPublicKey(`${publicKey.x}${publicKey.y}`)],
    [
      'signed by a key that it brings along',
      async () => signedByOwn({ jwk: await exportJWK(own.publicKey) }),
    ],
    ['signed by a key that it says where to fetch', () => signedByOwn({ jku: 'https://evil.example/jwks' })],
    ['signed by a key under the name of ours', () => signedByOwn({})],
    ['signed by a key of another name', () => signedByOwn({ kid: 'evil' })],
    ['with a signature of nothing but zeros', () => `${good.slice(0, -86)}${'A'.repeat(86)}`],
    [
      'of another person under the same signature',
      () => `${good.split('.')[0]}.${written({ ...claims(), sub: 'berta' })}.${signature()}`,
    ],
    [
      'that wants to be read without being decoded',
      () => `${written({ ...header, b64: false, crit: ['b64'] })}.${good.split('.')[1]}.${signature()}`,
    ],
    ['with a part too many', () => `${good}.x`],
  ])('opens nothing: %s', async (_case, forged) => {
    await expect(issuer.verifyToken(`Bearer ${await forged()}`)).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });
});
