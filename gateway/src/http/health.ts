import type { FastifyInstance } from 'fastify';
import { withinTime } from '../data-sources/time-limit.ts';

export type Readiness = Readonly<Record<string, () => Promise<boolean>>>;

const CHECK_LIMIT_MS = 1_000;

const isUp = (check: () => Promise<boolean>): Promise<boolean> =>
  withinTime(CHECK_LIMIT_MS, check).catch(() => false);

/** `/health/live`: the process runs. `/health/ready`: every agency answers; otherwise 503 and which do not. */
export const serveHealth = (http: FastifyInstance, readiness: Readiness): void => {
  http.get('/health/live', async () => ({ status: 'live', service: 'gateway' }));

  http.get('/health/ready', async (_request, reply) => {
    const checks = Object.entries(readiness).map(async ([name, check]) => ({ name, up: await isUp(check) }));
    const down = (await Promise.all(checks)).filter(({ up }) => !up).map(({ name }) => name);
    if (down.length === 0) return { status: 'ready', service: 'gateway' };
    return reply.code(503).send({ status: 'not ready', service: 'gateway', down });
  });
};
