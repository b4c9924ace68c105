import type { Database } from '@relais/platform/database/database.ts';
import { id, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { TimelinePosition } from '@relais/platform/graphql/timeline.ts';
import { numberedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import { z } from 'zod';
import { ageCountsFrom } from '../families/age.rules.ts';
import type { LookupAsked } from './family-lookup.rules.ts';
import { FamilyLookup } from './family-lookup.ts';

const FamilyRow = rowOf({ familyId: ['home.family_id', id] });

/** Both families of a child in shared residence; the surname may be the child's or that of any of their adults. */
const familiesWithFileText = (isTold: string): string => `
  select distinct ${FamilyRow.columns}
  from children child
  left join shared_residences shared on shared.child_id = child.id
  cross join lateral (values (child.family_id), (shared.other_family_id)) home (family_id)
  where ${ageCountsFrom('child')} = $2 and home.family_id is not null
    and (searchable(child.last_name) = searchable($1) or exists (
      select from adults
      where adults.family_id = home.family_id and searchable(adults.last_name) = searchable($1)))
    and ${isTold}
  order by home.family_id`;

export const familiesWithFile = async (
  tx: Transaction,
  { surname, childBirthDate }: LookupAsked,
  mayBeTold: SeenFilter,
): Promise<string[]> => {
  const parameters: unknown[] = [surname, childBirthDate.toString()];
  const isTold = mayBeTold('home.family_id', numberedIn(parameters));
  const rows = await rowsOf(tx, FamilyRow, familiesWithFileText(isTold), parameters);
  return rows.map(({ familyId }) => familyId);
};

const childAlike = rowOf({ childId: ['mine.id', id], familyId: ['other.family_id', id] });

/** A child who is expected may have no first name: the last name and the day are alike then. */
const childrenAlikeText = (isTold: string): string => `
  select ${childAlike.columns}
  from children mine
  join children other on other.id <> mine.id and other.merged_into is null
    and ${ageCountsFrom('other')} = ${ageCountsFrom('mine')}
    and searchable(other.last_name) = searchable(mine.last_name)
    and coalesce(searchable(other.first_name) = searchable(mine.first_name), true)
  where mine.id = any($1) and ${isTold}`;

/** The files in which a child of the name and birth date of one of these is registered too. */
export const childrenAlike = (
  tx: Transaction,
  childIds: readonly string[],
  mayBeTold: SeenFilter,
): Promise<RowFrom<typeof childAlike>[]> => {
  const parameters: unknown[] = [childIds];
  const isTold = mayBeTold('other.family_id', numberedIn(parameters));
  return rowsOf(tx, childAlike, childrenAlikeText(isTold), parameters);
};

/** One lookup of a person at a time, so that many sent at once are counted one after the other. */
const HOLD_ASKER = "select pg_advisory_xact_lock(hashtextextended('family lookups of ' || $1, 0))";

const AnsweredRow = rowOf({ answered: ['count(*)::int', z.int()] });

const ANSWERED_SINCE = `
  select ${AnsweredRow.columns} from family_lookups
  where asked_by = $1 and asked_at > $2 and outcome <> 'TURNED_AWAY'`;

/** How often somebody was answered since; the count is held until commit. */
export const countAnswered = async (tx: Transaction, askedBy: string, since: Date): Promise<number> => {
  await tx.query(HOLD_ASKER, [askedBy]);
  const [row] = await rowsOf(tx, AnsweredRow, ANSWERED_SINCE, [askedBy, since]);
  return row?.answered ?? 0;
};

/** A page of the log, newest first. */
export const lookupsLogged = (
  db: Database,
  askedBy: string | null,
  after: TimelinePosition | null,
  count: number,
): Promise<FamilyLookup[]> => {
  const query = db.createQueryBuilder(FamilyLookup, 'lookup');
  if (askedBy) query.where('lookup.askedBy = :askedBy', { askedBy });
  if (after) query.andWhere('(lookup.askedAt, lookup.id) < (:at::timestamptz, :id::uuid)', after);
  return query.orderBy('lookup.askedAt', 'DESC').addOrderBy('lookup.id', 'DESC').limit(count).getMany();
};
