import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSeals } from '@relais/gateway/session/sealing.ts';
import { sessionShape } from '@relais/gateway/session/session.ts';
import { type TestGateway, testGateway } from '@relais/gateway/testing/test-gateway.ts';
import type { Ending } from '@relais/platform/auth/ended-sessions.rules.ts';
import { createTokenVerifier } from '@relais/platform/auth/tokens.ts';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { request } from 'undici';
import { demoAccounts } from '../demo-accounts.ts';
import { type DevIssuer, openDevIssuer, publicUrl } from '../dev-issuer.ts';
import { Browser } from '../testing/browser.ts';
import { freePort } from '../testing/free-port.ts';
import { demoSignIn } from './demo-sign-in.ts';

const { caseworker, advisor, coordinator, integrator } = demoAccounts;
const QUERY = '{ families { name } }';

let folder: string;
let issuer: DevIssuer;
let gateway: TestGateway;
let url: string;
let signIn: ReturnType<typeof demoSignIn>;
const ended: { sub: string; everywhere: boolean }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'relais-sign-in-'));
  const port = await freePort();
  url = publicUrl(port);
  issuer = await openDevIssuer(folder, { port });
  signIn = demoSignIn(issuer, port);
  gateway = await testGateway({
    port,
    verifyToken: createTokenVerifier(issuer.options),
    graphiql: { examples: [] },
    beside: signIn.beside,
    sessions: {
      ...signIn.sessions,
      revoke: async ({ session: { sub }, everywhere }) => {
        ended.push({ sub, everywhere });
        return everywhere ? ['employment'] : [];
      },
    },
  });
});

afterAll(async () => {
  await gateway.close();
  await rm(folder, { recursive: true, force: true });
});

const cookieOf = ({ cookies }: Browser) => {
  const found = [...cookies].find(([name]) => /^relais-\d+$/.test(name));
  if (!found) throw new Error('There is no session.');
  return { name: found[0], ...found[1] };
};

/** Whose token the last agency was shown. */
const lastAsker = () => decodeJwt(gateway.agencies.tokens.at(-1)?.replace('Bearer ', '') ?? '').sub;

const seals = () => createSeals(signIn.sessions.keys);
const sessionIn = async (browser: Browser) => {
  const session = await seals().open('session', cookieOf(browser).value, sessionShape);
  if (!session) throw new Error('The session cannot be opened.');
  return session;
};

/** Puts time forward for one session: its token has so many milliseconds left. */
const age = async (browser: Browser, leftMs: number) => {
  const { name, path: where } = cookieOf(browser);
  const session = { ...(await sessionIn(browser)), expiresAt: Date.now() + leftMs };
  browser.cookies.set(name, { value: await seals().seal('session', session), path: where });
};

const signedIn = async (sub: string = caseworker.sub): Promise<Browser> => {
  const browser = new Browser(url);
  await browser.signInAs(sub);
  return browser;
};

