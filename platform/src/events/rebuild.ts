import type { Database } from '../database/database.ts';
import { id, rowOf, rowsOf } from '../database/rows.ts';
import { inTransaction } from '../database/transaction.ts';
import { holdFamilies } from './publish.ts';
import type { Rebuild } from './published-event.ts';
import { BEFORE_ALL_IDS } from './replay.ts';

/** Few: their numbering is held meanwhile, and a professional's change waits for it. */
const FAMILIES_AT_A_TIME = 20;
const FAMILIES_PER_LEAP = 1_000;

/** More than any family can have been told of since the backup, and not so far that the others take it for a fault (`receive.ts`). */
const LEAP = 5_000;

const FamilyRow = rowOf({ familyId: ['family_id', id] });

const FAMILIES_TOLD_OF = `
  select ${FamilyRow.columns} from event_numbers where family_id > $1 order by family_id limit ${FAMILIES_PER_LEAP}`;

const LEAP_AHEAD = `update event_numbers set number = number + ${LEAP} where family_id = any($1::uuid[])`;

/** Walks over all families in chunks, so that memory stays bounded. */
const inChunks = async (
  next: (after: string) => Promise<string[]>,
  work: (familyIds: readonly string[]) => Promise<void>,
): Promise<number> => {
  let count = 0;
  let families = await next(BEFORE_ALL_IDS);
  for (let last = families.at(-1); last; last = families.at(-1)) {
    await work(families);
    count += families.length;
    families = await next(last);
  }
  return count;
};

/**
 * For an agency whose database was restored from a backup: its numbers would repeat, and the others ignore numbers
 * they have seen. Every family's numbering goes on far beyond them.
 */
export const leapAhead = (db: Database): Promise<number> =>
  inChunks(
    async (after) => {
      const rows = await rowsOf(db, FamilyRow, FAMILIES_TOLD_OF, [after]);
      return rows.map(({ familyId }) => familyId);
    },
    (families) =>
      inTransaction(db, async (tx) => {
        await holdFamilies(tx, families);
        await tx.query(LEAP_AHEAD, [families]);
      }),
  );

/** Tells the current state of every family anew; answers of how many families. */
export const rebuild = (db: Database, { familiesAfter, republish }: Rebuild, now: Date): Promise<number> =>
  inChunks(
    (after) => familiesAfter(db, after, FAMILIES_AT_A_TIME),
    (families) =>
      inTransaction(db, async (tx) => {
        await holdFamilies(tx, families);
        await republish(tx, families, now);
      }),
  );
