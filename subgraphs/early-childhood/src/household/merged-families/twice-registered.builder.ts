import type { Database } from '@relais/platform/database/database.ts';
import { hasRows, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { mergeTakenEvent } from '@relais/platform/known-families/merge-taken.ts';
import { z } from 'zod';
import type { Adult } from '../../families/families/adult.ts';
import type { Child } from '../../families/families/child.ts';
import { givenAdult, givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { Family } from '../../families/families/family.ts';

export type TwiceRegistered = {
  readonly survivor: Family;
  readonly duplicate: Family;
  readonly keptAdult: Adult;
  readonly droppedAdult: Adult;
  readonly keptChild: Child;
  readonly droppedChild: Child;
};

/** A family in two files: the same mother and the same child in both, each file knowing something of its own. */
export const givenTwiceRegistered = async (db: Database): Promise<TwiceRegistered> => {
  const [survivor, duplicate] = [await givenFamily(db), await givenFamily(db)];
  const [ofSurvivor, ofDuplicate] = [{ familyId: survivor.id }, { familyId: duplicate.id }];
  return {
    survivor,
    duplicate,
    keptAdult: await givenAdult(db, ofSurvivor),
    droppedAdult: await givenAdult(db, { ...ofDuplicate, lastName: 'Vigneron', phone: '+33612345678' }),
    keptChild: await givenChild(db, { ...ofSurvivor, careAlerts: ['Arachide'] }),
    droppedChild: await givenChild(db, { ...ofDuplicate, careAlerts: ['Lait'], mayBeCollectedBy: ['Nadia'] }),
  };
};

type Receiving = {
  readonly db: Database;
  receive(type: string, familyId: string, data: object, source: string): Promise<void>;
};

/** As each of these agencies tells, of both files, that it has made one of them. */
export const tellTaken = async (
  { db, receive }: Receiving,
  { survivor, duplicate }: Pick<TwiceRegistered, 'survivor' | 'duplicate'>,
  by: readonly string[] = ['employment', 'social-protection'],
): Promise<void> => {
  const { version } = await db.findOneByOrFail(Family, { id: duplicate.id });
  for (const source of by)
    for (const familyId of [duplicate.id, survivor.id]) {
      const told = { familyId, duplicateId: duplicate.id, version, state: 'TAKEN' };
      await receive(mergeTakenEvent.type, familyId, told, source);
    }
};

/** Where an id that was merged away may still stand: its own row, who stays instead, what was told, and how it is undone. */
const KEPT =
  /^(families|adults|children)\.(id|merged_into)$|^(changes|outbox|pending_deliveries|delivery_positions|inbox_positions|event_numbers|access_log[^.]*|merge_\w+|merges_taken)\./;

const ColumnRow = rowOf({
  name: ["table_name || '.' || column_name", z.string()],
  stands: ["format('select from %I where %I = any($1) limit 1', table_name, column_name)", z.string()],
});

/** The columns in which one of these ids still stands, of all columns that the database has. */
export const stillNaming = async (db: Database, ids: readonly string[]): Promise<string[]> => {
  const columns = await rowsOf(
    db,
    ColumnRow,
    `select ${ColumnRow.columns} from information_schema.columns where table_schema = 'public' and data_type = 'uuid' order by 1`,
  );
  const found: string[] = [];
  for (const { name, stands } of columns.filter((column) => !KEPT.test(column.name))) {
    if (await hasRows(db, stands, [ids])) found.push(name);
  }
  return found;
};