describe('signing in', () => {
  it('lists the people of the demo, in French first, without a system', async () => {
    const browser = new Browser(url);
    const { url: where, response, text } = await browser.open('/session/sign-in');
    expect(response.status).toBe(200);
    expect(text).toContain('<html lang="fr">');
    expect(text).toContain('coordinatrice de l’accueil');
    expect(text).toContain(caseworker.name);
    expect(text).not.toContain(integrator.name);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    expect(text).not.toContain('<script');
    const english = await browser.send(where, { headers: { 'accept-language': 'en' } });
    expect(english.text).toContain('who are you?');
  });

  it('ends where it began, with a session of which the page knows only a handle', async () => {
    const browser = new Browser(url);
    const { url: where, response } = await browser.signInAs(caseworker.sub, '/graphiql?tab=1');
    expect([`${where.pathname}${where.search}`, response.status]).toEqual(['/graphiql?tab=1', 200]);
    const { session, until, ...who } = await browser.who();
    expect(who).toEqual({
      signedIn: true,
      sub: caseworker.sub,
      name: caseworker.name,
      role: 'CASEWORKER',
      agency: 'departement-44',
    });
    expect(session).toMatch(/^[\w-]{16}$/);
    expect(Date.parse(until)).toBeGreaterThan(Date.now());
    expect(JSON.stringify(await browser.who())).not.toContain((await sessionIn(browser)).token);
    expect([...browser.cookies.keys()].filter((name) => name.startsWith('relais-sign-in'))).toEqual([]);
  });

  it('keeps the session where scripts and other sites do not reach', async () => {
    const browser = new Browser(url);
    const people = await browser.open('/session/sign-in');
    const body = new URLSearchParams({ sub: caseworker.sub }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const resumed = await browser.send(people.url, { method: 'POST', headers, body });
    const back = await browser.send(resumed.response.headers.get('location') ?? '');
    const { response, text } = await browser.send(back.response.headers.get('location') ?? '');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('http-equiv="refresh" content="0; url=/"');
    const [session] = response.headers
      .getSetCookie()
      .filter((each) => each.startsWith(`${cookieOf(browser).name}=`));
    expect(session).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('gives tokens of ten minutes that name the session at the issuer', async () => {
    const { token, issuerSid } = await sessionIn(await signedIn());
    const { iat = 0, exp = 0, ...claims } = decodeJwt(token);
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    expect(exp - iat).toBe(600);
    expect(claims).toMatchObject({
      iss: issuer.options.issuer,
      aud: 'relais',
      role: 'CASEWORKER',
      sid: issuerSid,
      auth_time: expect.any(Number),
    });
  });

  it('asks who comes next, each time', async () => {
    const browser = await signedIn();
    const { text } = await browser.open('/session/sign-in');
    expect(text).toContain('qui êtes-vous');
    await browser.signInAs(advisor.sub);
    expect((await browser.who()).sub).toBe(advisor.sub);
  });

  it.each([
    ['//evil.example', '/graphiql'],
    ['https://evil.example', '/graphiql'],
    ['/\\evil.example', '/graphiql'],
  ])('does not lead to %s', async (wanted, where) => {
    expect((await new Browser(url).signInAs(caseworker.sub, wanted)).url.href).toBe(`${url}${where}`);
  });

  it('is not finished in a browser that did not begin it', async () => {
    const browser = new Browser(url);
    const people = await browser.open('/session/sign-in');
    const sent = await browser.send(people.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ sub: caseworker.sub }).toString(),
    });
    const back = await browser.send(sent.response.headers.get('location') ?? '');
    const callback = back.response.headers.get('location') ?? '';
    const { response, text } = await new Browser(url).send(callback);
    expect(response.status).toBe(400);
    expect(text).toContain('dans un autre navigateur');
    expect((await browser.open(callback)).response.status).toBe(200);
    expect((await browser.open(callback)).response.status).toBe(400);
  });

  it('says so when the issuer refuses', async () => {
    const browser = new Browser(url);
    const begun = await browser.send('/session/sign-in');
    const state = new URL(begun.response.headers.get('location') ?? '').searchParams.get('state');
    const { response, text } = await browser.send(
      `/session/callback?state=${state}&error=access_denied&iss=${encodeURIComponent(issuer.options.issuer)}`,
    );
    expect([response.status, text.includes('annulée ou refusée')]).toEqual([400, true]);
  });

  it.each([
    ['a code that it never gave', 'code=invented'],
    ['the word of another issuer', 'code=invented&iss=https%3A%2F%2Fevil.example'],
  ])('says so when what comes back to us is not of the issuer: %s', async (_case, brought) => {
    const browser = new Browser(url);
    const begun = await browser.send('/session/sign-in');
    const state = new URL(begun.response.headers.get('location') ?? '').searchParams.get('state');
    const { response, text } = await browser.send(`/session/callback?state=${state}&${brought}`);
    expect([response.status, text.includes('annulée ou refusée')]).toEqual([400, true]);
  });

  it('is done under one name of this machine', async () => {
    const other = url.replace('localhost', '127.0.0.1');
    const { response } = await new Browser(other).send('/session/sign-in?return=/');
    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      `${url}/session/sign-in?return=/`,
    ]);
  });
});

