import type { FastifyReply } from 'fastify';

/** One for all: a reason of its own would take its stack at the end of each request. */
const GONE = new Error('The client is gone.');

/** Tells that the client has left, or has its answer: it needs no turn any more. */
export const whenGone = ({ raw }: Pick<FastifyReply, 'raw'>): AbortSignal => {
  const gone = new AbortController();
  raw.once('close', () => gone.abort(GONE));
  return gone.signal;
};
