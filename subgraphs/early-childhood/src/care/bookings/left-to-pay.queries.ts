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

/** SQL: the first day of the month before that of a moment: bills are made when a month is over, so that what was before it is billed. */
export const notBilledFrom = (now: string): string =>
  `(date_trunc('month', ${now} at time zone 'Europe/Paris') - interval '1 month') at time zone 'Europe/Paris'`;

/** SQL: whether a family pays a booking of a child that is none of its own any more, nor lives there by turns, and it is not billed yet. */
export const isLeftToPay = (booking: string, child: string, family: string, now: string): string => `(
  ${booking}.family_id = ${family} and ${child}.family_id <> ${family} and ${isDue(booking)}
  and ${booking}.starts_at >= ${notBilledFrom(now)} and ${booking}.starts_at <= ${now}
  and not exists (select from shared_residences shared where shared.child_id = ${child}.id and shared.other_family_id = ${family}))`;

const LEFT_TO_PAY = `
  select page.* from unnest($1::uuid[]) family (id)
  cross join lateral (
    select ${LeftToPayRow.columns}
    from bookings booking join children child on child.id = booking.child_id
    where ${isLeftToPay('booking', 'child', 'family.id', '$5::timestamptz')}
      and (booking.starts_at, booking.id) < ($2::timestamptz, $3::uuid)
    order by booking.starts_at desc, booking.id desc limit $4
  ) page`;

const AFTER_ALL: TimelinePosition = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

export type LeftToPayPage = {
  readonly rows: number;
  readonly after: TimelinePosition | null;
  readonly now: Date;
};

/** A page of each family, newest first. */
export const careLeftToPay = (
  db: Database,
  familyIds: readonly string[],
  { rows, after, now }: LeftToPayPage,
): Promise<LeftToPay[]> => {
  const { at, id: last } = after ?? AFTER_ALL;
  return rowsOf(db, LeftToPayRow, LEFT_TO_PAY, [familyIds, at, last, rows, now]);
};
