import { turnedAway } from '@relais/gateway/http/errors.ts';
import type { FastifyInstance, FastifyRequest, onRequestHookHandler } from 'fastify';
import type { default as Provider } from 'oidc-provider';
import { isFromThisMachine } from './loopback.rules.ts';
import { accounts, isSystem, makeProvider, type ProviderOptions } from './make-provider.ts';
import { failurePage, pagePolicy, peoplePage } from './people-page.ts';

const PREFIX = '/sign-in';
const FORBIDDEN = 403;
const GONE = 400;
const SEE_OTHER = 303;
const HTML = 'text/html; charset=utf-8';

const people = accounts.filter((account) => !isSystem(account));

const arrivalOf = ({ raw: { socket, headers } }: FastifyRequest) => ({
  remoteAddress: socket.remoteAddress,
  localAddress: socket.localAddress,
  host: headers.host,
  forwarded: [headers.forwarded, headers['x-forwarded-for']],
});

/** Whoever reaches the demo sign-in is anyone they like: it answers nobody but this machine. */
const onlyFromHere: onRequestHookHandler = (request, _reply, done) => {
  if (isFromThisMachine(arrivalOf(request))) return done();
  done(turnedAway('FORBIDDEN', 'the demo sign-in answers this machine only', FORBIDDEN));
};

type Loading = () => Promise<Provider>;
type Choosing = { Params: { uid: string }; Body: unknown };

const chosen = (body: unknown): string | undefined => {
  const sub = new URLSearchParams(String(body)).get('sub');
  return people.find((account) => account.sub === sub)?.sub;
};

/** The page on which one says who one is. */
const serveChoice = async (http: FastifyInstance, provider: Loading): Promise<void> => {
  http.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );
  http.get<Choosing>(`${PREFIX}/person/:uid`, async ({ raw, headers }, reply) => {
    const language = headers['accept-language'];
    reply.type(HTML);
    try {
      await (await provider()).interactionDetails(raw, reply.raw);
    } catch {
      return reply.code(GONE).send(failurePage(language));
    }
    return reply.send(peoplePage(people, language));
  });
  http.post<Choosing>(`${PREFIX}/person/:uid`, async ({ raw, headers, body }, reply) => {
    const accountId = chosen(body);
    try {
      if (accountId === undefined) throw new Error('Nobody of the list was chosen.');
      const to = await (await provider()).interactionResult(raw, reply.raw, { login: { accountId } });
      return reply.redirect(to, SEE_OTHER);
    } catch {
      return reply.code(GONE).type(HTML).send(failurePage(headers['accept-language']));
    }
  });
};

/** Everything else is the library's, which reads the request itself. */
const serveProtocol = async (http: FastifyInstance, provider: Loading): Promise<void> => {
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('*', (_request, _body, done) => done(null));
  http.all(`${PREFIX}/*`, async (request, reply) => {
    const { raw } = request;
    const answer = (await provider()).callback();
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value);
    Object.assign(raw, { originalUrl: raw.url, url: raw.url?.slice(PREFIX.length) });
    await answer(raw, reply.raw);
  });
};

/** The issuer of the demo, on the same port as the gateway that it signs people in to. */
export const serveIssuer =
  (options: ProviderOptions) =>
  async (http: FastifyInstance): Promise<void> => {
    let made: Promise<Provider> | undefined;
    const provider: Loading = () => {
      made ??= makeProvider(options);
      return made;
    };
    const policy = pagePolicy(new URL(options.client.callback).origin);
    http.addHook('onRequest', onlyFromHere);
    http.addHook('onRequest', async (_request, reply) => {
      reply.headers({ 'cache-control': 'no-store', 'content-security-policy': policy });
    });
    await http.register((scope) => serveChoice(scope, provider));
    await http.register((scope) => serveProtocol(scope, provider));
  };
