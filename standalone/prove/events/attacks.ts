import { setTimeout as wait } from 'node:timers/promises';
import { withClient } from '@relais/platform/database/with-client.ts';
import type { Random } from '../../src/demo/random.ts';
import type { AgencyProcess } from '../agencies/agency-process.ts';

export type Battlefield = {
  readonly agencies: readonly AgencyProcess[];
  readonly superuserUrl: string;
  readonly random: Random;
};

type Attack = 'AGENCY' | 'CONNECTIONS' | 'DATABASE';
export type AttackCounts = Record<Attack, number>;

const LONGEST_DOWN_MS = 4_000;
const SHORTEST_PEACE_MS = 1_000;
const LONGEST_PEACE_MS = 6_000;
/** Mostly the next attack waits until all agencies are up, so that work gets done in between on any machine. */
const MERCY = 0.75;

const killAgency = async ({ agencies, random }: Battlefield): Promise<void> => {
  const victim = random.pick(agencies);
  await victim.kill();
  await wait(random.between(0, LONGEST_DOWN_MS));
  victim.start();
};

/** Every connection to one agency's database at once, in whatever transaction it is. */
const cutConnections = ({ agencies, superuserUrl, random }: Battlefield): Promise<unknown> =>
  withClient(superuserUrl, (client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      random.pick(agencies).name.replaceAll('-', '_'),
    ]),
  );

/** kill -9 of a server process: PostgreSQL then drops everything in memory and recovers from its log. */
const crashDatabase = ({ superuserUrl }: Battlefield): Promise<unknown> =>
  withClient(superuserUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    if (rows[0]) process.kill(rows[0].pid, 'SIGKILL');
  });

const attacks = { AGENCY: killAgency, CONNECTIONS: cutConnections, DATABASE: crashDatabase };
/** Agencies more often than the database that all three share here. */
const CHOICES: readonly Attack[] = ['AGENCY', 'AGENCY', 'AGENCY', 'CONNECTIONS', 'CONNECTIONS', 'DATABASE'];

const allUp = async ({ agencies }: Battlefield): Promise<void> => {
  await Promise.all(agencies.map((agency) => agency.ready()));
};

/** Attacks at random moments until `isOver`; answers how often what was hit. */
export const attackUntil = async (field: Battlefield, isOver: () => boolean): Promise<AttackCounts> => {
  const counts: AttackCounts = { AGENCY: 0, CONNECTIONS: 0, DATABASE: 0 };
  while (!isOver()) {
    if (field.random.chance(MERCY)) await allUp(field);
    await wait(field.random.between(SHORTEST_PEACE_MS, LONGEST_PEACE_MS));
    const attack = field.random.pick(CHOICES);
    await attacks[attack](field).catch(() => undefined);
    counts[attack] += 1;
  }
  return counts;
};
