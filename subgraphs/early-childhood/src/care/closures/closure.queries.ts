import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, instantInJson, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { type Transaction, violatedConstraint } from '@relais/platform/database/transaction.ts';
import type { Days } from '@relais/platform/time/days.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { Any, IsNull, MoreThan, Or } from 'typeorm';
import { z } from 'zod';
import { Centre } from '../../centres/centres/centre.ts';
import type { Closure } from '../../centres/centres/closure.ts';
import { Booking } from '../bookings/booking.ts';
import { Placement } from '../placements/placement.ts';
import { SentWeek } from '../placements/sent-week.ts';

/** Those that the city runs on a day: one that closes for good later is among them until then. */
export const municipalCentreIds = async (db: Database, day: Temporal.PlainDate): Promise<string[]> =>
  (
    await db.find(Centre, {
      where: { operator: 'MUNICIPAL', closedFrom: Or(IsNull(), MoreThan(day)) },
      select: { id: true },
      order: { id: 'ASC' },
    })
  ).map(({ id }) => id);

const GivenBackRow = rowOf({
  childId: ['booking.child_id', id],
  familyId: ['booking.family_id', id],
  startsAt: ['booking.starts_at', instant],
  endsAt: ['booking.ends_at', instant],
  /** As it was. */
  status: ['held.status', z.enum(['HELD', 'CONFIRMED'])],
});
export type GivenBack = RowFrom<typeof GivenBackRow>;

const LostRow = rowOf({
  bookingId: ['booking.id', id],
  childId: ['booking.child_id', id],
  familyId: ['booking.family_id', id],
  startsAt: ['lost.starts_at', instant],
  endsAt: ['lost.ends_at', instant],
  /** What was only held covered nothing. */
  status: ["case booking.status when 'HELD' then 'HELD' else 'CONFIRMED' end", z.enum(['HELD', 'CONFIRMED'])],
});
export type LostPart = RowFrom<typeof LostRow>;

/** One statement, since a centre's month is a thousand rows: held in the order of their ids, as by everybody else. */
const GIVE_BACK = `
  with held as materialized (
    select id, status from bookings
    where centre_id = $1 and status <> 'CANCELLED' and status in ('HELD', 'CONFIRMED')
      and starts_at > $2 and starts_at >= $3 and starts_at < $4
    order by id for no key update
  )
  update bookings booking set status = 'CANCELLED', cancellation_reason = $5, version = version + 1
  from held where booking.id = held.id
  returning ${GivenBackRow.columns}`;

/** Gives back what is still to come in a centre in a period. */
export const giveBackInCentre = (
  tx: Transaction,
  centreId: string,
  { startsAt, endsAt }: Period,
  { reason, now }: { readonly reason: string; readonly now: Date },
): Promise<GivenBack[]> => rowsOf(tx, GivenBackRow, GIVE_BACK, [centreId, now, startsAt, endsAt, reason]);

const StayRow = rowOf({
  id: ['booking.id', id],
  childId: ['booking.child_id', id],
  familyId: ['booking.family_id', id],
  startsAt: ['booking.starts_at', instant],
  endsAt: ['booking.ends_at', instant],
  status: ['booking.status', z.enum(['HELD', 'CONFIRMED', 'ATTENDED'])],
  isWholeOrNothing: [
    `exists (select from care_offers where care_offers.id = booking.offer_id and stretches <> '[]')`,
    z.boolean(),
  ],
});
export type LockedStay = RowFrom<typeof StayRow>;

const STAYS_OF_CENTRE = `
  select ${StayRow.columns} from bookings booking
  where centre_id = $1 and status <> 'CANCELLED' and status in ('HELD', 'CONFIRMED', 'ATTENDED')
    and starts_at >= $2 and starts_at < $3 and ends_at > $4
  order by booking.id for no key update`;

/** What is not over yet of what is booked in a centre in a period, held in the order of their ids. */
export const lockStaysOfCentre = (
  tx: Transaction,
  centreId: string,
  { startsAt, endsAt }: Period,
  now: Date,
): Promise<LockedStay[]> => rowsOf(tx, StayRow, STAYS_OF_CENTRE, [centreId, startsAt, endsAt, now]);

type NewTimes = Period & { readonly id: string };

/** Gives bookings that are held other times, all in one statement. */
export const retimeBookings = async (tx: Transaction, times: readonly NewTimes[]): Promise<void> => {
  if (times.length === 0) return;
  await tx.query(
    `update bookings booking set starts_at = given.starts_at, ends_at = given.ends_at, version = version + 1
     from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as given (id, starts_at, ends_at)
     where booking.id = given.id`,
    [times.map(({ id }) => id), times.map(({ startsAt }) => startsAt), times.map(({ endsAt }) => endsAt)],
  );
};

