import type { FastifyReply } from 'fastify';

/** Tells that the client has left, or has its answer: it needs no turn any more. */
export const whenGone = ({ raw }: Pick<FastifyReply, 'raw'>): AbortSignal => {
  const gone = new AbortController();
  raw.once('close', () => gone.abort());
  return gone.signal;
};
