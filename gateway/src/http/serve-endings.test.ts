import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Ending } from '@relais/platform/auth/ended-sessions.rules.ts';
import { type TestGateway, testGateway } from '../testing/test-gateway.ts';

const QUERY = '{ families { name milestones { title } } }';

let gateway: TestGateway;
let isAway: boolean;
let told: [agency: string, ending: Ending][];

const note = (agency: string) => async (ending: Ending) => {
  if (isAway && agency === 'employment') throw new Error('away');
  told.push([agency, ending]);
};

beforeEach(async () => {
  told = [];
  isAway = false;
  const endings = { 'early-childhood': note('early-childhood'), employment: note('employment') };
  gateway = await testGateway({ endings });
});
afterEach(() => gateway.close());

const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1_000) - seconds;
const tokenOf = (sub: string, claims = {}) =>
  gateway.issuer.tokenFor({ role: 'CASEWORKER', sub }, undefined, { iat: secondsAgo(2), ...claims });
const as = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const end = async (token: string, body: unknown = {}) => {
  const response = await fetch(`${gateway.url}/sessions/end`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
};

describe('ending sessions', () => {
  it('is told to all agencies and holds at the door with the next request, not for who signs in again', async () => {
    const token = await tokenOf('anna');
    expect((await gateway.ask(QUERY, as(token))).status).toBe(200);
    expect(await end(token)).toEqual({ status: 200, body: { sub: 'anna', notConfirmed: [] } });
    expect(told.map(([agency, { kind, name }]) => [agency, kind, name])).toEqual([
      ['early-childhood', 'SUB', 'anna'],
      ['employment', 'SUB', 'anna'],
    ]);
    const refused = await gateway.ask(QUERY, as(token));
    expect(refused.status).toBe(401);
    expect(refused.body.errors?.[0].message).toContain('Votre session est terminée');
    expect((await end(token)).status).toBe(401);
    // Clocks of two machines are a little apart.
    const renewed = await tokenOf('anna', { iat: secondsAgo(-2), auth_time: secondsAgo(60) });
    expect((await gateway.ask(QUERY, as(renewed))).status).toBe(401);
    const again = await tokenOf('anna', { iat: secondsAgo(-2), auth_time: secondsAgo(-2) });
    expect((await gateway.ask(QUERY, as(again))).status).toBe(200);
    expect((await gateway.ask(QUERY, as(await tokenOf('berta')))).status).toBe(200);
  });

  it('is for oneself, or by an administrator', async () => {
    const refused = await end(await tokenOf('anna'), { sub: 'berta' });
    expect([refused.status, refused.body.errors[0].extensions.code]).toEqual([403, 'FORBIDDEN']);
    const auditor = await gateway.issuer.tokenFor({ role: 'AUDITOR', sub: 'carla', admin: true });
    expect((await end(auditor, { sub: 'berta' })).status).toBe(403);
    expect(told).toEqual([]);
    const outcome = await end(await tokenOf('dora', { admin: true }), { sub: 'berta' });
    expect(outcome).toEqual({ status: 200, body: { sub: 'berta', notConfirmed: [] } });
    expect((await gateway.ask(QUERY, as(await tokenOf('berta')))).status).toBe(401);
  });

  it.each([[{ sub: '' }], [{ sub: 7 }], [{ sub: 'x'.repeat(256) }], [[]]])(
    'of %j is refused',
    async (body) => {
      const refused = await end(await tokenOf('dora', { admin: true }), body);
      expect([refused.status, refused.body.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    },
  );

  it('needs a session', async () => {
    expect((await end('a.b.c')).status).toBe(401);
  });
});
