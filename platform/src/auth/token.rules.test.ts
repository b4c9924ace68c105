import { describe, expect, it } from '@jest/globals';
import { isAccessToken, isMade, isShortLived, roleIn } from './token.rules.ts';

describe('an access token', () => {
  it.each([
    ['at+jwt', {}, ['at+jwt'], true],
    ['application/AT+JWT', {}, ['at+jwt'], true],
    ['at+jwt', {}, ['application/at+jwt'], true],
    ['JWT', {}, ['at+jwt'], false],
    [undefined, {}, ['at+jwt'], false],
    ['JWT', { typ: 'Bearer' }, ['JWT'], true],
    ['JWT', {}, ['at+jwt', 'JWT'], true],
    ['JWT', { typ: 'ID' }, ['JWT'], false],
    ['at+jwt', { typ: 'Refresh' }, ['at+jwt'], false],
    ['JWT', { nonce: 'n' }, ['JWT'], false],
    ['JWT', { at_hash: 'h' }, ['JWT'], false],
    ['JWT', { c_hash: 'h' }, ['JWT'], false],
    ['at+jwt', { nonce: 'n' }, ['at+jwt'], true],
  ])('of type %s with %o, where %o are taken: %s', (type, payload, types, isOne) => {
    expect(isAccessToken(type, payload, types)).toBe(isOne);
  });
});

describe('a role', () => {
  const roles = ['CASEWORKER', 'AUDITOR'] as const;

  it.each([
    [{ role: 'CASEWORKER' }, 'role', 'CASEWORKER'],
    [{ role: ['offline_access', 'AUDITOR'] }, 'role', 'AUDITOR'],
    [{ realm_access: { roles: ['AUDITOR', 'uma'] } }, 'realm_access.roles', 'AUDITOR'],
    [
      { 'realm_access.roles': 'CASEWORKER', realm_access: { roles: 'AUDITOR' } },
      'realm_access.roles',
      'CASEWORKER',
    ],
    [{ 'https://city.example/role': 'AUDITOR' }, 'https://city.example/role', 'AUDITOR'],
    [{ role: ['CASEWORKER', 'AUDITOR'] }, 'role', undefined],
    [{ role: 'MAYOR' }, 'role', undefined],
    [{ role: { CASEWORKER: true } }, 'role', undefined],
    [{ realm_access: 'AUDITOR' }, 'realm_access.roles', undefined],
    [{ realm_access: null }, 'realm_access.roles', undefined],
    [{}, 'constructor.name', undefined],
  ])('in %o at %s is %s', (payload, claim, role) => {
    expect(roleIn(payload, claim, roles)).toBe(role);
  });
});

describe('the life of a token', () => {
  it.each([
    [{ iat: 1_000, exp: 1_600 }, true],
    [{ iat: 1_000, exp: 1_601 }, true],
    [{ iat: 1_000, exp: 1_602 }, false],
    [{ exp: 1_600 }, false],
    [{}, true],
  ])('%o is short: %s', (life, isShort) => {
    expect(isShortLived(life, 600)).toBe(isShort);
  });

  it.each([
    [{ iat: 1_000 }, true],
    [{ iat: 1_005 }, true],
    [{ iat: 1_006 }, false],
    [{}, true],
  ])('%o has begun at 1000: %s', (life, hasBegun) => {
    expect(isMade(life, 1_000)).toBe(hasBegun);
  });
});
