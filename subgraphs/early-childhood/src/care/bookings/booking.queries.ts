import type { ActingSeer } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { hydrationOf } from '@relais/platform/database/hydration.ts';
import { id as anId, instant, instantInJson, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { manyOf, oneById } from '@relais/platform/reading/relation.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { Centre } from '../../centres/centres/centre.ts';
import type { SectionOfCentre } from '../../centres/centres/section.ts';
import { Section } from '../../centres/centres/section.ts';
import type { Child } from '../../families/families/child.ts';
import type { Permission } from '../../permissions.ts';
import { Booking } from './booking.ts';
import type { BookingStatus } from './booking-status.ts';
import type { Stay } from './places.rules.ts';
import { whoseCare } from './whose-care.rules.ts';

export const bookingOfId = oneById(Booking);

/** A booking lasts 24 hours at most, so the index need not go back to the first one. */
const during = (startsAt: string, endsAt: string): string =>
  `booking.starts_at < ${endsAt} and booking.ends_at > ${startsAt}
  and booking.starts_at > cast(${startsAt} as timestamptz) - interval '24 hours'`;

export const bookingsDuring = (db: Database, { startsAt, endsAt }: Period): SelectQueryBuilder<Booking> =>
  db.createQueryBuilder(Booking, 'booking').where(during(':startsAt', ':endsAt'), { startsAt, endsAt });

/** Which bookings of a child are asked for: in any state, cancelled ones included, unless some are named. */
export type AskedBookings = Period & { readonly statuses: readonly BookingStatus[] | null };

type Asked = { readonly from: Date; readonly to: Date; readonly statuses?: readonly BookingStatus[] | null };

/** As the arguments of a field say it. */
export const askedBookings = ({ from, to, statuses }: Asked): AskedBookings => ({
  startsAt: from,
  endsAt: to,
  statuses: statuses ?? null,
});

export const bookingsOfChild = manyOf<Booking, AskedBookings>(Booking, {
  alias: 'booking',
  rest(children, { statuses, startsAt, endsAt }, add) {
    const wanted = add(statuses);
    return `where ${during(add(startsAt), add(endsAt))} and booking.child_id = any(${children})
      and (${wanted}::text[] is null or booking.status = any(${wanted}::text[]))
      order by booking.starts_at, booking.id`;
  },
  keyOf: ({ childId }) => childId,
});

/** A cancelled booking serves its milestone no longer. */
export const bookingsOfMilestone = manyOf(Booking, {
  alias: 'booking',
  rest: (milestones) => `where booking.milestone_id = any(${milestones}) and booking.status <> 'CANCELLED'
    order by booking.starts_at, booking.id`,
  keyOf: ({ milestoneId }) => String(milestoneId),
});

/** SQL: whether a booking is of a family: it pays it, or the child is its own as well as of who does. Of no other file is it shown. */
export const isCareOf = (booking: string, family: string): string => `(${booking}.family_id = ${family}
  or (select array_agg(its.family_id) @> array[${booking}.family_id, ${family}] from (
    select family_id from children where id = ${booking}.child_id
    union all select other_family_id from shared_residences where child_id = ${booking}.child_id) its))`;

/** What else takes places or the child's time during a stay. */
export type Others = { readonly inCentre: Stay[]; readonly ofChild: Period[] };

type OccupancyQuestion = {
  readonly centreId: string;
  readonly childId: string;
  readonly stays: readonly Period[];
  /** A booking that is being moved is not in its own way. */
  readonly exceptId?: string;
};

const OtherRow = rowOf({
  number: ['stay.number::integer', z.int()],
  isInCentre: ['other.is_in_centre', z.boolean()],
  sectionId: ['other.section_id', anId],
  childId: ['other.child_id', anId],
  kind: ['other.kind', z.enum(CareKind)],
  startsAt: ['other.starts_at', instant],
  endsAt: ['other.ends_at', instant],
});

/** One search in the index of the centre and one in that of the child, for each `stay`. */
const DURING_STAY = (centre: string, child: string): string => `
  cross join lateral (
    select true as is_in_centre, id, section_id, child_id, kind, starts_at, ends_at from bookings
    where centre_id = ${centre} and status <> 'CANCELLED' and starts_at < stay.ends_at and ends_at > stay.starts_at
      and starts_at > stay.starts_at - interval '24 hours'
    union all
    select false, id, section_id, child_id, kind, starts_at, ends_at from bookings
    where child_id = ${child} and status <> 'CANCELLED' and starts_at < stay.ends_at and ends_at > stay.starts_at
      and starts_at > stay.starts_at - interval '24 hours'
  ) other`;

const OTHERS = `
  select ${OtherRow.columns}
  from unnest($1::timestamptz[], $2::timestamptz[]) with ordinality as stay (starts_at, ends_at, number)
  ${DURING_STAY('$3', '$4')}
  where other.id is distinct from $5`;

const OtherInJsonRow = rowOf({
  isInCentre: ['other.is_in_centre', z.boolean()],
  sectionId: ['other.section_id', anId],
  childId: ['other.child_id', anId],
  kind: ['other.kind', z.enum(CareKind)],
  startsAt: ['other.starts_at', instantInJson],
  endsAt: ['other.ends_at', instantInJson],
});

/** The same of one stay, as a value of a statement that asks more; all of it SQL. */
export const othersOfStay = (centre: string, child: string, startsAt: string, endsAt: string): string => `(
  select json_agg(${OtherInJsonRow.json})
  from (select ${startsAt}::timestamptz as starts_at, ${endsAt}::timestamptz as ends_at) stay
  ${DURING_STAY(centre, child)})`;

/** How its answer is read. */
export const othersInJson = OtherInJsonRow.list.nullable().transform((rows): Others => {
  const others: Others = { inCentre: [], ofChild: [] };
  for (const { isInCentre, ...other } of rows ?? []) others[isInCentre ? 'inCentre' : 'ofChild'].push(other);
  return others;
});

/** What is booked meanwhile in the centre, and for the child wherever: for each stay, in one statement. */
export const othersDuring = async (
  db: Database,
  { centreId, childId, stays, exceptId }: OccupancyQuestion,
): Promise<Others[]> => {
  const starts = stays.map(({ startsAt }) => startsAt);
  const ends = stays.map(({ endsAt }) => endsAt);
  const rows = await rowsOf(db, OtherRow, OTHERS, [starts, ends, centreId, childId, exceptId ?? null]);
  const others = stays.map((): Others => ({ inCentre: [], ofChild: [] }));
  for (const { number, isInCentre, ...other } of rows) {
    const list = isInCentre ? 'inCentre' : 'ofChild';
    others[number - 1]?.[list].push(other);
  }
  return others;
};

/** A section's row names its centre, so the centre is held before it. */
const LOCK_PLACE = (db: Database): string => {
  const [centre, section] = [hydrationOf(db.connection, Centre), hydrationOf(db.connection, Section)];
  return `
    with held_centre as materialized (
      select * from centres where id = (select centre_id from sections where id = $1) for no key update
    ), held_section as materialized (
      select * from sections where id = $1 and centre_id in (select id from held_centre)
      for no key update of sections
    )
    select ${centre.columns('held_centre', 'centre_')}, ${section.columns('held_section', 'section_')}
    from held_centre, held_section`;
};

/**
 * The section and its centre, held until commit: the centre first, as everywhere, so that nobody deadlocks. What is booked
 * there is asked for in a statement of its own: this one does not see what was committed while it waited.
 */
export const lockPlace = async (tx: Transaction, sectionId: string): Promise<SectionOfCentre | null> => {
  const [row] = z.array(z.record(z.string(), z.unknown())).parse(await tx.query(LOCK_PLACE(tx), [sectionId]));
  return row
    ? {
        centre: hydrationOf(tx.connection, Centre).record(row, 'centre_'),
        section: hydrationOf(tx.connection, Section).record(row, 'section_'),
      }
    : null;
};

/** Several centres, held until commit, in the order of their ids. */
export const lockCentres = async (tx: Transaction, centreIds: readonly string[]): Promise<void> => {
  await tx.query('select from centres where id = any($1::uuid[]) order by id for no key update', [centreIds]);
};

export const lockBooking = (tx: Transaction, id: string): Promise<Booking | null> =>
  tx.findOne(Booking, { where: { id }, lock: { mode: 'for_no_key_update' } });

/** The same for who acts, if they may change the care of the child; else it is as absent. */
export const lockBookingFor = async (
  tx: Transaction,
  id: string,
  { sight }: Pick<ActingSeer, 'sight'>,
): Promise<Booking | null> => {
  const booking = await lockBooking(tx, id);
  const families = async () => (booking ? familiesOfCare(tx, booking) : []);
  return (await sight.allows(tx, 'booking:write' satisfies Permission, families)) ? booking : null;
};

const FamilyRow = rowOf({ familyId: ['family_id', anId] });
const OtherFamilyRow = rowOf({ familyId: ['other_family_id', anId] });
const OTHER_FAMILIES = `select ${OtherFamilyRow.columns} from shared_residences where child_id = $1`;

export type ChildOfFamilies = {
  readonly child: Child;
  /** The family it is registered with and, under shared residence, the other one. */
  readonly familyIds: readonly string[];
};

/** The family a child is registered with and, under shared residence, the other one; none once the child left. */
export const familiesOfChild = async (db: Database, { id, familyId, leftOn }: Child): Promise<string[]> => {
  if (leftOn) return [];
  const others = await rowsOf(db, OtherFamilyRow, OTHER_FAMILIES, [id]);
  return [familyId, ...others.map((other) => other.familyId)];
};

export const familyOfMilestone = async (db: Database, milestoneId: string): Promise<string | null> => {
  const statement = `select ${FamilyRow.columns} from known_milestones where id = $1`;
  const [milestone] = await rowsOf(db, FamilyRow, statement, [milestoneId]);
  return milestone?.familyId ?? null;
};

/** The families of several children: those they are registered with and, under shared residence, the others. */
export const familiesOfChildren = async (db: Database, childIds: readonly string[]): Promise<string[]> => {
  const rows = await rowsOf(
    db,
    FamilyRow,
    `select ${FamilyRow.columns} from children where id = any($1::uuid[])
     union
     select ${OtherFamilyRow.columns} from shared_residences where child_id = any($1::uuid[])`,
    [childIds],
  );
  return rows.map(({ familyId }) => familyId);
};

/** Of which families care of a child is that one family pays. */
export const familiesOfCare = async (
  db: Database,
  { childId, familyId }: Pick<Booking, 'childId' | 'familyId'>,
): Promise<readonly string[]> => whoseCare(await familiesOfChildren(db, [childId]), familyId);

/** The places of these sections, held until commit: centres first, then sections, each in the order of their ids. */
export const lockSections = async (tx: Transaction, sectionIds: readonly string[]): Promise<void> => {
  await tx.query(
    `select from centres where id in (select centre_id from sections where id = any($1::uuid[]))
     order by id for no key update`,
    [sectionIds],
  );
  await tx.query('select from sections where id = any($1::uuid[]) order by id for no key update', [
    sectionIds,
  ]);
};

/** What is still to come of a placement's bookings in a period, held in the order of their ids. */
export const lockBookingsToCome = (
  tx: Transaction,
  placementId: string,
  { startsAt, endsAt }: Period,
  now: Date,
): Promise<Booking[]> =>
  tx
    .createQueryBuilder(Booking, 'booking')
    .where("booking.placement_id = :placementId and booking.status in ('HELD', 'CONFIRMED')", { placementId })
    .andWhere('booking.starts_at > :now and booking.starts_at >= :startsAt and booking.starts_at < :endsAt', {
      now,
      startsAt,
      endsAt,
    })
    .orderBy('booking.id')
    .setLock('for_no_key_update')
    .getMany();

const IS_OF_ITS_MILESTONE = `exists (select from known_milestones milestone
  where milestone.id = booking.milestone_id and ${isCareOf('booking', 'milestone.family_id')})`;

/** All care of their families that was made for milestones, cancelled or not, held in the order of their ids. */
export const lockBookingsOfMilestones = (tx: Transaction, milestoneIds: string[]): Promise<Booking[]> =>
  tx
    .createQueryBuilder(Booking, 'booking')
    .where('booking.milestone_id = any(:milestoneIds)', { milestoneIds })
    .andWhere(IS_OF_ITS_MILESTONE)
    .orderBy('booking.id')
    .setLock('for_no_key_update')
    .getMany();

/** Gives bookings back that are locked, all in one statement; what was given back is answered as it was. */
export const giveBackBookings = async (
  tx: Transaction,
  bookings: readonly Pick<Booking, 'id'>[],
  reason: string,
): Promise<void> => {
  if (bookings.length === 0) return;
  await tx
    .createQueryBuilder()
    .update(Booking)
    .set({ status: 'CANCELLED', cancellationReason: reason, version: () => 'version + 1' })
    .where('id = any(:ids)', { ids: bookings.map(({ id }) => id) })
    .execute();
};
