import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { languageOf } from '@relais/platform/messages.ts';
import type { FastifyInstance } from 'fastify';
import { type PageSettings, renderPage } from './page.ts';

export type Example = {
  readonly title: string;
  readonly query: string;
  readonly variables: object;
  /** Whose work it is: others may not ask it, or find nothing. */
  readonly role?: string;
};

export type GraphiqlOptions = {
  /** Queries that stand ready, one tab each. */
  readonly examples: readonly Example[];
};

type Asset = { readonly type: string; readonly text: () => Promise<string> };
type Packed = { readonly type: string; readonly gzipped: Buffer };

const JAVASCRIPT = 'text/javascript; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
/** Nothing may come from another host: the page works where the internet does not reach. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const pack = promisify(gzip);

/** Loaded at the first visit only: it is 9 MB of text. */
const graphiql = () => import('@graphql-yoga/render-graphiql/graphiql');
const ours = (file: string) => readFile(new URL(file, import.meta.url), 'utf8');

const assets: Readonly<Record<string, Asset>> = {
  'graphiql.js': { type: JAVASCRIPT, text: async () => (await graphiql()).js },
  'graphiql.css': { type: CSS, text: async () => (await graphiql()).css },
  'editor.worker.js': { type: JAVASCRIPT, text: async () => (await graphiql()).editorWorkerService },
  'json.worker.js': { type: JAVASCRIPT, text: async () => (await graphiql()).jsonWorker },
  'graphql.worker.js': { type: JAVASCRIPT, text: async () => (await graphiql()).graphqlWorker },
  'page.js': { type: JAVASCRIPT, text: () => ours('./page.js') },
  'page.css': { type: CSS, text: () => ours('./page.css') },
};

const packed = new Map<string, Promise<Packed>>();

const packedAsset = (name: string, { type, text }: Asset): Promise<Packed> => {
  const known = packed.get(name);
  if (known) return known;
  const made = text().then(async (content) => ({ type, gzipped: await pack(content) }));
  packed.set(name, made);
  return made;
};

const etagOf = (content: Buffer): string => `"${createHash('sha256').update(content).digest('base64url')}"`;

/** Where there are no screens, the editor is all there is to open. */
export const leadToGraphiql = (http: FastifyInstance): void => {
  http.get('/', async (_request, reply) => reply.redirect('/graphiql'));
};

/** GraphiQL at `/graphiql`, from our own files. It knows no token: one signs in, or brings one's own. */
export const serveGraphiql = (
  http: FastifyInstance,
  { examples }: GraphiqlOptions,
  { signsIn }: Pick<PageSettings, 'signsIn'>,
): void => {
  const settings = { examples, signsIn };
  const pages = { fr: renderPage(settings, 'fr'), en: renderPage(settings, 'en') };
  http.get('/graphiql', async (request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('vary', 'accept-language')
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .send(pages[languageOf(request.headers['accept-language'])]),
  );

  http.get<{ Params: { file: string } }>('/graphiql/:file', async (request, reply) => {
    const { file } = request.params;
    const asset = Object.hasOwn(assets, file) ? assets[file] : undefined;
    if (!asset) return reply.callNotFound();
    const { type, gzipped } = await packedAsset(file, asset);
    const etag = etagOf(gzipped);
    reply.header('etag', etag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type(type).header('content-encoding', 'gzip').send(gzipped);
  });
};
