import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Transaction } from '../database/transaction.ts';
import { type Publication, publicationOf, publishAll } from '../events/publish.ts';
import { publishedEvent, type Rebuild } from '../events/published-event.ts';
import { partId } from '../ids.ts';
import type { JobHandler } from '../jobs/job.ts';
import type { EventReceiver } from '../subgraph.ts';
import {
  holdSealing,
  insertSeal,
  keepHead,
  lastNumber,
  lastSeal,
  monthsToSay,
  rowsBetween,
  type ToldHead,
  writersNow,
} from './seal.queries.ts';
import { headOf, rootOf } from './seal.ts';
import type { Seal } from './seal-check.rules.ts';

export const SEAL_ACCESS_LOG = 'seal-access-log';

const MINUTES_BETWEEN = 5;
const ROWS_IN_A_SEAL = 1_000;
/** The rest is sealed in the next run: a run is one transaction. */
const SEALS_IN_A_RUN = 20;
/** As long as a change may take. */
const WAIT_FOR_WRITERS_MS = 2_000;
const LOOK_AGAIN_MS = 50;

export const nextSealing = (after: Date): Date => new Date(after.getTime() + MINUTES_BETWEEN * 60_000);

/** Told by every agency to the others: what was cut off or written anew afterwards does not agree with it. */
export const logSealedEvent = publishedEvent({
  type: 'relais.access-log.sealed.v1',
  description: 'A batch of the access log was sealed. The others keep its head, and nothing of its rows.',
  subject: { kind: 'LOG', id: 'logId' },
  about: 'logId',
  data: z.object({
    logId: z.uuid().describe('The log of the agency that tells.'),
    number: z.int().positive().describe('The seal; they are numbered from 1 on, without a gap.'),
    upTo: z.int().nonnegative().describe('The number of the row up to which everything is sealed.'),
    head: z.string().describe('SHA-256 of the seal and of the head before it.'),
  }),
  example: {
    logId: '0190d8a4-7f1e-5c11-9b5a-3c1d6a0f0017',
    number: 42,
    upTo: 18_231,
    head: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  },
});

const LOGS = 'b1d6f0c2-0f4b-4e7e-8a35-52c9d7e1a640';

/** The subject of what an agency tells of its log. */
export const logIdOf = (agency: string): string => partId(LOGS, agency);

const sealed = (agency: string, { number, upTo, head }: ToldHead): Publication => {
  const logId = logIdOf(agency);
  return publicationOf(logSealedEvent, logId, { logId, number, upTo, head });
};

export const receiveLogSealed: EventReceiver = (tx, { source, data }) =>
  keepHead(tx, source, logSealedEvent.data.parse(data));

/**
 * Up to which number no row can come any more; `null` while somebody still writes who may have been given one. Whoever is
 * given a number later gets a higher one.
 */
const settledUpTo = async (tx: Transaction): Promise<number | null> => {
  const number = await lastNumber(tx);
  let writers = await writersNow(tx);
  for (let waited = 0; writers.length > 0; waited += LOOK_AGAIN_MS) {
    if (waited >= WAIT_FOR_WRITERS_MS) return null;
    await wait(LOOK_AGAIN_MS);
    const still = await writersNow(tx);
    writers = writers.filter((writer) => still.includes(writer));
  }
  return number;
};

const countedBy = (months: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const month of months) counts[month] = (counts[month] ?? 0) + 1;
  return counts;
};

/** The next batch behind a seal; `null` where there is nothing to seal. */
const sealNext = async (
  tx: Transaction,
  previous: Seal | null,
  settled: number,
  sealedAt: Date,
): Promise<Seal | null> => {
  const logged = await rowsBetween(tx, previous?.upTo ?? null, settled, ROWS_IN_A_SEAL);
  const letGo = await monthsToSay(tx);
  if (logged.length === 0 && letGo.length === 0) return null;
  const isFull = logged.length === ROWS_IN_A_SEAL;
  const rows = logged.map(({ number, leaf }) => ({ number, leaf }));
  const seal = {
    number: (previous?.number ?? 0) + 1,
    sealedAt,
    upTo: isFull ? (rows.at(-1)?.number ?? settled) : settled,
    months: countedBy(logged.map(({ month }) => month)),
    letGo,
    root: rootOf(rows),
  };
  return { ...seal, rows, head: headOf(seal, previous?.head ?? '') };
};

/** Seals what was written since, and tells the others the heads. */
export const sealAccessLogOf =
  (agency: string): JobHandler =>
  async (tx, _payload, now) => {
    await holdSealing(tx);
    const settled = await settledUpTo(tx);
    if (settled === null) return;
    const seals: Seal[] = [];
    let last = await lastSeal(tx);
    for (let count = 0; count < SEALS_IN_A_RUN; count += 1) {
      const seal = await sealNext(tx, last, settled, now);
      if (!seal) break;
      await insertSeal(tx, seal);
      seals.push(seal);
      last = seal;
    }
    await publishAll(
      tx,
      seals.map((seal) => sealed(agency, seal)),
    );
  };

/** A rebuild tells the newest head as well, which stands for all before it. */
export const tellingOfLog = (agency: string, { familiesAfter, republish }: Rebuild): Rebuild => {
  const logId = logIdOf(agency);
  return {
    async familiesAfter(db, after, most) {
      const families = await familiesAfter(db, after, most);
      const isNext = logId > after && (await lastSeal(db)) !== null;
      return isNext ? [...families, logId].sort().slice(0, most) : families;
    },
    async republish(tx, ids, now) {
      const families = ids.filter((id) => id !== logId);
      if (families.length > 0) await republish(tx, families, now);
      const last = families.length < ids.length ? await lastSeal(tx) : null;
      if (last) await publishAll(tx, [sealed(agency, last)]);
    },
  };
};
