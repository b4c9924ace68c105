import type { Database } from '@relais/platform/database/database.ts';
import { id as anId, day, hasRows, instant, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Any } from 'typeorm';
import { z } from 'zod';
import { Booking } from '../../care/bookings/booking.ts';
import { Placement } from '../../care/placements/placement.ts';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { Centre } from '../../centres/centres/centre.ts';
import { countedAge } from '../../families/families/age.rules.ts';
import { mondayOf } from '../centre-week/centre-week.rules.ts';
import type { BookedStay } from './centre-change.rules.ts';

/** Held until commit: whoever books waits, and then reads what was decided. */
export const lockCentre = (tx: Transaction, id: string): Promise<Centre | null> =>
  tx.findOne(Centre, { where: { id }, lock: { mode: 'for_no_key_update' } });

const BookedRow = rowOf({
  id: ['booking.id', anId],
  childId: ['booking.child_id', anId],
  sectionId: ['booking.section_id', anId],
  kind: ['booking.kind', z.enum(CareKind)],
  startsAt: ['booking.starts_at', instant],
  endsAt: ['booking.ends_at', instant],
  // Of some it is not known: they are the oldest.
  bookedAt: ["coalesce(booking.booked_at, 'epoch')", instant],
  isSettled: ['booking.starts_at < $3 or booking.starts_at <= $4', z.boolean()],
  birthDate: ['child.birth_date', day.nullable()],
  expectedDate: ['child.expected_date', day.nullable()],
});

const BOOKED = `
  select ${BookedRow.columns}
  from bookings booking join children child on child.id = booking.child_id
  where booking.centre_id = $1 and booking.status <> 'CANCELLED' and booking.starts_at >= $2`;

/** What is booked in a centre from the week of a day on; what has begun, or is before the day, is settled. */
export const bookedFrom = async (
  db: Database,
  centreId: string,
  from: Temporal.PlainDate,
  now: Date,
): Promise<BookedStay[]> => {
  const rows = await rowsOf(db, BookedRow, BOOKED, [
    centreId,
    startOfDay(mondayOf(from)),
    startOfDay(from),
    now,
  ]);
  return rows.map(({ birthDate, expectedDate, ...stay }) => ({
    ...stay,
    age: countedAge({ birthDate, expectedDate }),
  }));
};

/** Bookings as they are shown, first to last. */
export const shownBookings = (db: Database, ids: string[]): Promise<Booking[]> =>
  db.find(Booking, { where: { id: Any(ids) }, order: { startsAt: 'ASC', id: 'ASC' } });

const idRow = rowOf({ id: ['id', anId] });

const OFFERS_FROM = `
  select ${idRow.columns} from care_offers
  where centre_id = $1 and status = 'OPEN' and exists (
    select from bookings where offer_id = care_offers.id and status = 'HELD' and starts_at >= $2)
  order by care_request_id, id`;

/** Open offers that hold places in a centre from a day on, in the order in which they are held. */
export const openOffersFrom = async (
  db: Database,
  centreId: string,
  from: Temporal.PlainDate,
): Promise<string[]> =>
  (await rowsOf(db, idRow, OFFERS_FROM, [centreId, startOfDay(from)])).map(({ id }) => id);

/** The placements of a centre that go on on a day or later, held in the order of their ids. */
export const lockPlacementsFrom = (
  tx: Transaction,
  centreId: string,
  from: Temporal.PlainDate,
): Promise<Placement[]> =>
  tx
    .createQueryBuilder(Placement, 'placement')
    .where('placement.section_id in (select id from sections where centre_id = :centreId)', { centreId })
    .andWhere('placement.ends_on >= :from and placement.ends_on >= placement.starts_on', {
      from: from.toString(),
    })
    .orderBy('placement.id')
    .setLock('for_no_key_update')
    .getMany();

const WITH_IDS = `
  select id from centres
  where id <> $1 and (siret = $2 or finess = $3 or city_id = $4)`;

/** Whether another centre has one of its ids already. */
export const hasIdsOfAnother = (
  db: Database,
  { id, siret, finess, cityId }: Pick<Centre, 'id' | 'siret' | 'finess' | 'cityId'>,
): Promise<boolean> => hasRows(db, WITH_IDS, [id, siret, finess, cityId]);
