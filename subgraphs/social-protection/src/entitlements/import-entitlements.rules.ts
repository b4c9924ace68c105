import { Temporal } from 'temporal-polyfill';
import type { EntitlementFile } from './entitlement.ts';
import {
  type BeginningRefusal,
  beginningRefusal,
  type FollowingRefusal,
  followingRefusal,
  type HolderRefusal,
  isStillOpen,
  type Opening,
  saysTheSame,
} from './entitlement-changes.rules.ts';
import { freshnessOf, statedDay } from './entitlement-rivals.rules.ts';
import { isPerChild, mayStep } from './entitlement-steps.rules.ts';

/** A row of a monthly file, its family found. */
export type ImportedStatement = Opening & {
  readonly sourceNumber: string | null;
  readonly statedOn: Temporal.PlainDate;
};

export type ImportRefusal =
  | HolderRefusal
  | BeginningRefusal
  | FollowingRefusal
  | 'STATED_IN_THE_FUTURE'
  | 'OUTDATED'
  | 'NUMBER_NEEDED';

/** What a row does: begins a file, adds a state to one, confirms one, repeats what is on record, or is refused. */
export type ImportStep =
  | { readonly step: 'OPEN' }
  | { readonly step: 'CHANGE' | 'CONFIRM' | 'REPEAT'; readonly file: EntitlementFile }
  | { readonly step: 'REFUSE'; readonly reason: ImportRefusal };

const isBefore = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, other) < 0;

const isOfRow = (file: EntitlementFile, row: ImportedStatement): boolean =>
  file.scheme === row.scheme &&
  file.adultId === row.adultId &&
  file.source === row.source &&
  file.sourceNumber === row.sourceNumber;

/** The file a row speaks of: the one still open, else the newest that is over. */
const fileOf = (files: readonly EntitlementFile[], row: ImportedStatement): EntitlementFile | null => {
  const ofRow = files.filter((file) => isOfRow(file, row));
  return ofRow.find(isStillOpen) ?? ofRow.at(-1) ?? null;
};

/** Whether the row says what is on record, or said it before something fresher was recorded. */
const isOnRecord = ({ states }: EntitlementFile, row: ImportedStatement): boolean => {
  const newest = states.slice(-1);
  if (newest.some((state) => saysTheSame(state, row))) return true;
  const isOld = newest.some((state) => !isBefore(statedDay(state), row.statedOn));
  return isOld && states.some((state) => saysTheSame(state, row) && state.from.equals(row.from));
};

const refuse = (reason: ImportRefusal): ImportStep => ({ step: 'REFUSE', reason });

const openStep = (row: ImportedStatement, today: Temporal.PlainDate): ImportStep => {
  const reason = beginningRefusal(row, today);
  return reason ? refuse(reason) : { step: 'OPEN' };
};

const changeStep = (row: ImportedStatement, file: EntitlementFile, today: Temporal.PlainDate): ImportStep => {
  const reason = followingRefusal(file, row, today);
  return reason ? refuse(reason) : { step: 'CHANGE', file };
};

/** A file that is over and cannot come back in this state: the row begins a new one. */
const isFinished = (file: EntitlementFile, row: ImportedStatement): boolean =>
  !isStillOpen(file) && !file.states.slice(-1).some(({ state }) => mayStep(file.scheme, state, row.state));

/** What a row does, given every file of its family as the rows before it left them. */
export const importStep = (
  row: ImportedStatement,
  files: readonly EntitlementFile[],
  today: Temporal.PlainDate,
): ImportStep => {
  if (isBefore(today, row.statedOn)) return refuse('STATED_IN_THE_FUTURE');
  if (isPerChild(row.scheme) && row.sourceNumber === null) return refuse('NUMBER_NEEDED');
  const file = fileOf(files, row);
  if (!file) return openStep(row, today);
  if (isOnRecord(file, row)) {
    return { step: isBefore(freshnessOf(file), row.statedOn) ? 'CONFIRM' : 'REPEAT', file };
  }
  if (isBefore(row.statedOn, freshnessOf(file))) return refuse('OUTDATED');
  return isFinished(file, row) ? openStep(row, today) : changeStep(row, file, today);
};
