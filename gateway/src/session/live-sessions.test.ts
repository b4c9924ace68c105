import { beforeEach, describe, expect, it } from '@jest/globals';
import { createLog } from '@relais/platform/log.ts';
import { UnsecuredJWT } from 'jose';
import { SessionEnded } from './issuer.ts';
import { LiveSessions } from './live-sessions.ts';
import { newSession, type Session, type Tokens } from './session.ts';

const MINUTE = 60_000;

let now: number;
let renewals: number;
let answer: () => Promise<Tokens>;
let live: LiveSessions;

const tokenOf = (sub: string, minutes: number): string =>
  new UnsecuredJWT({ sid: 'at-the-issuer' })
    .setSubject(sub)
    .setExpirationTime(Math.floor(now / 1000) + minutes * 60)
    .encode();

const sessionOf = (minutes: number, refreshToken: string | undefined = 'refresh'): Session =>
  newSession({ token: tokenOf('claire', minutes), refreshToken }, now);

beforeEach(() => {
  now = Date.parse('2026-11-24T08:00:00Z');
  renewals = 0;
  answer = async () => ({ token: tokenOf('claire', 10) });
  live = new LiveSessions({
    issuer: {
      renew: async () => {
        renewals += 1;
        return answer();
      },
    },
    verifyToken: async () => undefined,
    log: createLog('gateway', 'silent'),
    clock: () => now,
  });
});

describe('a session', () => {
  it('is left alone while its token is good', async () => {
    const session = sessionOf(10);
    expect(await live.current(session)).toBe(session);
    expect(renewals).toBe(0);
  });

  it('is renewed once, also for those who come later with the old cookie', async () => {
    const session = sessionOf(0.5);
    const [one, other] = await Promise.all([live.current(session), live.current({ ...session })]);
    now += MINUTE / 4;
    const late = await live.current({ ...session });
    expect(one?.expiresAt).toBeGreaterThan(session.expiresAt);
    expect(one).toMatchObject({ sid: session.sid, refreshToken: 'refresh', issuerSid: 'at-the-issuer' });
    expect([other, late]).toEqual([one, one]);
    expect(renewals).toBe(1);
  });

  it('is renewed again when it is due again', async () => {
    const first = await live.current(sessionOf(0.5));
    now += 9.5 * MINUTE;
    const second = first && (await live.current(first));
    expect(second?.expiresAt).toBeGreaterThan(first?.expiresAt ?? 0);
    expect(renewals).toBe(2);
  });

  it('keeps a refresh token that the issuer replaces', async () => {
    answer = async () => ({ token: tokenOf('claire', 10), refreshToken: 'newer' });
    expect((await live.current(sessionOf(0.5)))?.refreshToken).toBe('newer');
  });

  it('ends when the issuer says so', async () => {
    answer = () => Promise.reject(new SessionEnded());
    expect(await live.current(sessionOf(0.5))).toBeUndefined();
  });

  it('lasts to the end of its token while the issuer is away, which is not asked for every request', async () => {
    answer = () => Promise.reject(new Error('connect ECONNREFUSED'));
    const session = sessionOf(0.5);
    for (let request = 0; request < 5; request += 1) expect(await live.current(session)).toBe(session);
    expect(renewals).toBe(1);
    now += 6_000;
    answer = async () => ({ token: tokenOf('claire', 10) });
    expect((await live.current(session))?.expiresAt).toBeGreaterThan(session.expiresAt);
    now += MINUTE;
    answer = () => Promise.reject(new Error('connect ECONNREFUSED'));
    expect(await live.current(sessionOf(0, undefined))).toBeUndefined();
  });

  it('never becomes another person’s', async () => {
    answer = async () => ({ token: tokenOf('somebody else', 10) });
    const session = sessionOf(0.5);
    expect(await live.current(session)).toBe(session);
  });

  it('without a refresh token lasts as long as its token', async () => {
    const session = newSession({ token: tokenOf('claire', 0.5) }, now);
    expect(await live.current(session)).toBe(session);
    now += MINUTE / 2;
    expect(await live.current(session)).toBeUndefined();
    expect(renewals).toBe(0);
  });

  it('that was ended stays so for every copy, also while it is being renewed', async () => {
    const session = sessionOf(0.5);
    const renewing = live.current(session);
    live.end(session);
    expect(await renewing).toBeUndefined();
    expect(await live.current({ ...session })).toBeUndefined();
  });
});
