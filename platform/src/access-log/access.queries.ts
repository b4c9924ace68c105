import type { User } from '../auth/user.ts';
import type { Database } from '../database/database.ts';
import { newId } from '../ids.ts';
import type { Access } from './accesses.ts';
import type { Purpose } from './purposes.ts';

/** Who asks, for what, and in which request. */
export type Asking = {
  readonly user: User;
  readonly purpose: Purpose;
  readonly requestId: string;
  readonly now: Date;
};

const INSERT = `
  insert into access_log (at, request_id, sub, name, role, agency, purpose, id, family, outcome, categories, relation)
  select $1, $2, $3, $4, $5, $6, $7, id, family, outcome, string_to_array(categories, ','), relation
  from unnest($8::uuid[], $9::uuid[], $10::text[], $11::text[], $12::text[])
    as access (id, family, outcome, categories, relation)`;

export const insertAccesses = async (
  db: Database,
  { user, purpose, requestId, now }: Asking,
  accesses: readonly Access[],
): Promise<void> => {
  await db.query(INSERT, [
    now,
    requestId,
    user.sub,
    user.name,
    user.role,
    user.agency,
    purpose,
    accesses.map(() => newId()),
    accesses.map(({ familyId }) => familyId),
    accesses.map(({ outcome }) => outcome),
    accesses.map(({ categories }) => categories.join()),
    accesses.map(({ relation }) => relation),
  ]);
};
