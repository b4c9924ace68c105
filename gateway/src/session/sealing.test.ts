import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '@relais/platform/config.ts';
import Fastify from 'fastify';
import { z } from 'zod';
import { cookiesOf } from './cookies.ts';
import { createSeals, sealingKeys } from './sealing.ts';
import { handleOf } from './session.ts';

const key = () => randomBytes(32);
const shape = z.object({ sid: z.string(), token: z.string() });
const content = { sid: 'session-1', token: randomBytes(900).toString('base64url') };

describe('a seal', () => {
  it('is opened by whoever has the key, and shows nothing to others', async () => {
    const keys = new Map([['a', key()]]);
    const sealed = await createSeals(keys).seal('session', content);
    expect(await createSeals(keys).open('session', sealed, shape)).toEqual(content);
    expect(Buffer.from(sealed.split('.')[3] ?? '', 'base64url').toString()).not.toContain('session-1');
    expect(await createSeals(new Map([['a', key()]])).open('session', sealed, shape)).toBeUndefined();
  });

  it.each([0, 1, 2, 3, 4])('is broken when part %i is changed', async (part) => {
    const seals = createSeals(new Map([['a', key()]]));
    const parts = (await seals.seal('session', content)).split('.');
    const changed = parts.map((each, index) => (index === part ? `A${each.slice(1)}B` : each)).join('.');
    expect(await seals.open('session', changed, shape)).toBeUndefined();
  });

  it('for a sign-in under way is worth nothing as a session', async () => {
    const seals = createSeals(new Map([['a', key()]]));
    expect(await seals.open('session', await seals.seal('sign-in', content), shape)).toBeUndefined();
  });

  it('of content of another shape opens as nothing', async () => {
    const seals = createSeals(new Map([['a', key()]]));
    expect(await seals.open('session', await seals.seal('session', { sid: 1 }), shape)).toBeUndefined();
    expect(await seals.open('session', 'no seal at all', shape)).toBeUndefined();
  });

  it('outlives a new key, until the old one is taken away', async () => {
    const [old, fresh] = [key(), key()];
    const sealed = await createSeals(new Map([['a', old]])).seal('session', content);
    const both = createSeals(
      new Map([
        ['b', fresh],
        ['a', old],
      ]),
    );
    expect(await both.open('session', sealed, shape)).toEqual(content);
    const again = await both.seal('session', content);
    const after = createSeals(new Map([['b', fresh]]));
    expect(await after.open('session', again, shape)).toEqual(content);
    expect(await after.open('session', sealed, shape)).toBeUndefined();
  });

  it('cannot be made without a key', () => {
    expect(() => createSeals(new Map())).toThrow(/no key/);
  });
});

describe('SESSION_KEYS', () => {
  const read = (text: string) => readConfig(z.object({ SESSION_KEYS: sealingKeys }), { SESSION_KEYS: text });
  const [one, two] = [key().toString('base64url'), key().toString('base64url')];

  it('are named keys, the newest first', () => {
    expect([...read(`b:${two}, a:${one}`).SESSION_KEYS.keys()]).toEqual(['b', 'a']);
  });

  it.each([
    ['no name', one],
    ['a short key', 'a:c2hvcnQ'],
    ['one key twice', `a:${one},b:${one}`],
    ['one name twice', `a:${one},a:${two}`],
    ['too many parts', `a:${one}:x`],
    ['an empty entry', `a:${one},`],
  ])('are refused with %s, which is not repeated', (_what, text) => {
    expect(() => read(text)).toThrow(/^Configuration: SESSION_KEYS: expected name:key pairs/);
  });
});

describe('cookies', () => {
  const set = async (publicUrl: string, value: string) => {
    const http = Fastify();
    const cookies = cookiesOf(publicUrl);
    http.get('/', async (_request, reply) => {
      cookies.setSession(reply, value);
      cookies.setSignIn(reply, 'state-of-this-sign-in', 'x');
      return '';
    });
    const { headers, statusCode } = await http.inject('/');
    return { statusCode, cookies: [headers['set-cookie']].flat() };
  };

  it('are bound to the very host behind https', async () => {
    expect((await set('https://relais.example', 'x')).cookies).toEqual([
      '__Host-relais=x; Path=/; HttpOnly; Secure; SameSite=Strict',
      '__Secure-relais-sign-in-state-of-this-si=x; Max-Age=600; Path=/session/callback; HttpOnly; Secure; SameSite=Lax',
    ]);
  });

  it('are told apart by the port on http', async () => {
    expect((await set('http://localhost:4000', 'x')).cookies[0]).toBe(
      'relais-4000=x; Path=/; HttpOnly; SameSite=Strict',
    );
  });

  it('that a browser would drop are a fault, not a silence', async () => {
    expect((await set('http://localhost:4000', 'x'.repeat(4_096))).statusCode).toBe(500);
  });
});

it('says which session a page means without saying how to be it', () => {
  expect(handleOf({ sid: 'session-1' })).toMatch(/^[\w-]{16}$/);
  expect(handleOf({ sid: 'session-1' })).not.toBe(handleOf({ sid: 'session-2' }));
});
