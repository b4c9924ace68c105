import type { Database } from '@relais/platform/database/database.ts';
import { id, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { halfHoursDueOf } from '../../care/attendance/half-hours-due.queries.ts';
import { daysOfWeek } from './centre-week.rules.ts';

/** What is booked in a centre on one of the days on which anything is. */
const BookedDayRow = rowOf({
  centreId: ['centre_id', id],
  day: ['day::text', z.iso.date()],
  expectedChildren: [
    "(count(distinct child_id) filter (where status in ('CONFIRMED', 'ATTENDED')))::integer",
    z.int(),
  ],
  peakChildren: ['coalesce(peak.children, 0)::integer', z.int()],
  /** Child-hours of the bookings that start on this day, so that the days add up to what the weekly limit counts. */
  bookedHours: ['(coalesce(extract(epoch from sum(duration)), 0) / 3600)::double precision', z.number()],
  /** The same of what is due, as each booking says it. */
  dueHours: ['(coalesce(sum(due), 0) / 2.0)::double precision', z.number()],
});
export type BookedDay = RowFrom<typeof BookedDayRow>;

/**
 * A booking lasts 24 hours at most, which bounds the search in the index of the centre. What was cancelled after it had begun takes
 * no place and is due all the same.
 */
const STAYS = `
  day as materialized (
    select * from unnest($2::date[], $3::timestamptz[], $4::timestamptz[]) as day (day, starts_at, ends_at)
  ), stay as materialized (
    select booking.centre_id, booking.child_id, booking.status, day.day, greatest(booking.starts_at, day.starts_at) as starts_at, booking.ends_at,
      case when booking.starts_at >= day.starts_at then booking.ends_at - booking.starts_at end as duration,
      case when booking.starts_at >= day.starts_at then ${halfHoursDueOf('booking')} end as due
    from day join bookings booking on booking.centre_id = any($1::uuid[]) and booking.status <> 'CANCELLED'
      and booking.starts_at > day.starts_at - interval '24 hours'
      and booking.starts_at < day.ends_at and booking.ends_at > day.starts_at
    union all
    select booking.centre_id, null, booking.status, day.day, null, null, null, ${halfHoursDueOf('booking')}
    from day join bookings booking on booking.centre_id = any($1::uuid[]) and booking.cancelled_after_start
      and booking.starts_at >= day.starts_at and booking.starts_at < day.ends_at
  )`;

/** One more at each start, one less at each end: the running sum is how many there are. */
const PEAKS = `
  level as (
    select centre_id, day, sum(change) over (partition by centre_id, day order by at, change) as children
    from stay, lateral (values (starts_at, 1), (ends_at, -1)) as step (at, change)
    where status <> 'CANCELLED'
  ), peak as (select centre_id, day, max(children) as children from level group by centre_id, day)`;

const BOOKED_DAYS = `
  with ${STAYS}, ${PEAKS}
  select ${BookedDayRow.columns}
  from stay left join peak using (centre_id, day)
  group by centre_id, day, peak.children`;

export const bookedDaysOfWeek = (
  db: Database,
  centreIds: string[],
  monday: Temporal.PlainDate,
): Promise<BookedDay[]> => {
  const days = daysOfWeek(monday);
  return rowsOf(db, BookedDayRow, BOOKED_DAYS, [
    centreIds,
    days.map(({ day }) => day.toString()),
    days.map(({ startsAt }) => startsAt),
    days.map(({ endsAt }) => endsAt),
  ]);
};
