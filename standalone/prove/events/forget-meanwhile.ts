import { setTimeout as wait } from 'node:timers/promises';
import { subgraph as earlyChildhood } from '@relais/early-childhood/subgraph.ts';
import { subgraph as employment } from '@relais/employment/subgraph.ts';
import { OutboxPruner } from '@relais/platform/events/prune.ts';
import { openQueuePool } from '@relais/platform/events/queue-pool.ts';
import { subgraph as socialProtection } from '@relais/social-protection/subgraph.ts';
import type { ByAgency } from '../../../subgraphs/agencies.ts';

const PAUSE_MS = 500;
/** As if the hours in which events are kept had passed. */
const AHEAD_MS = 2 * 3_600_000;

/** Removes from the outboxes whatever is delivered and replaced, again and again; answers how much it was. */
export const forgetUntil = async (urls: ByAgency<string>, isOver: () => boolean): Promise<number> => {
  const lines = [earlyChildhood, socialProtection, employment].map(({ name, events = [] }) => {
    const pool = openQueuePool(urls[name], 'prove');
    return { pool, pruner: new OutboxPruner(pool, events) };
  });
  let forgotten = 0;
  while (!isOver()) {
    await wait(PAUSE_MS);
    for (const { pruner } of lines) {
      forgotten += await pruner.prune(new Date(Date.now() + AHEAD_MS)).catch(() => 0);
    }
  }
  for (const { pool } of lines) await pool.end();
  return forgotten;
};