describe('asking by session', () => {
  it('is asking with its token', async () => {
    const browser = await signedIn();
    const { status, body } = await browser.ask(QUERY);
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(lastAsker()).toBe(caseworker.sub);
  });

  it.each([
    ['without the header', { 'x-relais-session': undefined }],
    ['from another origin', { origin: 'http://localhost:1' }],
    ['from a form, which names no origin of ours', { origin: 'null' }],
    ['without an origin', { origin: undefined }],
    ['from another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused %s', async (_how, headers) => {
    const browser = await signedIn();
    const { session } = await browser.who();
    const before = gateway.agencies.contexts.length;
    const { status, body } = await browser.ask(QUERY, { 'x-relais-session': session, ...headers });
    expect([status, body.errors[0].extensions.code]).toEqual([403, 'FORBIDDEN']);
    expect(gateway.agencies.contexts).toHaveLength(before);
    expect((await browser.who()).signedIn).toBe(true);
  });

  it('is refused to a tab of whoever was signed in before', async () => {
    const browser = await signedIn();
    const { session } = await browser.who();
    await browser.signInAs(advisor.sub);
    const { status, body } = await browser.ask(QUERY, { 'x-relais-session': session });
    expect([status, body.errors[0].message]).toEqual([401, expect.stringContaining('Une autre personne')]);
    expect((await browser.who()).sub).toBe(advisor.sub);
  });

  it('does not look at the cookie when a token is given', async () => {
    const browser = await signedIn();
    const authorization = `Bearer ${await issuer.tokenFor(advisor)}`;
    const own = { authorization, 'x-relais-session': undefined, origin: 'http://elsewhere.example' };
    expect((await browser.ask(QUERY, own)).status).toBe(200);
    expect(lastAsker()).toBe(advisor.sub);
    const wrong = await browser.ask(QUERY, { authorization: 'Bearer none' });
    expect(wrong.status).toBe(401);
  });

  it('keeps two people in two browsers apart', async () => {
    const [one, other] = [await signedIn(caseworker.sub), await signedIn(advisor.sub)];
    expect([(await one.who()).sub, (await other.who()).sub]).toEqual([caseworker.sub, advisor.sub]);
    const { session } = await one.who();
    expect((await other.ask(QUERY, { 'x-relais-session': session })).status).toBe(401);
  });

  it('tells no other site who is signed in', async () => {
    const browser = await signedIn();
    const { response, text } = await browser.send('/session', { headers: { 'sec-fetch-site': 'same-site' } });
    expect(response.status).toBe(403);
    expect(text).not.toContain(caseworker.sub);
  });
});

describe('renewal', () => {
  it('happens once for all the requests of all the tabs', async () => {
    const browser = await signedIn();
    await age(browser, 30_000);
    const { session } = await browser.copy().who();
    const before = await sessionIn(browser);
    const tabs = [browser.copy(), browser.copy()];
    const asked = Array.from({ length: 20 }, (_, index) =>
      tabs[index % 2]?.ask(QUERY, { 'x-relais-session': session }),
    );
    expect((await Promise.all(asked)).map((answer) => answer?.status)).toEqual(asked.map(() => 200));
    const tokens = await Promise.all(tabs.map(async (tab) => (await sessionIn(tab)).token));
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).not.toBe(before.token);
    expect(decodeJwt(tokens[0] ?? '').auth_time).toBe(decodeJwt(before.token).auth_time);
  });

  it('ends the session when the issuer says so', async () => {
    const browser = await signedIn();
    const { session } = await browser.who();
    const { refreshToken = '' } = await sessionIn(browser);
    const { clientId, clientSecret } = signIn.sessions.issuer;
    await fetch(`${issuer.options.issuer}/token/revocation`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: new URLSearchParams({ token: refreshToken }),
    });
    await age(browser, 30_000);
    const { status, body } = await browser.ask(QUERY, { 'x-relais-session': session });
    expect([status, body.errors[0].message]).toEqual([401, expect.stringContaining('session est terminée')]);
    expect(await browser.who()).toEqual({ signedIn: false });
  });

  it('is of no use to a session whose day is over', async () => {
    const browser = await signedIn();
    const { name, path: where } = cookieOf(browser);
    const over = { ...(await sessionIn(browser)), until: Date.now() - 1 };
    browser.cookies.set(name, { value: await seals().seal('session', over), path: where });
    expect(await browser.who()).toEqual({ signedIn: false });
    expect([...browser.cookies.keys()]).not.toContain(name);
  });
});

