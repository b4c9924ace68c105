import type { Database } from '@relais/platform/database/database.ts';
import { id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Any } from 'typeorm';
import { AddressProtection } from './address-protection.ts';

/** All protections of these families, those that are over too, newest first. */
export const addressProtectionsOf = (db: Database, familyIds: string[]): Promise<AddressProtection[]> =>
  db.find(AddressProtection, { where: { familyId: Any(familyIds) }, order: { beganAt: 'DESC', id: 'DESC' } });

const ProtectedRow = rowOf({ familyId: ['family.id', id] });

/** A file that was merged tells of the home of the one that stays. */
const PROTECTED = `
  select distinct ${ProtectedRow.columns} from families family
  join address_protections protection on protection.family_id = coalesce(family.merged_into, family.id)
  where family.id = any($1::uuid[]) and protection.ended_at is null`;

/** Which of these families live at a protected address. */
export const familiesProtected = async (
  db: Database,
  familyIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await rowsOf(db, ProtectedRow, PROTECTED, [familyIds]);
  return new Set(rows.map(({ familyId }) => familyId));
};

const FORGET_HOMES = `
  update outbox set data = data || jsonb_build_object('districtId', null, 'homes', (
    select coalesce(jsonb_agg(home || '{"districtId": null}'), '[]')
    from jsonb_array_elements(coalesce(data -> 'homes', '[]')) home))
  where family_id = any($1::uuid[]) and type = $2`;

/** What lies in our own post, sent or not, and would be told again by a replay. */
export const forgetToldHomes = async (
  tx: Transaction,
  familyIds: readonly string[],
  type: string,
): Promise<void> => {
  await tx.query(FORGET_HOMES, [familyIds, type]);
};
