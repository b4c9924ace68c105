import { sharedCheck } from '@relais/platform/http/shared-check.ts';
import type { FastifyInstance } from 'fastify';
import type { AgencyHealth, Outages } from '../data-sources/agency-health.ts';
import { withinTime } from '../data-sources/time-limit.ts';

export type Readiness = Readonly<Record<string, () => Promise<AgencyHealth>>>;

const CHECK_LIMIT_MS = 1_000;

const healthOf = (check: () => Promise<AgencyHealth>): Promise<AgencyHealth> =>
  withinTime(CHECK_LIMIT_MS, check).catch(() => false);

type NamedHealth = readonly [name: string, health: AgencyHealth];

/** By what they are, then by the agency that has them. */
const outagesOf = (agencies: readonly NamedHealth[]): Outages => {
  const ofAll = (kind: keyof Outages) => {
    const had = agencies.flatMap(([name, health]) =>
      typeof health === 'boolean' || !health[kind] ? [] : [[name, health[kind]] as const],
    );
    return had.length > 0 ? { [kind]: Object.fromEntries(had) } : {};
  };
  return {
    ...ofAll('lagging'),
    ...ofAll('refused'),
    ...ofAll('failingJobs'),
    ...ofAll('deadLetters'),
    ...ofAll('warnings'),
  };
};

/**
 * `/health/live`: the process runs. `/health/ready`: every agency answers; otherwise 503 and which do not. Agencies
 * whose events wait for another one (publisher first) or are refused by it, whose jobs go on failing, who could not take what came, or whose data ends soon, are named: they
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
    if (down.length === 0) return { status: 'ready', service: 'gateway', ...outagesOf(agencies) };
    return reply.code(503).send({ status: 'not ready', service: 'gateway', down, ...outagesOf(agencies) });
  });
};
