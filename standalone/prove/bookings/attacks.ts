import { setTimeout as wait } from 'node:timers/promises';
import { withClient } from '@relais/platform/database/with-client.ts';
import type { Random } from '../../src/demo/random.ts';
import type { AgencyProcess } from '../agencies/agency-process.ts';
import type { KillableDatabases } from '../agencies/killable-databases.ts';
import type { ClientProcess } from './client-process.ts';

export type Battlefield = {
  readonly services: readonly AgencyProcess[];
  readonly clients: readonly ClientProcess[];
  readonly databases: KillableDatabases;
  readonly random: Random;
};

type Attack = 'SERVICE' | 'DATABASE' | 'CLIENT';
export type AttackPlan = Readonly<Record<Attack, number>>;
export type AttackCounts = Record<Attack, number> & {
  /** Kills of services and stops of the database in which a booking was half done, each measured at that moment. */
  servicesInTransaction: number;
  databaseInTransaction: number;
  deadlocks: number;
};

const LONGEST_DOWN_MS = 1_000;
/** What is running when a service is frozen ends; what waits for its next word stays open. */
const SETTLE_MS = 30;
const LOOK_MS = 100;

/** Transactions that hold something a booking holds, by the service that opened them. */
const OPEN_BOOKINGS = `
  select count(distinct activity.pid)::integer as open
  from pg_stat_activity activity join pg_locks held using (pid)
  where activity.backend_type = 'client backend' and activity.application_name like $1
    and held.locktype = 'relation' and held.granted and held.mode in ('RowShareLock', 'RowExclusiveLock')
    and held.relation in ('centres'::regclass, 'bookings'::regclass)`;

const DEADLOCKS = 'select coalesce(sum(deadlocks), 0)::integer as deadlocks from pg_stat_database';

const earlyChildhoodAsSuperuser = ({ superuserUrl }: KillableDatabases): string => {
  const url = new URL(superuserUrl);
  url.pathname = '/early_childhood';
  return url.href;
};

export const openBookings = (databases: KillableDatabases, service = '%'): Promise<number> =>
  withClient(earlyChildhoodAsSuperuser(databases), async (client) => {
    const { rows } = await client.query<{ open: number }>(OPEN_BOOKINGS, [service]);
    return rows[0]?.open ?? 0;
  });

/** How often the database had to end a deadlock, since it last started. */
export const deadlocksIn = (databases: KillableDatabases): Promise<number> =>
  withClient(databases.superuserUrl, async (client) => {
    const { rows } = await client.query<{ deadlocks: number }>(DEADLOCKS);
    return rows[0]?.deadlocks ?? 0;
  });

export const serviceName = (index: number): string => `prove-service-${index}`;

const killService = async (
  { services, databases, random }: Battlefield,
  counts: AttackCounts,
): Promise<void> => {
  const index = random.between(0, services.length - 1);
  const victim = services[index];
  if (!victim) return;
  victim.freeze();
  await wait(SETTLE_MS);
  const open = await openBookings(databases, serviceName(index));
  await victim.kill();
  counts.SERVICE += 1;
  if (open > 0) counts.servicesInTransaction += 1;
  await wait(random.between(0, LONGEST_DOWN_MS));
  victim.start();
};

const stopDatabase = async ({ databases, random }: Battlefield, counts: AttackCounts): Promise<void> => {
  const [open, deadlocks] = [await openBookings(databases), await deadlocksIn(databases)];
  await databases.stopImmediately();
  counts.DATABASE += 1;
  counts.deadlocks += deadlocks;
  if (open > 0) counts.databaseInTransaction += 1;
  await wait(random.between(0, LONGEST_DOWN_MS));
  await databases.restart();
};

const killClient = async ({ clients, random }: Battlefield, counts: AttackCounts): Promise<void> => {
  await random.pick(clients).killAndRestart();
  counts.CLIENT += 1;
};

const attacks = { SERVICE: killService, DATABASE: stopDatabase, CLIENT: killClient };

const shuffled = (random: Random, plan: AttackPlan): Attack[] =>
  (['SERVICE', 'DATABASE', 'CLIENT'] as const)
    .flatMap((attack) => Array.from({ length: plan[attack] }, () => ({ attack, at: random.next() })))
    .sort((one, other) => one.at - other.at)
    .map(({ attack }) => attack);

/** `share` of the work done so far, 1 when enough is done; `isOver` once nothing more will be done. */
export type Progress = { share(): number; isOver(): boolean };

export type AttackDemands = {
  readonly attacks: AttackPlan;
  /** Kills of services that hit a booking half done. */
  readonly inTransaction: number;
};

/**
 * Spreads the attacks over the work, so that each finds everything up again and much under way; then kills services until
 * enough of them were amid a booking.
 */
export const attackThroughout = async (
  field: Battlefield,
  demands: AttackDemands,
  progress: Progress,
): Promise<AttackCounts> => {
  const counts = {
    SERVICE: 0,
    DATABASE: 0,
    CLIENT: 0,
    servicesInTransaction: 0,
    databaseInTransaction: 0,
    deadlocks: 0,
  };
  const all = shuffled(field.random, demands.attacks);
  for (const [index, attack] of all.entries()) {
    await Promise.all(field.services.map((service) => service.ready()));
    while (!progress.isOver() && progress.share() < (index + 1) / (all.length + 2)) await wait(LOOK_MS);
    if (progress.isOver()) break;
    await attacks[attack](field, counts);
  }
  while (!progress.isOver() && counts.servicesInTransaction < demands.inTransaction) {
    await Promise.all(field.services.map((service) => service.ready()));
    await attacks.SERVICE(field, counts);
  }
  counts.deadlocks += await deadlocksIn(field.databases);
  return counts;
};