const ShortenedRow = rowOf({
  id: ['booking.id', id],
  childId: ['booking.child_id', id],
  familyId: ['booking.family_id', id],
  /** As it is now. */
  left: [
    "jsonb_build_object('startsAt', booking.starts_at, 'endsAt', booking.ends_at)",
    z.strictObject({ startsAt: instantInJson, endsAt: instantInJson }),
  ],
  /** As it was. */
  startsAt: ['shortened.starts_at', instant],
  endsAt: ['shortened.ends_at', instant],
});
export type Shortened = RowFrom<typeof ShortenedRow>;

/** What was booked by itself stays as it is: the family has looked elsewhere. */
const SHORTENED = `
  select ${ShortenedRow.columns}
  from shortened_stays shortened join bookings booking on booking.id = shortened.booking_id
  where shortened.closure_id = $1 and booking.placement_id is not null
    and booking.status in ('CONFIRMED', 'ATTENDED') and shortened.ends_at > $2 and shortened.starts_at >= $3
  order by booking.id for no key update of booking`;

/** The days of placements that a closure shortened, from a moment on, as they were and as they are. */
export const lockShortenedBy = (
  tx: Transaction,
  { id: closureId }: Closure,
  since: Date,
  now: Date,
): Promise<Shortened[]> => rowsOf(tx, ShortenedRow, SHORTENED, [closureId, now, since]);

/** By the steps that were recorded then, one for each child. What an offer held that nobody had accepted was held only. */
const GIVEN_BACK_BY = `
  select ${GivenBackRow.columns}
  from closures closure
  join care_steps step on step.subject_id = closure.id and step.kind in ('CENTRE_CLOSED', 'CENTRE_CLOSED_IN_PART')
  join bookings booking
    on booking.child_id = step.child_id and booking.centre_id = closure.centre_id
    and booking.status = 'CANCELLED' and booking.cancellation_reason = closure.reason
    and booking.starts_at >= closure.starts_on::timestamp at time zone 'Europe/Paris'
    and booking.starts_at < (closure.ends_on + 1)::timestamp at time zone 'Europe/Paris'
  cross join lateral (
    select case when booking.offer_id is null or exists (
      select from care_offers where id = booking.offer_id and status = 'ACCEPTED')
    then 'CONFIRMED' else 'HELD' end as status) held
  where closure.id = any($1::uuid[])`;

/** What was lost of bookings that were shortened: before, and after, what is left of them. */
const LOST_BY = `
  select ${LostRow.columns}
  from shortened_stays shortened
  join bookings booking on booking.id = shortened.booking_id
  cross join lateral (values
    (shortened.starts_at, least(booking.starts_at, shortened.ends_at)),
    (greatest(booking.ends_at, shortened.starts_at), shortened.ends_at)) as lost (starts_at, ends_at)
  where shortened.closure_id = any($1::uuid[]) and booking.status <> 'CANCELLED' and lost.starts_at < lost.ends_at`;

/** What closures took of the bookings that they shortened. */
export const lostBy = (db: Database, closures: readonly Closure[]): Promise<LostPart[]> =>
  rowsOf(db, LostRow, LOST_BY, [closures.map(({ id }) => id)]);

/** What closures gave back when they were made. */
export const givenBackBy = (db: Database, closures: readonly Closure[]): Promise<GivenBack[]> =>
  rowsOf(db, GivenBackRow, GIVEN_BACK_BY, [closures.map(({ id }) => id)]);

export const placementsOfCentreDuring = (
  db: Database,
  centreId: string,
  { startsOn, endsOn }: Days,
): Promise<Placement[]> =>
  db
    .createQueryBuilder(Placement, 'placement')
    .where('placement.section_id in (select id from sections where centre_id = :centreId)', { centreId })
    .andWhere('placement.starts_on <= :endsOn and placement.ends_on >= :startsOn', {
      startsOn: startsOn.toString(),
      endsOn: endsOn.toString(),
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

/** Stores something, or nothing of it where it breaks a constraint; the transaction goes on. */
export const wereStored = async (tx: Transaction, attempt: () => Promise<unknown>): Promise<boolean> => {
  await tx.query('savepoint before_booking_again');
  try {
    await attempt();
    await tx.query('release savepoint before_booking_again');
    return true;
  } catch (error) {
    if (!violatedConstraint(error)) throw error;
    await tx.query('rollback to savepoint before_booking_again');
    return false;
  }
};
