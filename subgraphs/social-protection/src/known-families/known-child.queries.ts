import type { Database } from '@relais/platform/database/database.ts';
import { id as anId, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Any, IsNull } from 'typeorm';
import { KnownChild } from './known-child.ts';

const FORGET = 'delete from known_children where family_id = $1 and id <> all($2::uuid[])';
const STORE = `
  insert into known_children as known (family_id, id, merged_into)
  select $1, told.id, told.merged_into from unnest($2::uuid[], $3::uuid[]) told (id, merged_into)
  on conflict (family_id, id) do update set merged_into = excluded.merged_into`;

/** A child that a family has; `null` unless it was registered twice, and is another's now. */
export type ToldChild = { readonly id: string; readonly mergedInto: string | null };

/** Puts these in the place of all children that the family was known to have. */
export const storeChildren = async (
  tx: Transaction,
  familyId: string,
  children: readonly ToldChild[],
): Promise<void> => {
  const ids = children.map(({ id }) => id);
  await tx.query(FORGET, [familyId, ids]);
  await tx.query(STORE, [familyId, ids, children.map(({ mergedInto }) => mergedInto)]);
};

/** In which families each of these children is known. */
export const knownChildren = (db: Database, ids: readonly string[]): Promise<KnownChild[]> =>
  db.findBy(KnownChild, { id: Any([...ids]), mergedInto: IsNull() });

/** SQL: who a child is, be it registered twice. */
export const whoTheChildIs = (child: string): string => `coalesce(
  (select min(twice.merged_into::text)::uuid from known_children twice
    where twice.id = ${child} and twice.merged_into is not null), ${child})`;

const ChildRow = rowOf({ id: [whoTheChildIs('$1::uuid'), anId] });

export const childToday = async (tx: Transaction, id: string): Promise<string> => {
  const [child] = await rowsOf(tx, ChildRow, `select ${ChildRow.columns}`, [id]);
  return child?.id ?? id;
};
