import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Parting } from '@relais/platform/known-families/part-families.queries.ts';
import { takenOver } from '@relais/platform/known-families/taken-over.messages.ts';
import type { MergeJournal, StayingRow } from '@relais/platform/merge-journals/merge-journal.queries.ts';
import { z } from 'zod';

const PartedRow = rowOf({
  id: ['id', id],
  familyId: ['family_id', id],
  isKept: ['is_kept', z.boolean()],
  partedAt: ['parted_at', instant],
  /** The tables of which rows could not be put back as they were. */
  staying: [
    "(select coalesce(jsonb_agg(distinct row -> 'table'), '[]') from jsonb_array_elements(staying) row)",
    z.string().array(),
  ],
});
/** That this file and another, merged by mistake, are two again; what was written meanwhile stays in the one that was kept. */
export type PartedFile = RowFrom<typeof PartedRow>;

const OF_FAMILIES = `select ${PartedRow.columns} from parted_files where family_id = any($1)`;

export const partedFilesOf = (db: Database, familyIds: readonly string[]): Promise<PartedFile[]> =>
  rowsOf(db, PartedRow, OF_FAMILIES, [familyIds]);

const INSERT = `
  insert into parted_files (id, family_id, parted_from, is_kept, parted_at, staying)
  values (gen_random_uuid(), $1, $2, true, $4, $5), (gen_random_uuid(), $2, $1, $3, $4, $5)`;

/**
 * In the one that was given back too somebody looks, where something of it could not be given back as it was; which rows these are
 * stands beside it.
 */
export const recordParted = async (
  tx: Transaction,
  { mergedInto, familyId }: Parting,
  staying: readonly StayingRow[],
  now: Date,
): Promise<void> => {
  const values = [mergedInto, familyId, staying.length > 0, now, JSON.stringify(staying)];
  await tx.query(INSERT, values);
};

const BoundRow = rowOf({ familyId: ['family_id', id], partedFrom: ['parted_from', id] });
const BOUND = `select ${BoundRow.columns} from parted_files where family_id = any($1) and binds_both`;

/** Of these, which are bound by what binds another, of which they were parted. */
export const boundByAnother = (tx: Transaction, familyIds: readonly string[]) =>
  rowsOf(tx, BoundRow, BOUND, [familyIds]);

const BINDS_EACH = 'update parted_files set binds_both = false where family_id = $1 and binds_both';

/** Employment has made two files of one as well. */
export const bindsEach = async (tx: Transaction, familyId: string): Promise<void> => {
  await tx.query(BINDS_EACH, [familyId]);
};

/** No objection and no protection is lost: what was said of the one file since the merge may have been meant for either. */
const OBJECT_FOR_BOTH = `
  insert into family_objections
    (id, family_id, category, agency, said_on, said_by_adult_id, told_to_sub, recorded_at, version)
  select gen_random_uuid(), $2, category, agency, said_on, said_by_adult_id, told_to_sub, recorded_at, 1
  from family_objections where family_id = $1 and recorded_at >= $3 and lifted_on is null`;
const RESTRICT_BOTH = `
  insert into restrictions (id, family_id, agency, reason, named_subs, barred_subs, began_at, began_by_sub, version)
  select gen_random_uuid(), $2, agency, $4, named_subs, barred_subs, began_at, began_by_sub, 1
  from restrictions where family_id = $1 and began_at >= $3 and ended_at is null`;

/** Whoever (`$4`) was in the other team only took the lead, or came back, as of that family: they are of its team, and not of this one. */
const GO_BACK = `
  update support_team_members since set family_id = $2, is_lead = is_lead and not exists (
    select from support_team_members other where other.family_id = $2 and other.is_lead
      and daterange(other.from_on, other.to_on) && daterange(since.from_on, since.to_on))
  from professionals
  where professionals.id = since.professional_id and since.family_id = $1 and sub = any($4::text[]) and since.recorded_at >= $3
    and not exists (
      select from support_team_members other where other.family_id = $2 and other.professional_id = since.professional_id
        and daterange(other.from_on, other.to_on) && daterange(since.from_on, since.to_on))`;

/** Whoever (`$4`) was in both teams and has left the one since has left both. */
const LEAVE_BOTH = `
  update support_team_members given set to_on = greatest(given.from_on, kept.to_on)
  from (
    select professional_id, max(to_on) as to_on from support_team_members
    join professionals on professionals.id = professional_id
    where family_id = $1 and sub = any($4::text[])
    group by professional_id having bool_and(to_on is not null) and max(to_on) >= $3::date
  ) kept
  where given.family_id = $2 and given.professional_id = kept.professional_id
    and coalesce(given.to_on, 'infinity') > kept.to_on`;

/** What was said and done of the one file while it was merged, and holds for both. */
export const holdForBoth = async (
  tx: Transaction,
  keptId: string,
  givenBackId: string,
  { mergedAt, followedSurvivor, onlyInDuplicatesTeam }: MergeJournal,
): Promise<void> => {
  const since = [keptId, givenBackId, mergedAt];
  await tx.query(OBJECT_FOR_BOTH, since);
  await tx.query(RESTRICT_BOTH, [...since, takenOver.WHEN_PARTED.fr]);
  await tx.query(GO_BACK, [keptId, givenBackId, mergedAt, onlyInDuplicatesTeam]);
  await tx.query(LEAVE_BOTH, [keptId, givenBackId, mergedAt, followedSurvivor]);
};
