import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Temporal } from 'temporal-polyfill';
import { lockKnownFamily } from '../known-families/known-family.queries.ts';
import { Entitlement, type EntitlementFile } from './entitlement.ts';
import type { EntitlementState } from './entitlement-state.ts';

type StateJson = Omit<EntitlementState, 'from' | 'to' | 'recordedAt'> & { from: string; recordedAt: string };
type FileRow = Omit<EntitlementFile, 'states'> & { readonly states: readonly StateJson[] };

/** An entitlement and its whole history come as one row, so any number of families costs one statement. */
const filesWhere = (condition: string): string => `
  select entitlement.id, entitlement.family_id as "familyId", entitlement.adult_id as "adultId",
    entitlement.scheme, entitlement.source, entitlement.version,
    json_agg(json_build_object(
      'id', state.id, 'entitlementId', state.entitlement_id, 'version', state.version, 'state', state.state,
      'monthlyAmountCents', state.monthly_amount_cents, 'from', state.from_on, 'reason', state.reason,
      'recordedAt', state.recorded_at, 'recordedBy', state.recorded_by) order by state.version) as states
  from entitlements entitlement join entitlement_states state on state.entitlement_id = entitlement.id
  where ${condition}
  group by entitlement.id
  order by entitlement.scheme, entitlement.id`;

const OF_FAMILIES = filesWhere('entitlement.family_id = any($1::uuid[])');
const BY_IDS = filesWhere('entitlement.id = any($1::uuid[])');

const stateOf = ({ from, recordedAt, ...rest }: StateJson): EntitlementState => ({
  ...rest,
  from: Temporal.PlainDate.from(from),
  to: null,
  recordedAt: new Date(recordedAt),
});

const files = async (db: Database, statement: string, ids: string[]): Promise<EntitlementFile[]> => {
  const rows = await db.query<FileRow[]>(statement, [ids]);
  return rows.map((row) => ({ ...row, states: row.states.map(stateOf) }));
};

/** Every entitlement of these families, with all states ever recorded. */
export const entitlementFilesOfFamilies = (db: Database, familyIds: string[]): Promise<EntitlementFile[]> =>
  files(db, OF_FAMILIES, familyIds);

export const entitlementFiles = (db: Database, ids: string[]): Promise<EntitlementFile[]> =>
  files(db, BY_IDS, ids);

export const entitlementFile = async (db: Database, id: string): Promise<EntitlementFile | null> =>
  (await entitlementFiles(db, [id]))[0] ?? null;

/** Holds the entitlement's family and then itself until commit, so that states follow one another. */
export const lockEntitlement = async (tx: Transaction, id: string): Promise<void> => {
  const entitlement = await tx.findOneBy(Entitlement, { id });
  if (entitlement) await lockKnownFamily(tx, entitlement.familyId);
};
