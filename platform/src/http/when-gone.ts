import type { FastifyReply } from 'fastify';

/** One for all: a reason of its own would take its stack at the end of each request. */
const GONE = new Error('The client is gone.');

type Answering = Pick<FastifyReply, 'raw'>;

/**
 * Runs when the client has left, or has its answer. Whoever left while their token was looked at is told of no more: that is heard
 * at once, for what begins then would never be ended.
 */
export const onceGone = ({ raw }: Answering, work: () => void): void => {
  const isGone = raw.closed || raw.destroyed;
  if (isGone) work();
  if (!isGone) raw.once('close', work);
};

/** Tells that the client has left, or has its answer: it needs no turn any more. */
export const whenGone = (reply: Answering): AbortSignal => {
  const gone = new AbortController();
  onceGone(reply, () => gone.abort(GONE));
  return gone.signal;
};
