import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readConfig, secrets } from '../config.ts';
import { isSigned, signRequest } from './inner-hop.ts';

const NOW = new Date('2026-03-10T09:00:00Z');
const sent = {
  method: 'POST',
  path: '/graphql',
  requestId: 'desk-42',
  body: '{"query":"{ a }"}',
  token: 'Bearer b',
};
const signed = signRequest(['new', 'old'], sent, NOW);
const after = (ms: number) => new Date(NOW.getTime() + ms);

describe('a signed request', () => {
  it('is good for whoever shares either secret', () => {
    expect(isSigned(['new'], signed, sent, NOW)).toBe(true);
    expect(isSigned(['newer', 'new'], signed, sent, NOW)).toBe(true);
    expect(isSigned(['old'], signed, sent, NOW)).toBe(false);
    expect(isSigned([], signed, sent, NOW)).toBe(false);
  });

  it.each([
    ['method', { method: 'PUT' }],
    ['path', { path: '/graphql?' }],
    ['request id', { requestId: 'desk-43' }],
    ['body', { body: '{"query":"{ b }"}' }],
    ['user', { token: 'Bearer c' }],
    ['user left out', { token: undefined }],
    ['parts that run over into each other', { requestId: 'desk-4', token: '2Bearer b' }],
  ])('is no good with another %s', (_what, other) => {
    expect(isSigned(['new'], signed, { ...sent, ...other }, NOW)).toBe(false);
  });

  it.each([
    [30_000, true],
    [30_001, false],
    [-5_000, true],
    [-5_001, false],
  ])('is taken %d ms after it was signed: %s', (ms, isGood) => {
    expect(isSigned(['new'], signed, sent, after(ms))).toBe(isGood);
  });

  it.each([`${signed}.x`, signed.toUpperCase(), ` ${signed}`, signed.slice(1), '', undefined])(
    'can be written in no other way: %s',
    (other) => {
      expect(isSigned(['new'], other, sent, NOW)).toBe(false);
    },
  );
});

describe('a secret', () => {
  const read = (SECRET: string) => readConfig(z.object({ SECRET: secrets }), { SECRET }).SECRET;
  const [one, other] = ['o'.repeat(32), 'é'.repeat(16)];

  it('may be two while it is changed', () => {
    expect(read(`${one}, ${other}`)).toEqual([one, other]);
    expect(read(one)).toEqual([one]);
  });

  it.each(['short', `${one},short`, `${one},`, [one, one, one].join(',')])('is not %s', (text) => {
    expect(() => read(text)).toThrow(/^Configuration: SECRET: expected /);
  });
});
