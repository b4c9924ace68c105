import type { Database } from '@relais/platform/database/database.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import type { MonthDays } from './avip-share.rules.ts';

/** The children of a centre in a month in which it has any. */
export type ChildrenOfMonth = {
  readonly centreId: string;
  readonly children: number;
  readonly insertionChildren: number;
};

const CHILDREN_OF_MONTH = `
  with present as materialized (
    select distinct centre_id, child_id from bookings
    where centre_id = any($1::uuid[]) and starts_at >= $2 and starts_at < $3
      and status in ('CONFIRMED', 'ATTENDED', 'ABSENT') and status <> 'CANCELLED'
  )
  select centre_id as "centreId", count(*)::integer as children,
    (count(*) filter (where exists (
      select from placements placement join sections section on section.id = placement.section_id
      where placement.child_id = present.child_id and section.centre_id = present.centre_id
        and placement.is_insertion_contract and placement.starts_on <= $5::date and placement.ends_on >= $4::date
    )))::integer as "insertionChildren"
  from present
  group by centre_id`;

export const childrenOfMonth = (
  db: Database,
  centreIds: string[],
  { from, to }: MonthDays,
): Promise<ChildrenOfMonth[]> =>
  db.query(CHILDREN_OF_MONTH, [
    centreIds,
    startOfDay(from),
    startOfDay(to.add({ days: 1 })),
    from.toString(),
    to.toString(),
  ]);
