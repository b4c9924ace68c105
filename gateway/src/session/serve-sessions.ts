import type { FastifyInstance } from 'fastify';
import { wantsPage } from '../http/wants-page.ts';
import { isOtherNameOfThisMachine } from './session.rules.ts';
import type { Sessions } from './sessions.ts';
import { serveSignIn } from './sign-in.ts';
import { serveSignOut } from './sign-out.ts';
import { serveWho } from './who.ts';

/** Pages that are opened by the other name of this machine are opened by its public one. */
export const leadToPublicName = (http: FastifyInstance, publicUrl: string): void => {
  http.addHook('onRequest', async (request, reply) => {
    const isRead = request.method === 'GET';
    const isPage = isRead && (request.url.startsWith('/session/') || wantsPage(request));
    if (isPage && isOtherNameOfThisMachine(request.hostname, publicUrl))
      return reply.redirect(`${publicUrl}${request.url}`);
  });
};

/** Signing in and out by browser, under `/session`. */
export const serveSessions = async (http: FastifyInstance, sessions: Sessions): Promise<void> => {
  http.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  serveSignIn(http, sessions);
  serveSignOut(http, sessions);
  serveWho(http, sessions);
};
