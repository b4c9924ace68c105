import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { badUserInput } from '@relais/platform/errors.ts';
import { type Publication, publishAll } from '@relais/platform/events/publish.ts';
import type { RefusalDetails } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import type { KnownAdult } from '@relais/platform/known-families/known-adult.ts';
import type { KnownFamily } from '@relais/platform/known-families/known-family.ts';
import { referenceOf } from '@relais/platform/names.rules.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { incomeSupportChanged } from '../benefits-status/publish-income-support.ts';
import { knownChildren } from '../known-families/known-child.queries.ts';
import { lockFamiliesByReference, seenAdults } from '../known-families/known-family.queries.ts';
import { entitlementFilesOfFamilies } from './entitlement.queries.ts';
import { onRecord } from './entitlement.rules.ts';
import type { EntitlementFile } from './entitlement.ts';
import { holderRefusal } from './entitlement-changes.rules.ts';
import type { EntitlementConfirmation } from './entitlement-confirmation.ts';
import { detailsOfBeginning, detailsOfStep } from './entitlement-state.messages.ts';
import type { EntitlementState } from './entitlement-state.ts';
import { filesByFamily, putFile } from './files-by-family.ts';
import { importProblems } from './import-entitlements.messages.ts';
import { type ImportedRecords, storeImport } from './import-entitlements.queries.ts';
import {
  type ImportedStatement,
  type ImportRefusal,
  type ImportStep,
  importStep,
} from './import-entitlements.rules.ts';
import {
  type EntitlementRowInput,
  type ImportEntitlementsInput,
  type ImportEntitlementsPayload,
  type ImportedRow,
  ImportRowRefusal,
  MOST_ROWS,
} from './imported-row.ts';

/** The records of the families named, and what the rows so far have made of them. */
type Import = {
  readonly families: ReadonlyMap<string, KnownFamily>;
  readonly adults: ReadonlyMap<string, KnownAdult>;
  /** By family and child. */
  readonly children: ReadonlySet<string>;
  /** By family; lists are replaced, never changed. */
  readonly before: ReadonlyMap<string, readonly EntitlementFile[]>;
  readonly files: Map<string, readonly EntitlementFile[]>;
  readonly opened: Set<string>;
  readonly states: EntitlementState[];
  readonly confirmations: EntitlementConfirmation[];
  readonly named: { readonly entitlementId: string; readonly childId: string }[];
};

const byKey = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row> =>
  new Map(rows.map((row) => [keyOf(row), row]));

const childOf = (familyId: string, childId: string): string => `${familyId} ${childId}`;

const load = async (
  tx: Transaction,
  rows: readonly EntitlementRowInput[],
  acting: ActingUser,
): Promise<Import> => {
  const references = [...new Set(rows.map(({ familyReference }) => referenceOf(familyReference)))];
  const adultIds = [...new Set(rows.flatMap(({ adultId }) => (adultId ? [adultId] : [])))];
  const families = await lockFamiliesByReference(tx, references, acting, 'benefits:write');
  const adults = await seenAdults(tx, adultIds, acting);
  const childIds = [...new Set(rows.flatMap(({ childId }) => (childId ? [childId] : [])))];
  const children = await knownChildren(tx, childIds);
  const familyIds = families.map(({ id }) => id);
  const before = filesByFamily(onRecord(await entitlementFilesOfFamilies(tx, familyIds)));
  return {
    families: byKey(families, ({ reference }) => reference),
    adults: byKey(adults, ({ id }) => id),
    children: new Set(children.map(({ familyId, id }) => childOf(familyId, id))),
    before,
    files: new Map(before),
    opened: new Set(),
    states: [],
    confirmations: [],
    named: [],
  };
};

const statementOf = (row: EntitlementRowInput, familyId: string): ImportedStatement => ({
  ...row,
  familyId,
  adultId: row.adultId ?? null,
  childId: row.childId ?? null,
  sourceNumber: row.sourceNumber ?? null,
  monthlyAmountCents: row.monthlyAmountCents ?? null,
  reason: row.reason ?? null,
});

const addState = (
  work: Import,
  file: EntitlementFile,
  row: ImportedStatement,
  { now, user }: ActingUser,
): void => {
  const { state, monthlyAmountCents, from, reason, statedOn } = row;
  const version = file.version + 1;
  const added = {
    id: newId(),
    entitlementId: file.id,
    version,
    state,
    monthlyAmountCents,
    from,
    reason,
    statedOn,
  };
  const recorded = { ...added, to: null, recordedAt: now, recordedBy: user.sub };
  work.states.push(recorded);
  putFile(work.files, { ...file, version, states: [...file.states, recorded] });
};

const newFile = ({
  familyId,
  adultId,
  childId,
  scheme,
  source,
  sourceNumber,
}: ImportedStatement): EntitlementFile => ({
  id: newId(),
  familyId,
  adultId,
  childId,
  scheme,
  source,
  sourceNumber,
  version: 0,
  mistakenAt: null,
  states: [],
  confirmations: [],
});

