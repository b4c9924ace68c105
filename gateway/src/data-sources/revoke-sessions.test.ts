import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Ending } from '@relais/platform/auth/ended-sessions.rules.ts';
import type { WorksFor } from '@relais/platform/auth/whose-sessions.ts';
import { type TestGateway, testGateway } from '../testing/test-gateway.ts';

const QUERY = '{ families { name milestones { title } } }';
const REVOKE = `mutation ($input: RevokeSessionsInput!) { ended: revokeSessions(input: $input) {
  sub notConfirmed refusal { reason message isQuestion } } }`;

let gateway: TestGateway;
let isAway: boolean;
let isAllAway: boolean;
let told: [agency: string, ending: Ending][];
let known: Readonly<Record<string, WorksFor>>;

const note = (agency: string) => async (ending: Ending) => {
  if (isAway && agency === 'employment') throw new Error('away');
  told.push([agency, ending]);
};
const knows = async ({ sub }: { sub: string }): Promise<WorksFor | null> => {
  if (isAllAway) throw new Error('away');
  return known[sub] ?? null;
};
const hangs = () => new Promise<never>(() => undefined);

beforeEach(async () => {
  told = [];
  [isAway, isAllAway] = [false, false];
  known = {
    berta: { agency: 'departement-44', since: '2026-03-01T09:00:00.000Z' },
    carl: { agency: 'caf-44', since: '2026-03-01T09:00:00.000Z' },
  };
  gateway = await testGateway({
    endings: { 'early-childhood': note('early-childhood'), employment: note('employment') },
    agenciesOf: { 'early-childhood': knows, employment: hangs },
  });
});
afterEach(() => gateway.close());

const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1_000) - seconds;
const tokenOf = (sub: string, claims = {}) =>
  gateway.issuer.tokenFor({ role: 'CASEWORKER', sub }, undefined, { iat: secondsAgo(2), ...claims });
const as = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const statusOf = async (token: string) => (await gateway.ask(QUERY, as(token))).status;
const revoke = async (sub: string, token: string, language = 'fr') => {
  const headers = { authorization: `Bearer ${token}`, 'accept-language': language };
  const { body } = await gateway.ask(REVOKE, { headers, variables: { input: { sub } } });
  return body.errors?.[0].extensions.code ?? body.data.ended;
};
const reasonOf = async (sub: string, token: string) => (await revoke(sub, token)).refusal?.reason;

describe('ending sessions', () => {
  it('is told to all agencies and holds at the door with the next request, not for who signs in again', async () => {
    const token = await tokenOf('anna');
    expect(await statusOf(token)).toBe(200);
    expect(await revoke('anna', token)).toEqual({ sub: 'anna', notConfirmed: [], refusal: null });
    expect(told.map(([agency, { kind, name }]) => [agency, kind, name])).toEqual([
      ['early-childhood', 'SUB', 'anna'],
      ['employment', 'SUB', 'anna'],
    ]);
    // Each writes down who did it, once.
    const [first, second] = told.map(([, { by }]) => by);
    expect(first).toEqual({ id: expect.any(String), sub: 'anna', agency: 'departement-44' });
    expect(second).toEqual(first);
    const refused = await gateway.ask(QUERY, as(token));
    expect(refused.status).toBe(401);
    expect(refused.body.errors?.[0].message).toContain('Votre session est terminée');
    // Clocks of two machines are a little apart.
    const renewed = await tokenOf('anna', { iat: secondsAgo(-2), auth_time: secondsAgo(60) });
    expect(await statusOf(renewed)).toBe(401);
    const again = await tokenOf('anna', { iat: secondsAgo(-2), auth_time: secondsAgo(-2) });
    expect(await statusOf(again)).toBe(200);
    expect(await statusOf(await tokenOf('berta'))).toBe(200);
  });

  it('of others is for an administrator of their agency, though an agency hangs that could say so', async () => {
    expect(await revoke('berta', await tokenOf('anna'))).toEqual({
      sub: null,
      notConfirmed: [],
      refusal: {
        reason: 'ONLY_ADMINISTRATORS',
        message:
          'Seuls les administrateurs de l’organisme ferment les sessions de leurs collègues. Demandez-le à l’un d’eux.',
        isQuestion: false,
      },
    });
    const dora = await tokenOf('dora', { admin: true });
    expect(await reasonOf('carl', dora)).toBe('NOT_OF_YOUR_AGENCY');
    expect(await reasonOf('nobody', dora)).toBe('NOT_OF_YOUR_AGENCY');
    expect((await revoke('carl', dora, 'en')).refusal.message).toContain('not of your agency');
    expect(told).toEqual([]);
    const berta = await tokenOf('berta');
    expect(await revoke('berta', dora)).toMatchObject({ sub: 'berta', refusal: null });
    expect(await statusOf(berta)).toBe(401);
  });

  it('names who does not confirm, which is asked nothing for this person until it has', async () => {
    isAway = true;
    const dora = await tokenOf('dora', { admin: true });
    expect(await revoke('berta', dora)).toEqual({
      sub: 'berta',
      notConfirmed: ['employment'],
      refusal: null,
    });
  });

  it('waits for no agency that cannot say, and ends nothing where none can', async () => {
    isAllAway = true;
    expect(await revoke('berta', await tokenOf('dora', { admin: true }))).toBe('SERVICE_UNAVAILABLE');
    expect(told).toEqual([]);
  });

  it('needs a session', async () => {
    expect(
      (await gateway.ask(REVOKE, { ...as('a.b.c'), variables: { input: { sub: 'anna' } } })).status,
    ).toBe(401);
  });
});
