import type { Log } from '@relais/platform/log.ts';
import type { preHandlerAsyncHookHandler } from 'fastify';
import type { PublishedOperations } from '../published/published-operations.ts';
import { bodyLength } from '../traffic/body-length.ts';
import { userOf } from '../traffic/identify.ts';
import type { Points } from '../traffic/points.ts';
import { turnedAway } from './errors.ts';

const FORBIDDEN = 403;

export type OnlyPublished = {
  readonly current: () => PublishedOperations;
  readonly points: Points;
  readonly log: Log;
};

/**
 * Turns away whatever was not published, before it is parsed or waits for its turn. What goes on are the published
 * words, not those that were sent.
 */
export const onlyPublished =
  ({ current, points, log }: OnlyPublished): preHandlerAsyncHookHandler =>
  async (request) => {
    const asked = current().requestOf(request.body);
    if (asked) {
      request.body = asked;
      return;
    }
    const { sub, role } = userOf(request);
    log.warn({ requestId: request.id, role }, 'asked for what is not published');
    await points.refuse(sub, bodyLength(request.headers['content-length']));
    throw turnedAway('OPERATION_NOT_PUBLISHED', { key: 'NOT_PUBLISHED' }, FORBIDDEN);
  };
