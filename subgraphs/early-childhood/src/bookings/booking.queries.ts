import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Any, type SelectQueryBuilder } from 'typeorm';
import { Centre } from '../centres/centre.ts';
import { Section } from '../centres/section.ts';
import type { Child } from '../families/child.ts';
import { Booking } from './booking.ts';
import type { Period } from './places.rules.ts';

export type Place = { readonly centre: Centre; readonly section: Section };

export const bookingsByIds = (db: Database, ids: string[]): Promise<Booking[]> =>
  db.findBy(Booking, { id: Any(ids) });

/** A booking lasts 24 hours at most, so the index need not go back to the first one. */
const DURING = `booking.starts_at < :endsAt and booking.ends_at > :startsAt
  and booking.starts_at > cast(:startsAt as timestamptz) - interval '24 hours'`;

export const bookingsDuring = (db: Database, { startsAt, endsAt }: Period): SelectQueryBuilder<Booking> =>
  db.createQueryBuilder(Booking, 'booking').where(DURING, { startsAt, endsAt });

/** Cancelled ones included: the file shows what was given back. */
export const bookingsOfChildren = (db: Database, childIds: string[], period: Period): Promise<Booking[]> =>
  bookingsDuring(db, period)
    .andWhere('booking.child_id = any(:childIds)', { childIds })
    .orderBy('booking.startsAt')
    .addOrderBy('booking.id')
    .getMany();

/** A cancelled booking serves its milestone no longer. */
export const bookingsOfMilestones = (db: Database, milestoneIds: string[]): Promise<Booking[]> =>
  db
    .createQueryBuilder(Booking, 'booking')
    .where("booking.milestone_id = any(:milestoneIds) and booking.status <> 'CANCELLED'", { milestoneIds })
    .orderBy('booking.startsAt')
    .addOrderBy('booking.id')
    .getMany();

export const bookedInCentreDuring = (db: Database, centreId: string, period: Period): Promise<Booking[]> =>
  bookingsDuring(db, period)
    .andWhere("booking.centre_id = :centreId and booking.status <> 'CANCELLED'", { centreId })
    .getMany();

export const bookedOfChildDuring = (db: Database, childId: string, period: Period): Promise<Booking[]> =>
  bookingsDuring(db, period)
    .andWhere("booking.child_id = :childId and booking.status <> 'CANCELLED'", { childId })
    .getMany();

/** The section and its centre, held until commit: the centre first, as everywhere, so that nobody deadlocks. */
export const lockPlace = async (tx: Transaction, sectionId: string): Promise<Place | null> => {
  const found = await tx.findOneBy(Section, { id: sectionId });
  if (!found) return null;
  const held = { lock: { mode: 'for_no_key_update' } } as const;
  const centre = await tx.findOneOrFail(Centre, { where: { id: found.centreId }, ...held });
  const section = await tx.findOneOrFail(Section, { where: { id: sectionId }, ...held });
  return { centre, section };
};

/** Several centres, held until commit, in the order of their ids. */
export const lockCentres = async (tx: Transaction, centreIds: readonly string[]): Promise<void> => {
  await tx.query('select from centres where id = any($1::uuid[]) order by id for no key update', [centreIds]);
};

export const lockBooking = (tx: Transaction, id: string): Promise<Booking | null> =>
  tx.findOne(Booking, { where: { id }, lock: { mode: 'for_no_key_update' } });

/** The family a child is registered with and, under shared residence, the other one. */
export const familiesOfChild = async (db: Database, { id, familyId }: Child): Promise<string[]> => {
  const others: { family_id: string }[] = await db.query(
    'select other_family_id as family_id from shared_residences where child_id = $1',
    [id],
  );
  return [familyId, ...others.map(({ family_id }) => family_id)];
};

export const familyOfMilestone = async (db: Database, milestoneId: string): Promise<string | null> => {
  const [milestone]: { family_id: string }[] = await db.query(
    'select family_id from known_milestones where id = $1',
    [milestoneId],
  );
  return milestone?.family_id ?? null;
};
