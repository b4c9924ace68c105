import type { FastifyReply, onRequestHookHandler } from 'fastify';
import { turnedAway } from '../errors.ts';

const OVERLOADED = 503;
const RETRY_AFTER_SECONDS = '1';

/** Turns requests away at once when too many are being answered already, so that those in progress stay quick. */
export const shedLoad = (mostAtOnce: number): onRequestHookHandler => {
  let running = 0;
  const countUntilClosed = (reply: FastifyReply): void => {
    running += 1;
    reply.raw.once('close', () => {
      running -= 1;
    });
  };
  return (_request, reply, done) => {
    if (running >= mostAtOnce) {
      reply.header('retry-after', RETRY_AFTER_SECONDS);
      done(turnedAway('SERVICE_UNAVAILABLE', 'overloaded', OVERLOADED));
      return;
    }
    countUntilClosed(reply);
    done();
  };
};
