import { movingAsService } from '@relais/platform/database/asking.ts';
import { hasRows, id, instant, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import {
  forgetJournal,
  type MergedPair,
  partFollowers,
} from '@relais/platform/merge-journals/merge-journal.queries.ts';
import { copyObjections } from '@relais/platform/objections/objection.queries.ts';
import { z } from 'zod';
import { countIn } from './merge-families.queries.ts';
import { PartedFile } from './parted-file.ts';
import type { ChangedRow, StepSince } from './undo-merge.rules.ts';

const DuplicateRow = rowOf({ id: ['id', id], mergedInto: ['merged_into', id.nullable()] });
const DUPLICATE = `select ${DuplicateRow.columns} from families where reference = upper(btrim($1))`;

/** The file that was called so, itself: not the one that it was merged into. */
export const fileCalled = async (tx: Transaction, reference: string) => {
  const [file] = await rowsOf(tx, DuplicateRow, DUPLICATE, [reference]);
  return file ?? null;
};

const MERGED_LATER = `
  select from families later join merge_journals on duplicate = later.id
  where later.merged_into = $2 and later.id <> $1
    and merged_at > (select merged_at from merge_journals where duplicate = $1) limit 1`;

export const isMergedAgain = (tx: Transaction, duplicateId: string, survivorId: string): Promise<boolean> =>
  hasRows(movingAsService(tx), MERGED_LATER, [duplicateId, survivorId]);

const HELD_OTHERS = `
  select from merge_journal_rows
  where duplicate = $1 and table_name = 'families' and before ->> 'merged_into' = duplicate::text limit 1`;

export const heldOthers = (tx: Transaction, duplicateId: string): Promise<boolean> =>
  hasRows(movingAsService(tx), HELD_OTHERS, [duplicateId]);

/** Those that make one of the two files too, and tell what the service point knows of them. */
const TAKEN_BY = ['employment', 'social-protection'] as const;

export const isTakenBy = (agency: string): agency is (typeof TAKEN_BY)[number] =>
  TAKEN_BY.some((each) => each === agency);

const WaitingRow = rowOf({ agency: ['agency', z.string()] });
const WAITING = `
  select distinct ${WaitingRow.columns}
  from unnest($3::text[]) as asked (agency) cross join (values ($1::uuid), ($2::uuid)) as of_file (id)
  where not exists (
    select from merges_taken taken
    where taken.duplicate = $1 and taken.agency = asked.agency and taken.file = of_file.id)
  order by agency`;

/** The agencies that have not told of both files that they are one. */
export const notTakenBy = async (
  tx: Transaction,
  duplicateId: string,
  survivorId: string,
): Promise<string[]> => {
  const rows = await rowsOf(movingAsService(tx), WaitingRow, WAITING, [duplicateId, survivorId, TAKEN_BY]);
  return rows.map(({ agency }) => agency);
};

const CHANGED_THERE = `
  select distinct ${WaitingRow.columns} from merges_taken
  where duplicate = $1 and changed_at is not null order by agency`;

/** The agencies in which something of the one file has changed. */
export const changedElsewhere = async (tx: Transaction, duplicateId: string): Promise<ChangedRow[]> => {
  const rows = await rowsOf(movingAsService(tx), WaitingRow, CHANGED_THERE, [duplicateId]);
  return rows.map(({ agency }) => ({ table: agency, rowKey: agency }));
};

const StepRow = rowOf({ subjectId: ['subject_id', id], at: ['at', instant] });

/** That files were merged, and are two again, is no change of what is in them. */
const STEPS = `
  select ${StepRow.columns} from care_steps
  where family_id = any($1::uuid[]) and at > $2 and kind <> all('{FAMILIES_MERGED,MERGE_UNDONE}')
  order by at desc, id limit 20`;

export const stepsSince = (
  tx: Transaction,
  familyIds: readonly string[],
  since: Date,
): Promise<StepSince[]> => rowsOf(tx, StepRow, STEPS, [familyIds, since]);

const FORGET_INCOME_SUPPORT = 'delete from known_income_support where family_id = any($1::uuid[])';
const INCOME_SUPPORT = `
  insert into known_income_support (family_id, status, starts_on, ends_on)
  select told.family_id, told.status, told.starts_on, told.ends_on
  from merge_journals,
    jsonb_populate_recordset(null::known_income_support, told_whole -> 'known_income_support') told
  where duplicate = $1 and not exists (
    select from objections
    where objections.family_id = told.family_id and category = 'BENEFITS' and agency = 'CARE')`;

/** What was told of the cover of a milestone is told of its family. */
const FOLLOW_MILESTONES = `
  update published_covers told set family_id = milestone.family_id from known_milestones milestone
  where milestone.id = told.milestone_id and milestone.family_id = any($1::uuid[])
    and told.family_id <> milestone.family_id`;

const RAISE = 'update families set version = version + 1 where id = any($1::uuid[])';

/**
 * What others tell of each file as a whole is as it was before, until they tell it. What binds the one binds both until then: nothing
 * is shared that was not.
 */
export const partWhatIsTold = async (
  tx: Transaction,
  { duplicateId, survivorId }: MergedPair,
  now: Date,
): Promise<void> => {
  const whole = movingAsService(tx);
  const both = [duplicateId, survivorId];
  await partFollowers(tx, { duplicateId, survivorId }, now);
  await copyObjections(whole, survivorId, duplicateId);
  await whole.query(FORGET_INCOME_SUPPORT, [both]);
  await whole.query(INCOME_SUPPORT, [duplicateId]);
  await whole.query(FOLLOW_MILESTONES, [both]);
  await whole.query(RAISE, [both]);
  await forgetJournal(tx, duplicateId);
};

const PartedRow = rowOf({
  familyId: ['id', id],
  reference: ['reference', z.string()],
  version: ['version', z.int()],
  adults: countIn('adults', 'families.id'),
  children: countIn('children', 'families.id'),
  bookings: countIn('bookings', 'families.id'),
  placements: countIn('placements', 'families.id'),
  careRequests: countIn('care_requests', 'families.id'),
  milestones: countIn('known_milestones', 'families.id'),
});
const PARTED = `
  select ${PartedRow.columns} from families where id = any($1::uuid[]) order by array_position($1::uuid[], id)`;

/** The two files, in this order, with how much each holds. */
export const partedFiles = async (tx: Transaction, familyIds: readonly string[]): Promise<PartedFile[]> => {
  const rows = await rowsOf(tx, PartedRow, PARTED, [familyIds]);
  return rows.map((row) => Object.assign(new PartedFile(), row));
};
