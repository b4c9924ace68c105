import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { countRows } from '@relais/platform/graphql/counted.ts';
import { numberedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';

const LostRow = rowOf({
  bookingId: ['booking.id', id],
  childId: ['booking.child_id', id],
  familyId: ['booking.family_id', id],
  /** What it was to make possible, where that is still to be. */
  milestoneId: [
    `(select milestone.id from known_milestones milestone
      where milestone.id = booking.milestone_id and milestone.status in ('PLANNED', 'CONFIRMED'))`,
    id.nullable(),
  ],
  startsAt: ['lost.starts_at', instant],
  endsAt: ['lost.ends_at', instant],
});
export type LostStayRow = RowFrom<typeof LostRow>;

/**
 * What closures took of bookings that counted on it: those that were given back, found by the steps that were recorded then, and
 * parts of those that were shortened. What an offer held that nobody had accepted covered nothing.
 */
const LOST = `
  select ${LostRow.columns}
  from closures closure
  join lateral (
    select booking.id, booking.starts_at, booking.ends_at
    from care_steps step
    join bookings booking on booking.child_id = step.child_id and booking.centre_id = closure.centre_id
      and booking.starts_at >= closure.starts_on::timestamp at time zone 'Europe/Paris'
      and booking.starts_at < (closure.ends_on + 1)::timestamp at time zone 'Europe/Paris'
    where step.subject_id = closure.id and step.kind in ('CENTRE_CLOSED', 'CENTRE_CLOSED_IN_PART')
      and booking.status = 'CANCELLED' and booking.cancellation_reason = closure.reason
      and (booking.offer_id is null
        or exists (select from care_offers where care_offers.id = booking.offer_id and status = 'ACCEPTED'))
    union all
    select booking.id, part.starts_at, part.ends_at
    from shortened_stays shortened
    join bookings booking on booking.id = shortened.booking_id and booking.status in ('CONFIRMED', 'ATTENDED')
    cross join lateral (values
      (shortened.starts_at, least(booking.starts_at, shortened.ends_at)),
      (greatest(booking.ends_at, shortened.starts_at), shortened.ends_at)) as part (starts_at, ends_at)
    where shortened.closure_id = closure.id and part.starts_at < part.ends_at
  ) lost on true
  join bookings booking on booking.id = lost.id`;

/** Nothing else looks after the child all through meanwhile. */
const IS_OPEN = `
  tstzmultirange(tstzrange(lost.starts_at, lost.ends_at)) - coalesce((
    select range_agg(tstzrange(other.starts_at, other.ends_at)) from bookings other
    where other.child_id = booking.child_id and other.status in ('CONFIRMED', 'ATTENDED', 'ABSENT')
      and other.starts_at < lost.ends_at and other.ends_at > lost.starts_at), '{}') <> '{}'`;

export type LostTo = { readonly closureId: string; readonly now: Date; readonly seen: SeenFilter };

const lostText = ({ closureId, now, seen }: LostTo, parameters: unknown[]): string => {
  const add = numberedIn(parameters);
  return `${LOST}
    where closure.id = ${add(closureId)}::uuid and lost.ends_at > ${add(now.toISOString())}::timestamptz
      and ${seen('booking.family_id', add)} and ${IS_OPEN}`;
};

type Position = Pick<LostStayRow, 'startsAt' | 'bookingId'>;

/** The stays that a closure took and that nothing stands in for yet: those that begin first come first. */
export const lostStays = (
  db: Database,
  lost: LostTo,
  { after, rows }: { readonly after: Position | null; readonly rows: number },
): Promise<LostStayRow[]> => {
  const parameters: unknown[] = [after?.startsAt ?? null, after?.bookingId ?? null, rows];
  const text = `${lostText(lost, parameters)}
    and ($1::timestamptz is null or (lost.starts_at, booking.id) > ($1, $2::uuid))
    order by lost.starts_at, booking.id limit $3`;
  return rowsOf(db, LostRow, text, parameters);
};

export const countLostStays = (db: Database, lost: LostTo): Promise<number> => {
  const parameters: unknown[] = [];
  return countRows(db, lostText(lost, parameters), parameters);
};

/** What closures took of one booking, whether anything stands in for it or not. */
export const lostOfBooking = (db: Database, bookingId: string): Promise<LostStayRow[]> =>
  rowsOf(db, LostRow, `${LOST} where booking.id = $1`, [bookingId]);
