import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Any } from 'typeorm';
import { Booking } from '../bookings/booking.ts';
import type { Period } from '../bookings/places.rules.ts';
import type { Days } from '../centres/centre.queries.ts';
import { Centre } from '../centres/centre.ts';
import { Placement } from '../placements/placement.ts';
import { SentWeek } from '../placements/sent-week.ts';

export const municipalCentreIds = async (db: Database): Promise<string[]> =>
  (await db.find(Centre, { where: { operator: 'MUNICIPAL' }, select: { id: true } })).map(({ id }) => id);

/** What is still to come in these centres in a period, held in the order of their ids. */
export const lockBookingsOfCentres = (
  tx: Transaction,
  centreIds: readonly string[],
  { startsAt, endsAt }: Period,
  now: Date,
): Promise<Booking[]> =>
  tx
    .createQueryBuilder(Booking, 'booking')
    .where("booking.centre_id = any(:centreIds) and booking.status <> 'CANCELLED'", { centreIds })
    .andWhere("booking.status in ('HELD', 'CONFIRMED') and booking.starts_at > :now", { now })
    .andWhere('booking.starts_at >= :startsAt and booking.starts_at < :endsAt', { startsAt, endsAt })
    .orderBy('booking.id')
    .setLock('for_no_key_update')
    .getMany();

export const placementsOfCentreDuring = (db: Database, centreId: string, days: Days): Promise<Placement[]> =>
  db
    .createQueryBuilder(Placement, 'placement')
    .where('placement.section_id in (select id from sections where centre_id = :centreId)', { centreId })
    .andWhere('placement.starts_on <= :to and placement.ends_on >= :from', {
      from: days.from.toString(),
      to: days.to.toString(),
    })
    .orderBy('placement.id')
    .getMany();

export const sentWeeksOfPlacements = (db: Database, placementIds: string[]): Promise<SentWeek[]> =>
  db.findBy(SentWeek, { placementId: Any(placementIds) });

/** What these children have booked in a period, wherever. */
export const bookedOfChildrenDuring = (
  db: Database,
  childIds: readonly string[],
  { startsAt, endsAt }: Period,
): Promise<Booking[]> =>
  db
    .createQueryBuilder(Booking, 'booking')
    .where("booking.child_id = any(:childIds) and booking.status <> 'CANCELLED'", { childIds })
    .andWhere('booking.starts_at < :endsAt and booking.ends_at > :startsAt', { startsAt, endsAt })
    .getMany();
