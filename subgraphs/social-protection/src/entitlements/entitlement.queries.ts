import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Temporal } from 'temporal-polyfill';
import { lockKnownFamily } from '../known-families/known-family.queries.ts';
import { Entitlement, type EntitlementFile } from './entitlement.ts';
import type { EntitlementState } from './entitlement-state.ts';

type StateJson = Omit<EntitlementState, 'from' | 'to' | 'statedOn' | 'recordedAt'> & {
  from: string;
  statedOn: string | null;
  recordedAt: string;
};
type ConfirmationJson = { readonly statedOn: string; readonly recordedAt: string };
type FileRow = Omit<EntitlementFile, 'states' | 'confirmations'> & {
  readonly states: readonly StateJson[];
  readonly confirmations: readonly ConfirmationJson[];
};

/** An entitlement and its whole history come as one row, so any number of families costs one statement. */
const filesWhere = (condition: string): string => `
  select entitlement.id, entitlement.family_id as "familyId", entitlement.adult_id as "adultId",
    entitlement.scheme, entitlement.source, entitlement.source_number as "sourceNumber", entitlement.version,
    json_agg(json_build_object(
      'id', state.id, 'entitlementId', state.entitlement_id, 'version', state.version, 'state', state.state,
      'monthlyAmountCents', state.monthly_amount_cents, 'from', state.from_on, 'reason', state.reason, 'statedOn', state.stated_on,
      'recordedAt', state.recorded_at, 'recordedBy', state.recorded_by) order by state.version) as states,
    (select coalesce(json_agg(json_build_object('statedOn', stated_on, 'recordedAt', recorded_at)), '[]')
      from entitlement_confirmations where entitlement_id = entitlement.id) as confirmations
  from entitlements entitlement join entitlement_states state on state.entitlement_id = entitlement.id
  where ${condition}
  group by entitlement.id
  order by entitlement.scheme, entitlement.id`;

const OF_FAMILIES = filesWhere('entitlement.family_id = any($1::uuid[])');
const BY_IDS = filesWhere('entitlement.id = any($1::uuid[])');

const stateOf = ({ from, statedOn, recordedAt, ...rest }: StateJson): EntitlementState => ({
  ...rest,
  from: Temporal.PlainDate.from(from),
  to: null,
  statedOn: statedOn === null ? null : Temporal.PlainDate.from(statedOn),
  recordedAt: new Date(recordedAt),
});

const confirmationOf = ({ statedOn, recordedAt }: ConfirmationJson) => ({
  statedOn: Temporal.PlainDate.from(statedOn),
  recordedAt: new Date(recordedAt),
});

const files = async (db: Database, statement: string, ids: string[]): Promise<EntitlementFile[]> => {
  const rows = await db.query<FileRow[]>(statement, [ids]);
  return rows.map((row) => ({
    ...row,
    states: row.states.map(stateOf),
    confirmations: row.confirmations.map(confirmationOf),
  }));
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
