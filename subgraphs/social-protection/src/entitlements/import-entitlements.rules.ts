import type { Word } from '@relais/platform/graphql/reasons.ts';
import { Temporal } from 'temporal-polyfill';
import type { importReasons } from './entitlement.reasons.ts';
import type { EntitlementFile } from './entitlement.ts';
import {
  beginningRefusal,
  followingRefusal,
  isStillOpen,
  mayHaveAmount,
  type Opening,
  type StatedState,
  saysTheSame,
} from './entitlement-changes.rules.ts';
import { freshnessOf, statedDay } from './entitlement-rivals.rules.ts';
import { isPerChild, mayStep } from './entitlement-steps.rules.ts';

/** A row of a monthly file, its family found. */
export type ImportedStatement = Opening & {
  readonly sourceNumber: string | null;
  readonly statedOn: Temporal.PlainDate;
};

export type ImportRefusal = Word<typeof importReasons>;

/** What a row does: begins a file, adds a state to one, confirms one, repeats what is on record, or is refused. */
export type ImportStep =
  | { readonly step: 'OPEN' }
  | { readonly step: 'CHANGE'; readonly file: EntitlementFile; readonly row: ImportedStatement }
  | { readonly step: 'CONFIRM' | 'REPEAT'; readonly file: EntitlementFile }
  | { readonly step: 'REFUSE'; readonly reason: ImportRefusal; readonly file?: EntitlementFile };

const isBefore = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, other) < 0;

const isOfNumber = (file: EntitlementFile, row: ImportedStatement): boolean =>
  file.scheme === row.scheme && file.source === row.source && file.sourceNumber === row.sourceNumber;

/** A row that names no adult may mean any holder; one that names a child may be the first to say it. */
const mayBeOfRow = (file: EntitlementFile, row: ImportedStatement): boolean =>
  isOfNumber(file, row) &&
  (row.adultId === null || file.adultId === row.adultId) &&
  (row.childId === null || file.childId === null || file.childId === row.childId);

/** Whether the number of a row that names a child is on record for others, and not for this one: one of them is mistaken. */
const isOfOtherChild = (files: readonly EntitlementFile[], row: ImportedStatement): boolean => {
  const named = files.filter((file) => isOfNumber(file, row) && file.childId !== null);
  return row.childId !== null && named.length > 0 && named.every(({ childId }) => childId !== row.childId);
};

type Unclear = 'OTHER_CHILD' | 'HOLDER_NEEDED' | 'CHILD_NEEDED';

/** Why it cannot be told of which of these files a row speaks, or `null`. */
const unclear = (meant: readonly EntitlementFile[], row: ImportedStatement): Unclear | null => {
  if (new Set(meant.map(({ adultId }) => adultId)).size > 1) return 'HOLDER_NEEDED';
  const children = new Set(meant.map(({ childId }) => childId));
  return row.childId === null && children.size > 1 ? 'CHILD_NEEDED' : null;
};

type Found = { readonly file: EntitlementFile | null } | { readonly refusal: Unclear };

/** The file a row speaks of: the one still open, else the newest that is over. */
const fileOf = (files: readonly EntitlementFile[], row: ImportedStatement): Found => {
  if (isOfOtherChild(files, row)) return { refusal: 'OTHER_CHILD' };
  const ofRow = files.filter((file) => mayBeOfRow(file, row));
  const stillOpen = ofRow.filter(isStillOpen);
  const refusal = unclear(stillOpen.length > 0 ? stillOpen : ofRow, row);
  if (refusal) return { refusal };
  const ofChild = stillOpen.find(({ childId }) => childId === row.childId);
  return { file: ofChild ?? stillOpen[0] ?? ofRow.at(-1) ?? null };
};

/** A row without an amount leaves the one on record, in a state that may have one. */
const completed = (row: ImportedStatement, onRecord: StatedState | undefined): ImportedStatement =>
  row.monthlyAmountCents === null && mayHaveAmount(row.state)
    ? { ...row, monthlyAmountCents: onRecord?.monthlyAmountCents ?? null }
    : row;

const isSaid = (state: StatedState, row: ImportedStatement): boolean =>
  saysTheSame(state, completed(row, state));

/** Whether the row says what is on record, or said it before something fresher was recorded. */
const isOnRecord = ({ states }: EntitlementFile, row: ImportedStatement): boolean => {
  const newest = states.slice(-1);
  if (newest.some((state) => isSaid(state, row))) return true;
  const isOld = newest.some((state) => !isBefore(statedDay(state), row.statedOn));
  return isOld && states.some((state) => isSaid(state, row) && state.from.equals(row.from));
};

const refuse = (reason: ImportRefusal) => ({ step: 'REFUSE', reason }) as const;

const openStep = (row: ImportedStatement, today: Temporal.PlainDate): ImportStep => {
  const reason = beginningRefusal(row, today);
  return reason ? refuse(reason) : { step: 'OPEN' };
};

const changeStep = (row: ImportedStatement, file: EntitlementFile, today: Temporal.PlainDate): ImportStep => {
  const whole = completed(row, file.states.at(-1));
  const reason = followingRefusal(file, whole, today);
  return reason ? { ...refuse(reason), file } : { step: 'CHANGE', file, row: whole };
};

/** A file that is over and cannot come back in this state: the row begins a new one. */
const isFinished = (file: EntitlementFile, row: ImportedStatement): boolean =>
  !isStillOpen(file) && !file.states.slice(-1).some(({ state }) => mayStep(file.scheme, state, row.state));

/** Why a row cannot be taken, whatever is on record. */
const rowRefusal = (row: ImportedStatement, today: Temporal.PlainDate): ImportRefusal | null => {
  if (isBefore(today, row.statedOn)) return 'STATED_IN_THE_FUTURE';
  if (isBefore(today, row.from)) return 'FROM_IN_THE_FUTURE';
  return isPerChild(row.scheme) && row.sourceNumber === null ? 'NUMBER_NEEDED' : null;
};

/** What a row does, given every file of its family as the rows before it left them. */
export const importStep = (
  row: ImportedStatement,
  files: readonly EntitlementFile[],
  today: Temporal.PlainDate,
): ImportStep => {
  const refusal = rowRefusal(row, today);
  if (refusal) return refuse(refusal);
  const found = fileOf(files, row);
  if ('refusal' in found) return refuse(found.refusal);
  const { file } = found;
  if (!file) return openStep(row, today);
  if (isOnRecord(file, row)) {
    return { step: isBefore(freshnessOf(file), row.statedOn) ? 'CONFIRM' : 'REPEAT', file };
  }
  if (isBefore(row.statedOn, freshnessOf(file))) return refuse('OUTDATED');
  return isFinished(file, row) ? openStep(row, today) : changeStep(row, file, today);
};
