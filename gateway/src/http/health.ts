import type { FastifyInstance } from 'fastify';
import { withinTime } from '../data-sources/time-limit.ts';

/** Whether an agency works; when others wait for its events, which and for how long, as it says itself. */
export type AgencyHealth = boolean | { readonly lagging: Readonly<Record<string, unknown>> };
export type Readiness = Readonly<Record<string, () => Promise<AgencyHealth>>>;

const CHECK_LIMIT_MS = 1_000;

const healthOf = (check: () => Promise<AgencyHealth>): Promise<AgencyHealth> =>
  withinTime(CHECK_LIMIT_MS, check).catch(() => false);

type NamedHealth = readonly [name: string, health: AgencyHealth];

const lagOf = (agencies: readonly NamedHealth[]) => {
  const behind = agencies.flatMap(([name, health]) =>
    typeof health === 'boolean' ? [] : [[name, health.lagging] as const],
  );
  return behind.length > 0 ? { lagging: Object.fromEntries(behind) } : {};
};

/**
 * `/health/live`: the process runs. `/health/ready`: every agency answers; otherwise 503 and which do not. Agencies
 * whose events wait for another one are named, publisher first: they work, so the answer stays 200.
 */
export const serveHealth = (http: FastifyInstance, readiness: Readiness): void => {
  http.get('/health/live', async () => ({ status: 'live', service: 'gateway' }));

  http.get('/health/ready', async (_request, reply) => {
    const checks = Object.entries(readiness).map(
      async ([name, check]): Promise<NamedHealth> => [name, await healthOf(check)],
    );
    const agencies = await Promise.all(checks);
    const down = agencies.filter(([, health]) => !health).map(([name]) => name);
    if (down.length === 0) return { status: 'ready', service: 'gateway', ...lagOf(agencies) };
    return reply.code(503).send({ status: 'not ready', service: 'gateway', down, ...lagOf(agencies) });
  });
};
