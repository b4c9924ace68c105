import type { Database } from '@relais/platform/database/database.ts';
import { id, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Days } from '@relais/platform/time/days.rules.ts';
import { z } from 'zod';

/** The children of a centre in a month in which it has any. */
const ChildrenRow = rowOf({
  centreId: ['centre_id', id],
  children: ['count(*)::integer', z.int()],
  insertionChildren: ['(count(*) filter (where is_insertion))::integer', z.int()],
});
export type ChildrenOfMonth = RowFrom<typeof ChildrenRow>;

const CHILDREN_OF_MONTH = `
  with present as materialized (
    select distinct centre_id, child_id from bookings
    where centre_id = any($1::uuid[]) and starts_at >= $2 and starts_at < $3
      and status in ('CONFIRMED', 'ATTENDED', 'ABSENT') and status <> 'CANCELLED'
  )
  select ${ChildrenRow.columns}
  from present, lateral (
    select exists (
      select from placements placement join sections section on section.id = placement.section_id
      where placement.child_id = present.child_id and section.centre_id = present.centre_id
        and placement.is_insertion_contract and placement.starts_on <= $5::date and placement.ends_on >= $4::date
    ) as is_insertion) as placed
  group by centre_id`;

export const childrenOfMonth = (
  db: Database,
  centreIds: string[],
  { startsOn, endsOn }: Days,
): Promise<ChildrenOfMonth[]> =>
  rowsOf(db, ChildrenRow, CHILDREN_OF_MONTH, [
    centreIds,
    startOfDay(startsOn),
    startOfDay(endsOn.add({ days: 1 })),
    startsOn.toString(),
    endsOn.toString(),
  ]);
