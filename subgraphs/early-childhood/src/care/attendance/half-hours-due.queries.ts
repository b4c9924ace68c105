import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { z } from 'zod';
import { BookingStatus } from '../bookings/booking-status.ts';

const BesideRow = rowOf({
  of: ['booking.id', id],
  id: ['other.id', id],
  status: ['other.status', z.enum(BookingStatus)],
  startsAt: ['other.starts_at', instant],
  endsAt: ['other.ends_at', instant],
  arrivedAt: ['other.arrived_at', instant.nullable()],
  leftAt: ['other.left_at', instant.nullable()],
  cancelledAfterStart: ['other.cancelled_after_start', z.boolean()],
});
/** Another booking of the child of one (`of`) that the same family pays, at the same time or shortly before or after. */
export type RowBeside = RowFrom<typeof BesideRow>;

/** SQL: `other` is of the same child and family. Times at which a child came and went are of the day on which care starts. */
const isBeside = (other: string, booking: string): string => `
  ${other}.child_id = ${booking}.child_id and ${other}.family_id = ${booking}.family_id and ${other}.id <> ${booking}.id
    and ${other}.starts_at > ${booking}.starts_at - interval '2 days' and ${other}.starts_at < ${booking}.ends_at + interval '1 day'
    and ${other}.status <> 'HELD' and (${other}.status <> 'CANCELLED' or ${other}.cancelled_after_start)`;

const BESIDE = `
  select ${BesideRow.columns} from bookings booking join bookings other on ${isBeside('other', 'booking')}
  where booking.id = any($1::uuid[])`;

export const bookingsBeside = (db: Database, bookingIds: readonly string[]): Promise<RowBeside[]> =>
  rowsOf(db, BesideRow, BESIDE, [bookingIds]);

const from = (booking: string): string =>
  `to_timestamp(floor(extract(epoch from least(${booking}.starts_at, ${booking}.arrived_at)) / 1800) * 1800)`;
const to = (booking: string): string =>
  `to_timestamp(ceil(extract(epoch from greatest(${booking}.ends_at, ${booking}.left_at)) / 1800) * 1800)`;

/** Which of two comes first in a half-hour, as `comesBefore` says it. */
const place = (booking: string): string => `(${booking}.status = 'CANCELLED',
  not (half_hour >= ${booking}.starts_at and half_hour < ${booking}.ends_at), ${booking}.starts_at, ${booking}.id)`;

/** SQL: the half-hours due of a booking, as `halfHoursDue` says it; a test compares them. */
export const halfHoursDueOf = (booking: string): string => `(
  case
    when ${booking}.status = 'HELD' or (${booking}.status = 'CANCELLED' and not ${booking}.cancelled_after_start) then 0
    when ${booking}.status <> 'CANCELLED' and coalesce(${booking}.arrived_at >= ${booking}.starts_at, true)
      and coalesce(${booking}.left_at <= ${booking}.ends_at, true)
      then extract(epoch from ${booking}.ends_at - ${booking}.starts_at) / 1800
    else (
      select count(*) from generate_series(${from(booking)}, ${to(booking)} - interval '30 minutes', interval '30 minutes') half_hour
      where not exists (
        select from bookings other
        where ${isBeside('other', booking)}
          and half_hour >= ${from('other')} and half_hour < ${to('other')} and ${place('other')} < ${place(booking)}))
  end)::integer`;
