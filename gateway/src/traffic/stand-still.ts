import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';

/** So often the process is woken to see how late that is, also one that has nothing else to do. */
const RESOLUTION_MS = 200;
const NANOSECONDS = 1_000_000;

export type StandStill = {
  /** Beyond this mean delay of the event loop nobody else is let in. */
  readonly mostMs: number;
  /** Over so long a while, and then for as long. */
  readonly whileMs: number;
};

/** While all work of the process stands still, no more of it is taken: that would not get it done. */
export const refuseAtStandStill = (
  http: FastifyInstance,
  { mostMs, whileMs }: StandStill,
  refusal: () => Error,
): void => {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  let isStill = false;
  const look = (): void => {
    // Where nothing was measured meanwhile, what was known is what is known.
    if (delays.count === 0) return;
    isStill = delays.mean / NANOSECONDS - RESOLUTION_MS > mostMs;
    delays.reset();
  };
  const looking = setInterval(look, whileMs).unref();
  http.addHook('onRequest', (_request, _reply, done) => done(isStill ? refusal() : undefined));
  http.addHook('onClose', async () => {
    clearInterval(looking);
    delays.disable();
  });
};
