import { createHash } from 'node:crypto';
import { type Language, languageOf } from '@relais/platform/messages.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inWords, type SentenceKey } from '../messages/sentences.ts';

const STYLE = `:root { color-scheme: light dark; font: 1.05rem/1.5 system-ui, sans-serif; }
body { max-width: 38rem; margin: 0 auto; padding: 2rem 1rem; }`;

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

type Page = {
  readonly language: Language;
  readonly said: SentenceKey;
  readonly link: { readonly to: string; readonly said: SentenceKey };
  readonly goesOn: boolean;
};

const render = ({ language, said, link, goesOn }: Page): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${goesOn ? `<meta http-equiv="refresh" content="0; url=${escaped(link.to)}">\n` : ''}<title>Relais</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Relais</h1>
<p>${escaped(inWords({ key: said }, language))}</p>
<p><a href="${escaped(link.to)}">${escaped(inWords({ key: link.said }, language))}</a></p>
</main>
</body>
</html>
`;

const send = (request: FastifyRequest, reply: FastifyReply, page: Omit<Page, 'language'>): FastifyReply =>
  reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', POLICY)
    .send(render({ language: languageOf(request.headers['accept-language']), ...page }));

/**
 * Leads on to a page of ours. It is a page itself, not a redirect: what a foreign issuer's page redirects to arrives without the
 * strict cookie, what a page of ours leads to arrives with it.
 */
export const sendOnwards = (request: FastifyRequest, reply: FastifyReply, to: string): FastifyReply =>
  send(request, reply, { said: 'SIGNED_IN', link: { to, said: 'GO_ON' }, goesOn: true });

/** Says why nobody was signed in, and leads to where one may try again. */
export const sendFailure = (
  request: FastifyRequest,
  reply: FastifyReply,
  { status, said }: { readonly status: number; readonly said: SentenceKey },
): FastifyReply =>
  send(request, reply.code(status), {
    said,
    link: { to: '/session/sign-in', said: 'TRY_AGAIN' },
    goesOn: false,
  });
