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

/** One row of the log, with who asked. */
export type AccessRow = Access & { readonly asking: Asking };

const INSERT = `
  insert into access_log (at, request_id, sub, name, role, agency, purpose, id, family, outcome, categories, relation)
  select at, request_id, sub, name, role, agency, purpose, id, family, outcome, string_to_array(categories, ','), relation
  from unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[],
      $9::uuid[], $10::text[], $11::text[], $12::text[])
    as access (at, request_id, sub, name, role, agency, purpose, id, family, outcome, categories, relation)`;

/** In the order of the statement. */
const columns: readonly ((row: AccessRow) => unknown)[] = [
  ({ asking }) => asking.now.toISOString(),
  ({ asking }) => asking.requestId,
  ({ asking }) => asking.user.sub,
  ({ asking }) => asking.user.name,
  ({ asking }) => asking.user.role,
  ({ asking }) => asking.user.agency,
  ({ asking }) => asking.purpose,
  () => newId(),
  ({ familyId }) => familyId,
  ({ outcome }) => outcome,
  ({ categories }) => categories.join(),
  ({ relation }) => relation,
];

export const insertAccesses = async (
  db: Pick<Database, 'query'>,
  rows: readonly AccessRow[],
): Promise<void> => {
  await db.query(
    INSERT,
    columns.map((column) => rows.map(column)),
  );
};
