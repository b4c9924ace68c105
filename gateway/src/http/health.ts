import { sharedCheck } from '@relais/platform/http/shared-check.ts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { withinTime } from '../data-sources/time-limit.ts';

/**
 * What an agency that works has to be helped with, as it says itself: who waits for its events, who refuses them,
 * which jobs go on failing.
 */
export const troubles = z.object({
  lagging: z.record(z.string(), z.unknown()).optional(),
  refused: z.record(z.string(), z.unknown()).optional(),
  failingJobs: z.record(z.string(), z.unknown()).optional(),
});
type Troubles = z.infer<typeof troubles>;

/** Whether an agency works; its troubles when it does and has some. */
export type AgencyHealth = boolean | Troubles;
export type Readiness = Readonly<Record<string, () => Promise<AgencyHealth>>>;

const CHECK_LIMIT_MS = 1_000;

const healthOf = (check: () => Promise<AgencyHealth>): Promise<AgencyHealth> =>
  withinTime(CHECK_LIMIT_MS, check).catch(() => false);

type NamedHealth = readonly [name: string, health: AgencyHealth];

/** By what they are, then by the agency that has them. */
const troublesOf = (agencies: readonly NamedHealth[]): Troubles => {
  const ofAll = (kind: keyof Troubles) => {
    const had = agencies.flatMap(([name, health]) =>
      typeof health === 'boolean' || !health[kind] ? [] : [[name, health[kind]] as const],
    );
    return had.length > 0 ? { [kind]: Object.fromEntries(had) } : {};
  };
  return { ...ofAll('lagging'), ...ofAll('refused'), ...ofAll('failingJobs') };
};

/**
 * `/health/live`: the process runs. `/health/ready`: every agency answers; otherwise 503 and which do not. Agencies
 * whose events wait for another one (publisher first) or are refused by it, or whose jobs go on failing, are named: they
 * work, so the answer stays 200.
 */
export const serveHealth = (http: FastifyInstance, readiness: Readiness): void => {
  http.get('/health/live', async () => ({ status: 'live', service: 'gateway' }));

  const checkAll = sharedCheck(() => {
    const checks = Object.entries(readiness).map(
      async ([name, check]): Promise<NamedHealth> => [name, await healthOf(check)],
    );
    return Promise.all(checks);
  });

  http.get('/health/ready', async (_request, reply) => {
    const agencies = await checkAll();
    const down = agencies.filter(([, health]) => !health).map(([name]) => name);
    if (down.length === 0) return { status: 'ready', service: 'gateway', ...troublesOf(agencies) };
    return reply.code(503).send({ status: 'not ready', service: 'gateway', down, ...troublesOf(agencies) });
  });
};
