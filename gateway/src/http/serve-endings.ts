import type { TokenVerifier } from '@relais/platform/auth/tokens.ts';
import { TokenRefused } from '@relais/platform/auth/tokens.ts';
import { type Claims, isFollower } from '@relais/platform/auth/user.ts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Endings } from '../data-sources/endings.ts';
import type { RelaisDataSource } from '../data-sources/resilient-data-source.ts';
import { userOf } from '../traffic/identify.ts';
import { turnedAway } from './errors.ts';

const BAD_REQUEST = 400;
const FORBIDDEN = 403;
const LONGEST_SUB = 255;

const wish = z.object({
  /** Whose; one's own when left out. */
  sub: z.string().min(1).max(LONGEST_SUB).optional(),
});

const mayEnd = (user: Claims, sub: string): boolean =>
  sub === user.sub || (user.admin && isFollower(user.role));

/** `POST /sessions/end`: all sessions of oneself, or as an administrator of anybody, at every agency at once. */
export const serveEndings = (http: FastifyInstance, endings: Endings): void => {
  http.post('/sessions/end', async (request) => {
    const wished = wish.safeParse(request.body ?? {});
    if (!wished.success) throw turnedAway('BAD_USER_INPUT', 'whose sessions?', BAD_REQUEST);
    const user = userOf(request);
    const { sub = user.sub } = wished.data;
    if (!mayEnd(user, sub))
      throw turnedAway('FORBIDDEN', 'only administrators end others’ sessions', FORBIDDEN);
    return { sub, notConfirmed: await endings.end({ kind: 'SUB', name: sub, since: new Date() }) };
  });
};

/** Whose session ended is turned away at the door, before any agency is asked. */
export const refusingEnded =
  (verify: TokenVerifier, endings: Endings): TokenVerifier =>
  async (bearer) => {
    const claims = await verify(bearer);
    if (endings.isEnded(claims)) throw new TokenRefused(true, 'EXPIRED');
    return claims;
  };

/** An agency that does not know yet that the session has ended is not asked: it would answer. */
export const unlessEnded = (name: string, source: RelaisDataSource, endings: Endings): RelaisDataSource => ({
  async process(options) {
    const { context } = options;
    const isRefusing = 'user' in context && !(await endings.mayAsk(name, context.user));
    if (isRefusing) context.silentSubgraphs.add(name);
    return source.process(options);
  },
});
