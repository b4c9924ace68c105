import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { TimelinePosition } from '@relais/platform/graphql/timeline.ts';

const LeftToPayRow = rowOf({
  id: ['booking.id', id],
  familyId: ['booking.family_id', id],
  at: ['booking.starts_at', instant],
});
export type LeftToPay = RowFrom<typeof LeftToPayRow>;

/** SQL: whether a booking is due, or will be; neither what is only held nor what was given back before it began. */
export const isDue = (booking: string): string =>
  `(${booking}.status in ('CONFIRMED', 'ATTENDED', 'ABSENT') or ${booking}.cancelled_after_start)`;

/** Care that a family pays of a child that is none of its own any more. */
const LEFT_TO_PAY = `
  select page.* from unnest($1::uuid[]) family (id)
  cross join lateral (
    select ${LeftToPayRow.columns}
    from bookings booking join children child on child.id = booking.child_id
    where booking.family_id = family.id and child.family_id <> family.id and ${isDue('booking')}
      and not exists (
        select from shared_residences shared where shared.child_id = child.id and shared.other_family_id = family.id)
      and (booking.starts_at, booking.id) < ($2::timestamptz, $3::uuid)
    order by booking.starts_at desc, booking.id desc limit $4
  ) page`;

const AFTER_ALL: TimelinePosition = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

export type LeftToPayPage = { readonly rows: number; readonly after: TimelinePosition | null };

/** A page of each family, newest first. */
export const careLeftToPay = (
  db: Database,
  familyIds: readonly string[],
  { rows, after }: LeftToPayPage,
): Promise<LeftToPay[]> => {
  const { at, id: last } = after ?? AFTER_ALL;
  return rowsOf(db, LeftToPayRow, LEFT_TO_PAY, [familyIds, at, last, rows]);
};
