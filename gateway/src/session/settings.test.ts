import { randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { sessionSettings } from './settings.ts';

const whole = {
  OIDC_ISSUER: 'https://sign-in.example/realms/city',
  OIDC_CLIENT_ID: 'relais',
  OIDC_CLIENT_SECRET: 'a secret of the issuer',
  SESSION_KEYS: `a:${randomBytes(32).toString('base64url')}`,
  PUBLIC_URL: 'https://relais.example/',
};

it('reads how people sign in', () => {
  expect(sessionSettings(whole)).toMatchObject({
    issuer: { url: whole.OIDC_ISSUER, clientId: 'relais', clientSecret: 'a secret of the issuer' },
    publicUrl: 'https://relais.example',
  });
});

it('takes tokens only where none of it is set', () => {
  expect(sessionSettings({ OIDC_ISSUER: whole.OIDC_ISSUER, OIDC_CLIENT_ID: '' })).toBeUndefined();
});

it.each([
  ['a part of it', { SESSION_KEYS: '' }, /SESSION_KEYS/],
  ['a public address in the clear', { PUBLIC_URL: 'http://relais.example' }, /PUBLIC_URL: expected https/],
  [
    'a public address with a path',
    { PUBLIC_URL: 'https://city.example/relais' },
    /PUBLIC_URL: expected no path/,
  ],
  ['an issuer in the clear', { OIDC_ISSUER: 'http://sign-in.example' }, /OIDC_ISSUER: expected https/],
  ['a short secret', { OIDC_CLIENT_SECRET: 'short' }, /OIDC_CLIENT_SECRET/],
])('refuses %s, by name', (_what, changes, problem) => {
  expect(() => sessionSettings({ ...whole, ...changes })).toThrow(problem);
});

it('may be all on one machine', () => {
  const here = { OIDC_ISSUER: 'http://localhost:8080', PUBLIC_URL: 'http://localhost:4000' };
  expect(sessionSettings({ ...whole, ...here })?.publicUrl).toBe('http://localhost:4000');
});