describe('signing out', () => {
  it('ends the session here, at the issuer and for a copy of its cookie', async () => {
    const browser = await signedIn();
    const { session } = await browser.who();
    const thief = browser.copy();
    const { refreshToken = '' } = await sessionIn(browser);
    const { status, headers, body } = await browser.signOut();
    expect([status, body]).toEqual([200, { signedIn: false, notConfirmed: [] }]);
    expect(headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(ended.at(-1)).toEqual({ sub: caseworker.sub, everywhere: false });
    expect(await browser.who()).toEqual({ signedIn: false });
    expect((await thief.ask(QUERY, { 'x-relais-session': session })).status).toBe(401);
    const { clientId, clientSecret } = signIn.sessions.issuer;
    const renewal = await fetch(`${issuer.options.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    });
    expect(await renewal.json()).toMatchObject({ error: 'invalid_grant' });
  });

  it('everywhere names the agencies that did not confirm', async () => {
    const browser = await signedIn();
    const { body } = await browser.signOut({ everywhere: true });
    expect(body).toEqual({ signedIn: false, notConfirmed: ['employment'] });
    expect(ended.at(-1)).toEqual({ sub: caseworker.sub, everywhere: true });
  });

  it('makes the issuer ask who comes next', async () => {
    const browser = await signedIn();
    const prompt = async (query = '') => {
      const { response } = await browser.send(`/session/sign-in${query}`);
      return new URL(response.headers.get('location') ?? '').searchParams.get('prompt');
    };
    expect(await prompt()).toBeNull();
    const { headers } = await browser.signOut({ keepsWork: true });
    expect(headers.get('clear-site-data')).toBeNull();
    expect(await prompt()).toBe('login');
    await browser.signInAs(advisor.sub);
    expect(await prompt()).toBeNull();
    expect(await prompt('?again=yes')).toBe('login');
  });

  it('is not done by a form, nor half', async () => {
    const browser = await signedIn();
    const { response } = await browser.send('/session/sign-out', {
      method: 'POST',
      headers: { origin: url },
    });
    expect(response.status).toBe(403);
    const unclear = await browser.signOut({ everywhere: 'yes' });
    expect(unclear.status).toBe(400);
    expect((await browser.who()).signedIn).toBe(true);
  });
});

describe('the issuer', () => {
  const tokenRequest = (scope: string, secret = issuer.secretOf(integrator)) =>
    fetch(`${issuer.options.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${integrator.sub}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
    });

  it('gives a system a token of an hour with the scopes it asks for', async () => {
    const response = await tokenRequest('impact-report:read centres:read');
    const { access_token: token, expires_in: seconds } = JSON.parse(await response.text());
    expect(seconds).toBe(3600);
    expect(await createTokenVerifier(issuer.options)(`Bearer ${token}`)).toMatchObject({
      sub: integrator.sub,
      name: integrator.name,
      role: 'INTEGRATOR',
      scope: ['impact-report:read', 'centres:read'],
    });
  });

  it('refuses a scope that it does not know, by name', async () => {
    const response = await tokenRequest('centres:read everything:write');
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({
        error: 'invalid_scope',
        error_description: 'unknown scope: everything:write',
      }),
    ]);
  });

  it('refuses a system that does not know its secret', async () => {
    expect((await tokenRequest('centres:read', 'guessed')).status).toBe(401);
  });

  it.each([
    ['by a foreign name', { host: 'evil.example' }],
    ['through a proxy', { 'x-forwarded-for': '192.0.2.1' }],
    ['through another', { forwarded: 'for=192.0.2.1' }],
  ])('answers nobody who comes %s', async (_how, headers) => {
    const asked = await request(`${url}/sign-in/.well-known/openid-configuration`, { headers });
    expect([asked.statusCode, await asked.body.json()]).toEqual([
      403,
      { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'FORBIDDEN' }) })] },
    ]);
  });

  it('tells who is lost in it what to do', async () => {
    const { response, text } = await new Browser(url).send('/sign-in/person/nobody');
    expect([response.status, text.includes('Revenir à Relais')]).toEqual([400, true]);
    const wrong = await new Browser(url).send('/sign-in/auth?client_id=unknown');
    expect([wrong.response.status, wrong.text.includes('Revenir à Relais')]).toEqual([400, true]);
  });
});

describe('with agencies that take note of endings', () => {
  const told: Ending[] = [];
  let noting: TestGateway;
  let address: string;

  beforeAll(async () => {
    const port = await freePort();
    address = publicUrl(port);
    const own = await openDevIssuer(folder, { port });
    noting = await testGateway({
      port,
      verifyToken: createTokenVerifier(own.options),
      ...demoSignIn(own, port),
      endings: {
        'early-childhood': async (ending) => void told.push(ending),
        employment: () => Promise.reject(new Error('connect ECONNREFUSED')),
      },
    });
  });

  afterAll(() => noting.close());

  const desk = async (sub: string): Promise<Browser> => {
    const browser = new Browser(address);
    await browser.signInAs(sub);
    return browser;
  };

  it('signing out here leaves the person’s other desk alone', async () => {
    const [here, there] = [await desk(caseworker.sub), await desk(caseworker.sub)];
    expect((await here.signOut()).body.notConfirmed).toEqual(['employment']);
    expect(told.at(-1)?.kind).toBe('SID');
    expect((await here.who()).signedIn).toBe(false);
    expect((await there.ask(QUERY)).status).toBe(200);
  });

  it('signing out everywhere ends it, too, and nobody else’s', async () => {
    const [here, there] = [await desk(coordinator.sub), await desk(coordinator.sub)];
    const other = await desk(advisor.sub);
    const { session } = await there.who();
    await here.signOut({ everywhere: true });
    expect(told.at(-1)).toMatchObject({ kind: 'SUB', name: coordinator.sub });
    expect((await there.ask(QUERY, { 'x-relais-session': session })).status).toBe(401);
    expect(await there.who()).toEqual({ signedIn: false });
    expect((await other.ask(QUERY)).status).toBe(200);
  });
});
