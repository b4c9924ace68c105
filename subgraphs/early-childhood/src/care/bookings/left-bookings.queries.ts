import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { countRows } from '@relais/platform/graphql/counted.ts';
import { numberedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import { isCareOf } from './booking.queries.ts';

/**
 * Whether a booking is kept for a milestone that is called off, and has not begun: somebody must say what becomes of it.
 * Of rows of `bookings` and `known_milestones` by these names, at a moment.
 */
export const isLeftByItsMilestone = (booking: string, milestone: string, now: string): string =>
  `(${booking}.milestone_id = ${milestone}.id and ${milestone}.status = 'CANCELLED'
    and ${booking}.status in ('HELD', 'CONFIRMED') and ${booking}.starts_at > ${now}
    and ${isCareOf(booking, `${milestone}.family_id`)})`;

const LeftRow = rowOf({ id: ['booking.id', id], startsAt: ['booking.starts_at', instant] });
export type LeftBooking = RowFrom<typeof LeftRow>;

type Left = { readonly now: Date; readonly seen: readonly SeenFilter[] };

const leftText = ({ now, seen }: Left, parameters: unknown[]): string => {
  const add = numberedIn(parameters);
  const isLeft = isLeftByItsMilestone('booking', 'milestone', `${add(now.toISOString())}::timestamptz`);
  const isSeen = seen.map((filter) => filter('milestone.family_id', add)).join(' and ');
  return `
    select ${LeftRow.columns} from bookings booking
    join known_milestones milestone on ${isLeft}
    where booking.milestone_id is not null and booking.status in ('HELD', 'CONFIRMED') and ${isSeen}`;
};

/** The bookings that their milestone, called off, leaves behind: those that begin first come first. */
export const leftBookings = (
  db: Database,
  left: Left,
  { after, rows }: { readonly after: LeftBooking | null; readonly rows: number },
): Promise<LeftBooking[]> => {
  const parameters: unknown[] = [after?.startsAt ?? null, after?.id ?? null, rows];
  const text = `${leftText(left, parameters)}
    and ($1::timestamptz is null or (booking.starts_at, booking.id) > ($1, $2::uuid))
    order by booking.starts_at, booking.id limit $3`;
  return rowsOf(db, LeftRow, text, parameters);
};

export const countLeftBookings = (db: Database, left: Left): Promise<number> => {
  const parameters: unknown[] = [];
  return countRows(db, leftText(left, parameters), parameters);
};