const confirm = (
  work: Import,
  file: EntitlementFile,
  statedOn: ImportedStatement['statedOn'],
  now: Date,
): void => {
  const confirmation = { entitlementId: file.id, statedOn, recordedAt: now };
  work.confirmations.push(confirmation);
  putFile(work.files, { ...file, confirmations: [...file.confirmations, confirmation] });
};

/** The source says for the first time of which child a benefit on record is; answers the file, and whether it did. */
const withChild = (
  work: Import,
  file: EntitlementFile,
  { childId }: ImportedStatement,
): { readonly file: EntitlementFile; readonly isNew: boolean } => {
  if (!childId || file.childId) return { file, isNew: false };
  const named = { ...file, childId };
  work.named.push({ entitlementId: file.id, childId });
  putFile(work.files, named);
  return { file: named, isNew: true };
};

type Outcome = Omit<ImportedRow, 'index'>;

const refused = (reason: ImportRefusal, details?: RefusalDetails): Outcome => ({
  outcome: 'REFUSED',
  entitlementId: null,
  refusal: ImportRowRefusal.of(reason, details),
});

/** A row without a file would begin one. */
const detailsOf = (
  file: EntitlementFile | undefined,
  { scheme, state }: ImportedStatement,
): RefusalDetails =>
  file ? detailsOfStep(file.states.at(-1)?.state, state) : detailsOfBeginning(scheme, state);

const apply = (work: Import, row: ImportedStatement, step: ImportStep, acting: ActingUser): Outcome => {
  if (step.step === 'REFUSE') return refused(step.reason, detailsOf(step.file, row));
  if (step.step === 'OPEN') {
    const file = newFile(row);
    work.opened.add(file.id);
    addState(work, file, row, acting);
    return { outcome: 'TAKEN', entitlementId: file.id, refusal: null };
  }
  const { file, isNew } = withChild(work, step.file, row);
  if (step.step === 'CHANGE') addState(work, file, step.row, acting);
  if (step.step === 'CONFIRM') confirm(work, file, row.statedOn, acting.now);
  const outcome = isNew || step.step === 'CHANGE' ? 'TAKEN' : 'UNCHANGED';
  return { outcome, entitlementId: file.id, refusal: null };
};

const importRow = (work: Import, row: EntitlementRowInput, acting: ActingUser): Outcome => {
  const family = work.families.get(referenceOf(row.familyReference));
  if (!family) return refused('UNKNOWN_FAMILY');
  const statement = statementOf(row, family.id);
  const adultFamilyId = work.adults.get(statement.adultId ?? '')?.familyId ?? null;
  const hasChild = work.children.has(childOf(family.id, statement.childId ?? ''));
  const unknown = holderRefusal(statement, { adultFamilyId, hasChild });
  if (unknown) return refused(unknown);

  const files = work.files.get(family.id) ?? [];
  return apply(work, statement, importStep(statement, files, dayOf(acting.now)), acting);
};

const recordsOf = ({ files, opened, states, confirmations, named }: Import): ImportedRecords => ({
  opened: [...files.values()].flat().filter(({ id }) => opened.has(id)),
  states,
  confirmations,
  named,
});

/** What the service point must hear: most rows of a monthly file change no family's income support. */
const newsOf = ({ families, before, files }: Import): Publication[] =>
  [...families.values()].flatMap(({ id }) => {
    const [then, now] = [before, files].map((all) => incomeSupportChanged(id, all.get(id) ?? []));
    return now && JSON.stringify(then) !== JSON.stringify(now) ? [now] : [];
  });

const payloadOf = (rows: ImportedRow[]): ImportEntitlementsPayload => {
  const count = (wanted: ImportedRow['outcome']) => rows.filter(({ outcome }) => outcome === wanted).length;
  return {
    takenCount: count('TAKEN'),
    unchangedCount: count('UNCHANGED'),
    refusedCount: count('REFUSED'),
    rows,
  };
};

/** What a preview would open has no id yet. */
const withoutNewId = ({ opened }: Import, row: ImportedRow): ImportedRow =>
  row.entitlementId && opened.has(row.entitlementId) ? { ...row, entitlementId: null } : row;

/** Each row is judged on top of those before it; all that is taken is stored at once, or nothing in a preview. */
export const importEntitlements = async (
  tx: Transaction,
  { rows, preview }: ImportEntitlementsInput,
  acting: ActingUser,
): Promise<ImportEntitlementsPayload> => {
  if (rows.length > MOST_ROWS)
    throw badUserInput('input.rows', importProblems, 'TOO_MANY_ROWS', { most: MOST_ROWS });
  const work = await load(tx, rows, acting);
  const outcomes = rows.map((row, index) => ({ index, ...importRow(work, row, acting) }));
  if (preview) return payloadOf(outcomes.map((outcome) => withoutNewId(work, outcome)));
  await storeImport(tx, recordsOf(work));
  await publishAll(tx, newsOf(work));
  return payloadOf(outcomes);
};
