import { createSeals } from '@relais/gateway/session/sealing.ts';
import { type Session, sessionShape } from '@relais/gateway/session/session.ts';
import type { Ending } from '@relais/gateway/session/sessions.ts';
import { testGateway } from '@relais/gateway/testing/test-gateway.ts';
import { createTokenVerifier } from '@relais/platform/auth/tokens.ts';
import Fastify from 'fastify';
import type { BrowserContext, Page } from 'playwright-core';
import { type DevIssuer, openDevIssuer, publicUrl } from '../../src/dev-issuer.ts';
import { demoSignIn } from '../../src/sign-in/demo-sign-in.ts';
import { serveIssuer } from '../../src/sign-in/serve-issuer.ts';
import { freePort } from '../../src/testing/free-port.ts';

const SESSION = /^relais-\d+$/;
/** A name of this machine that browsers take for another site. */
const ELSEWHERE = '127.0.0.1';

type Counted = { asked: number };

/** Says how often tokens were asked for. */
const counting = (counted: Counted) => async (request: { readonly url: string }) => {
  if (request.url.endsWith('/sign-in/token')) counted.asked += 1;
};

type SignIn = ReturnType<typeof demoSignIn>;

/** The demo's issuer, on a server of its own under the other name. */
const openAbroad = async (issuer: DevIssuer, { sessions }: SignIn, counted: Counted) => {
  const home = `http://${ELSEWHERE}:${await freePort()}/sign-in`;
  const { clientId: id, clientSecret: secret } = sessions.issuer;
  const client = { id, secret, callback: `${sessions.publicUrl}/session/callback` };
  const { key, secretOf } = issuer;
  const http = Fastify();
  http.addHook('onRequest', counting(counted));
  await http.register(serveIssuer({ issuer: home, audience: 'relais', key, secretOf, client }));
  await http.listen({ port: Number(new URL(home).port), host: ELSEWHERE });
  return { home, close: () => http.close() };
};

/** Looks into the sealed cookie of a browser, and puts time forward for it. */
const cookieJar = ({ sessions: { keys, publicUrl: url, issuer } }: SignIn, home: string) => {
  const seals = createSeals(keys);
  const cookieOf = async (context: BrowserContext) => {
    const cookie = (await context.cookies(url)).find(({ name }) => SESSION.test(name));
    if (!cookie) throw new Error('There is no session.');
    return cookie;
  };
  const sessionOf = async (context: BrowserContext): Promise<Session> => {
    const session = await seals.open('session', (await cookieOf(context)).value, sessionShape);
    if (!session) throw new Error('The session cannot be opened.');
    return session;
  };
  return {
    cookieOf,
    sessionOf,
    /** The token has so many milliseconds left. */
    async age(context: BrowserContext, leftMs: number) {
      const session = { ...(await sessionOf(context)), expiresAt: Date.now() + leftMs };
      const value = await seals.seal('session', session);
      await context.addCookies([{ ...(await cookieOf(context)), value }]);
    },
    /** As an administrator of the issuer does. */
    async endAtIssuer(context: BrowserContext) {
      const { refreshToken = '' } = await sessionOf(context);
      await fetch(`${home}/token/revocation`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${issuer.clientId}:${issuer.clientSecret}`)}` },
        body: new URLSearchParams({ token: refreshToken }),
      });
    },
  };
};

const signInAs = (url: string) => async (page: Page, sub: string) => {
  await page.goto(url);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.locator(`button[value=${sub}]`).click();
  await page.locator('#person').waitFor();
};

const examples = [{ title: 'Families', query: '{ families { name } }', variables: {} }];

/** The gateway with a sign-in, over two small agencies; with `isForeign` the issuer is on another site. */
export const openStage = async (folder: string, isForeign = false) => {
  const port = await freePort();
  const url = publicUrl(port);
  const issuer = await openDevIssuer(folder, { port });
  const own = demoSignIn(issuer, port);
  const counted: Counted = { asked: 0 };
  const abroad = isForeign ? await openAbroad(issuer, own, counted) : undefined;
  const home = abroad?.home ?? issuer.options.issuer;
  const endings: Ending[] = [];
  const revoke = async (ending: Ending) => {
    endings.push(ending);
    return [];
  };
  const gateway = await testGateway({
    port,
    verifyToken: createTokenVerifier({ ...issuer.options, issuer: home }),
    graphiql: { examples },
    async beside(http) {
      http.addHook('onRequest', counting(counted));
      if (!isForeign) await own.beside(http);
    },
    sessions: { ...own.sessions, issuer: { ...own.sessions.issuer, url: home }, revoke },
  });
  const close = () => Promise.all([gateway.close(), abroad?.close()]);
  const { contexts: asked } = gateway.agencies;
  return { url, home, endings, counted, asked, close, signIn: signInAs(url), ...cookieJar(own, home) };
};

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** What a page of ours does, many times at once: the status of each answer. */
export const askInPage = (page: Page, times = 1, handle?: string): Promise<number[]> =>
  page.evaluate(`(async () => {
    const { session } = await (await fetch('/session')).json();
    const headers = { 'content-type': 'application/json', 'x-relais-session': ${JSON.stringify(handle)} ?? session };
    const body = '{"query":"{ families { name } }"}';
    const ask = async () => (await fetch('/graphql', { method: 'POST', headers, body })).status;
    return Promise.all(Array.from({ length: ${times} }, ask));
  })()`);
