import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Language, languageOf } from '@relais/platform/messages.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { wantsPage } from '../http/wants-page.ts';

const PAGE = 'index.html';
/** Vite names what lies here by its content: it never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASSETS = 'assets/';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Nothing from another host, nothing written into the page: a text of a family can never become a script. */
export const CONSOLE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

type Encoding = 'br' | 'gzip' | 'identity';
type Asset = { readonly type: string; readonly content: Partial<Record<Encoding, Buffer>> };

const endings: Readonly<Record<string, Encoding>> = { '.br': 'br', '.gz': 'gzip' };

/** Every file of the built console, with its compressed forms. */
const assetsIn = async (folder: string): Promise<ReadonlyMap<string, Asset>> => {
  const assets = new Map<string, Asset>();
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const each of found.filter((entry) => entry.isFile())) {
    const file = path.join(each.parentPath, each.name);
    const encoding = endings[path.extname(file)];
    const plain = encoding ? file.slice(0, -path.extname(file).length) : file;
    const name = path.relative(folder, plain).replaceAll(path.sep, '/');
    const type = types[path.extname(plain)];
    if (!type) continue;
    const content = { ...assets.get(name)?.content, [encoding ?? 'identity']: await readFile(file) };
    assets.set(name, { type, content });
  }
  return assets;
};

const encodingFor = (request: FastifyRequest, { content }: Asset): Encoding => {
  const offered = new Negotiator({ headers: { 'accept-encoding': request.headers['accept-encoding'] } });
  const preferred = offered.encodings(['br', 'gzip', 'identity']);
  return (['br', 'gzip'] as const).find((each) => content[each] && preferred.includes(each)) ?? 'identity';
};

const sendAsset = (request: FastifyRequest, reply: FastifyReply, asset: Asset): FastifyReply => {
  const encoding = encodingFor(request, asset);
  reply.header('vary', 'accept-encoding').type(asset.type);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.send(asset.content[encoding]);
};

/** Screens lead to the editor only where there is one. */
const pageIn = (page: string, language: Language, hasGraphiql: boolean): string =>
  page.replace('<html lang="fr">', `<html lang="${language}"${hasGraphiql ? ' data-graphiql="yes"' : ''}>`);

export type ConsoleOptions = {
  /** What the build of the console wrote. */
  readonly folder: string;
};

/** The screens, at every address that is nothing else's. */
export const serveConsole = async (
  http: FastifyInstance,
  { folder }: ConsoleOptions,
  hasGraphiql: boolean,
): Promise<void> => {
  const assets = await assetsIn(folder);
  const page = readFileSync(path.join(folder, PAGE), 'utf8');
  const pages = { fr: pageIn(page, 'fr', hasGraphiql), en: pageIn(page, 'en', hasGraphiql) };
  const sendPage = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('vary', 'accept-language')
      .header('content-security-policy', CONSOLE_POLICY)
      .send(pages[languageOf(request.headers['accept-language'])]);

  http.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
    const name = request.params['*'];
    const asset = name === PAGE ? undefined : assets.get(name);
    if (asset) {
      reply.header('cache-control', name.startsWith(ASSETS) ? FOR_EVER : 'no-cache');
      return sendAsset(request, reply, asset);
    }
    // A page of before asks for a script of before: it must not be handed a page for one. Programs are told what is no address.
    if (name.startsWith(ASSETS) || !wantsPage(request)) return reply.callNotFound();
    return sendPage(request, reply);
  });
};
