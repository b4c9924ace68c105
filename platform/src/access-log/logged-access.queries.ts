import { z } from 'zod';
import { roles } from '../auth/user.ts';
import type { Database } from '../database/database.ts';
import { id, instant, type RowFrom, rowOf, rowsOf } from '../database/rows.ts';
import type { TimelinePosition } from '../graphql/timeline.ts';
import { AccessOutcome, AccessRelation } from './access-words.ts';
import { accessCategories } from './categories.ts';
import { purposes } from './purposes.ts';

/** Where an agency keeps which families there are, and which were merged into which. */
export type FamiliesTable = 'families' | 'known_families';

const told = {
  id: ['log.id', id],
  at: ['log.at', instant],
  sub: ['log.sub', z.string()],
  name: ['log.name', z.string()],
  role: ['log.role', z.enum(roles)],
  agency: ['log.agency', z.string()],
  purpose: ['log.purpose', z.enum(purposes)],
  outcome: ['log.outcome', z.enum(AccessOutcome)],
  categories: ['log.categories', z.array(z.enum(accessCategories))],
  relation: ['log.relation', z.enum(AccessRelation)],
} as const;

const OfFamilyRow = rowOf({ familyId: ['asked.id', id], ...told });
export type AccessOfFamily = RowFrom<typeof OfFamilyRow>;

export type AccessPage = { readonly rows: number; readonly after: TimelinePosition | null };

const AFTER_ALL: TimelinePosition = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/** What was written down before a merge says the family as it was called then. */
const CALLED = (families: FamiliesTable, family: string): string => `(
  select ${family} as id union all select merged.id from ${families} merged where merged.merged_into = ${family})`;

/** One page of each family, latest first, in one statement for any number of families. */
export const accessesOfFamilies = (
  db: Database,
  families: FamiliesTable,
  familyIds: string[],
  { rows, after }: AccessPage,
): Promise<AccessOfFamily[]> => {
  const { at, id: rowId } = after ?? AFTER_ALL;
  const sql = `
    select ${OfFamilyRow.columns}
    from unnest($1::uuid[]) as asked (id)
    cross join lateral (
      select page.* from ${CALLED(families, 'asked.id')} called
      cross join lateral (
        select candidate.* from access_log candidate
        where candidate.family = called.id and (candidate.at, candidate.id) < ($2::timestamptz, $3::uuid)
        order by candidate.at desc, candidate.id desc limit $4) page
      order by page.at desc, page.id desc limit $4) log
    order by log.at desc, log.id desc`;
  return rowsOf(db, OfFamilyRow, sql, [familyIds, at, rowId, rows]);
};

const AuditedRow = rowOf({
  ...told,
  requestId: ['log.request_id', z.string()],
  familyId: ['log.family', id],
  reference: ['family.reference', z.string().nullable()],
});

/** Of whom, by whom and when; what is not said is not asked. */
export type AuditedFilter = {
  readonly familyId: string | null;
  readonly sub: string | null;
  readonly from: Date | null;
  readonly before: Date | null;
};

/** A page of the log, latest first. Only what is asked stands in the statement: each way to ask has its index. */
export const accessesAudited = (
  db: Database,
  families: FamiliesTable,
  { familyId, sub, from, before }: AuditedFilter,
  { rows, after }: AccessPage,
): Promise<RowFrom<typeof AuditedRow>[]> => {
  const values: unknown[] = [rows];
  const given = (value: unknown, sql: (parameter: string) => string): string[] =>
    value === null ? [] : [sql(`$${values.push(value)}`)];
  const conditions = [
    ...given(
      familyId,
      (parameter) => `log.family in (select id from ${CALLED(families, `${parameter}::uuid`)} called)`,
    ),
    ...given(sub, (parameter) => `log.sub = ${parameter}`),
    ...given(from, (parameter) => `log.at >= ${parameter}`),
    ...given(before, (parameter) => `log.at < ${parameter}`),
    ...given(
      after?.at ?? null,
      (at) => `(log.at, log.id) < (${at}::timestamptz, $${values.push(after?.id)}::uuid)`,
    ),
  ];
  const sql = `
    select ${AuditedRow.columns}
    from (
      select log.* from access_log log where ${['true', ...conditions].join(' and ')}
      order by log.at desc, log.id desc limit $1) log
    left join ${families} family on family.id = log.family
    order by log.at desc, log.id desc`;
  return rowsOf(db, AuditedRow, sql, values);
};

const SurvivorRow = rowOf({ familyId: ['coalesce(merged_into, id)', id] });

/** The family that a reference names, or that it was merged into. */
export const familyCalled = async (
  db: Database,
  families: FamiliesTable,
  reference: string,
): Promise<string | null> => {
  const sql = `select ${SurvivorRow.columns} from ${families} where reference = $1 order by merged_into nulls first limit 1`;
  const [family] = await rowsOf(db, SurvivorRow, sql, [reference]);
  return family?.familyId ?? null;
};
