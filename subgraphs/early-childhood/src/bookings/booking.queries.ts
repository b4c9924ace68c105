import type { Database } from '@relais/platform/database/database.ts';
import { Any } from 'typeorm';
import type { Period } from './booking.rules.ts';
import { Booking } from './booking.ts';

export const bookingsByIds = (db: Database, ids: string[]): Promise<Booking[]> =>
  db.findBy(Booking, { id: Any(ids) });

/** A booking lasts 24 hours at most, so the index need not go back to the first one. */
const DURING = `booking.starts_at < :endsAt and booking.ends_at > :startsAt
  and booking.starts_at > cast(:startsAt as timestamptz) - interval '24 hours'`;

/** Cancelled ones included: the file shows what was given back. */
export const bookingsOfChildren = (
  db: Database,
  childIds: string[],
  { startsAt, endsAt }: Period,
): Promise<Booking[]> =>
  db
    .createQueryBuilder(Booking, 'booking')
    .where('booking.child_id = any(:childIds)', { childIds })
    .andWhere(DURING, { startsAt, endsAt })
    .orderBy('booking.startsAt')
    .addOrderBy('booking.id')
    .getMany();
