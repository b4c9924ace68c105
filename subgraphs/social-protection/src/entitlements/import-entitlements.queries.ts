import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { EntitlementFile } from './entitlement.ts';
import type { EntitlementConfirmation } from './entitlement-confirmation.ts';
import type { EntitlementState } from './entitlement-state.ts';

/** What a batch of rows adds. */
export type ImportedRecords = {
  readonly opened: readonly Omit<EntitlementFile, 'states' | 'confirmations'>[];
  readonly states: readonly EntitlementState[];
  readonly confirmations: readonly EntitlementConfirmation[];
  /** Of which child those on record are, said for the first time. */
  readonly named: readonly { readonly entitlementId: string; readonly childId: string }[];
};

const INSERT_ENTITLEMENTS = `
  insert into entitlements (id, family_id, adult_id, child_id, scheme, source, source_number, version)
  select id, "familyId", "adultId", "childId", scheme, source, "sourceNumber", version
  from json_to_recordset($1) as opened
    (id uuid, "familyId" uuid, "adultId" uuid, "childId" uuid, scheme text, source text, "sourceNumber" text, version integer)`;

const INSERT_STATES = `
  insert into entitlement_states (id, entitlement_id, version, state, monthly_amount_cents, from_on, reason,
    stated_on, recorded_at, recorded_by)
  select id, "entitlementId", version, state, "monthlyAmountCents", "from", reason,
    "statedOn", "recordedAt", "recordedBy"
  from json_to_recordset($1) as added
    (id uuid, "entitlementId" uuid, version integer, state text, "monthlyAmountCents" integer, "from" date,
      reason text, "statedOn" date, "recordedAt" timestamptz, "recordedBy" text)`;

const COUNT_STATES = `
  update entitlements set version = added.version
  from (select "entitlementId" as id, max(version) as version
    from json_to_recordset($1) as added ("entitlementId" uuid, version integer) group by 1) as added
  where entitlements.id = added.id and entitlements.version <> added.version`;

const INSERT_CONFIRMATIONS = `
  insert into entitlement_confirmations (entitlement_id, stated_on, recorded_at)
  select "entitlementId", "statedOn", "recordedAt"
  from json_to_recordset($1) as confirmed ("entitlementId" uuid, "statedOn" date, "recordedAt" timestamptz)
  on conflict do nothing`;

const NAME_CHILDREN = `
  update entitlements set child_id = named."childId"
  from json_to_recordset($1) as named ("entitlementId" uuid, "childId" uuid)
  where entitlements.id = named."entitlementId" and entitlements.child_id is null`;

/** Stores any number of rows in five statements whose text never varies. */
export const storeImport = async (tx: Transaction, records: ImportedRecords): Promise<void> => {
  const states = JSON.stringify(records.states);
  await tx.query(INSERT_ENTITLEMENTS, [JSON.stringify(records.opened)]);
  await tx.query(INSERT_STATES, [states]);
  await tx.query(COUNT_STATES, [states]);
  await tx.query(NAME_CHILDREN, [JSON.stringify(records.named)]);
  await tx.query(INSERT_CONFIRMATIONS, [JSON.stringify(records.confirmations)]);
};
